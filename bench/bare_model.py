"""What the job is measured against: the model with all its default components over the same raw text.

The results are thrown away.

Run as `python -m bench.bare_model LANDING MODEL`.
"""

import sys
from pathlib import Path

import spacy


def main() -> None:
    """Run the whole pipeline of the model over every file of the landing zone, in one process."""
    landing, model = sys.argv[1:]
    nlp = spacy.load(model)
    texts = (path.read_text(encoding="utf-8") for path in sorted(Path(landing).iterdir()))
    for _ in nlp.pipe(texts, batch_size=64):
        pass


if __name__ == "__main__":
    main()
