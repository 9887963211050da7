"""Extraction from Russian stories: rules over morphology and a lexicon, in components that fill `doc._.dossier`.

The rules work on `reading.Reading`, one list of words for the body and one for the headline, since Russian marks by
endings what English marks by order. No statistical model takes part: see `pipeline` for the order of components.
"""
