"""What the job is measured against: the model with all its default components over the same raw text.

The results are thrown away.

Run as `python -m bench.bare_model LANDING MODEL [PROCESSES] [names]`: with `names`, only what we use of it is loaded,
its `ner`, with sentence ends by rule.
"""

import sys
from pathlib import Path

import spacy

_UNUSED = ("tok2vec", "tagger", "parser", "senter", "attribute_ruler", "lemmatizer")


def main() -> None:
    """Run the pipeline of the model over every text file of the landing zone, in one process or in several."""
    landing, model, *rest = sys.argv[1:]
    only_names = "names" in rest
    processes = next((int(word) for word in rest if word.isdecimal()), 1)
    nlp = spacy.load(model, exclude=_UNUSED if only_names else ())
    if only_names:
        nlp.add_pipe("sentencizer")
    texts = (path.read_text(encoding="utf-8") for path in sorted(Path(landing).rglob("*.txt")))
    for _ in nlp.pipe(texts, batch_size=64, n_process=processes):
        pass


if __name__ == "__main__":
    main()
