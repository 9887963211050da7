"""A landing zone of any size from the bundled sample, the same for the same seed.

A document takes the page furniture of one sample text and fills it with sentences of several; its surnames are
replaced by made-up ones drawn with a Zipf-like weight, so that resolution has many names to tell apart and
near-copy search is not handed copies only.
"""

import random
import re
from pathlib import Path

_PROSE_LENGTH = 120
"""Lines at least this long are prose; shorter ones are kept where they stand, as page furniture."""
_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])")
_SURNAME = re.compile(r"\b[A-Z][a-z]{3,}(?:ov|ev|ov[a]|in|yev|bekov|enko|zoda|iev)\b")
_SYLLABLES = ("al", "bek", "dar", "gul", "kar", "lem", "mur", "nar", "or", "pul", "ras", "sar", "tem", "ur", "zam")
_ENDINGS = ("ov", "bayev", "enko", "zoda", "uly", "ev", "yan", "in")


def make_landing(sample: Path, target: Path, *, documents: int, seed: int = 1) -> int:
    """Write `documents` text files into `target`; return the number of words written.

    Args:
        sample: Folder whose `.txt` files serve as material.
        target: Folder to fill; made if absent.
        documents: How many files.
        seed: Same seed, same bytes.
    """
    rng = random.Random(seed)  # noqa: S311 - material for a benchmark, no secret
    pages = [path.read_text(encoding="utf-8", errors="ignore") for path in sorted(sample.rglob("*.txt"))]
    pages = [page for page in pages if any(len(line) >= _PROSE_LENGTH for line in page.splitlines())]
    sentences = [
        s for page in pages for line in page.splitlines() if len(line) >= _PROSE_LENGTH for s in _SENTENCE.split(line)
    ]
    surnames = ["".join(rng.choices(_SYLLABLES, k=2)).title() + rng.choice(_ENDINGS) for _ in range(2000)]
    weights = [1 / rank for rank in range(1, len(surnames) + 1)]
    target.mkdir(parents=True, exist_ok=True)
    words = 0
    for number in range(documents):
        text = _page(rng.choice(pages), sentences, rng)
        renamed = {old: rng.choices(surnames, weights)[0] for old in sorted(set(_SURNAME.findall(text)))}
        text = _SURNAME.sub(lambda match, names=renamed: names[match.group()], text)  # type: ignore[misc]
        (target / f"{number:06}.txt").write_text(text, encoding="utf-8")
        words += len(text.split())
    return words


def _page(frame: str, sentences: list[str], rng: random.Random) -> str:
    lines = []
    for line in frame.splitlines():
        if len(line) < _PROSE_LENGTH:
            lines.append(line)
            continue
        first, *rest = _SENTENCE.split(line)
        lines.append(" ".join([first, *rng.sample(sentences, k=min(3, len(rest) + 2))]))
    return "\n".join(lines)
