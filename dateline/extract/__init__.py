"""The only spaCy room: a clean document in, what it says out. No spaCy object leaves it.

The public face is `model.load_model` and `analysis.extract_documents`.
"""
