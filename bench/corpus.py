"""A landing zone of any size from the bundled sample, the same for the same seed.

A document takes the page furniture of one sample text, more furniture of a site round it, and sentences of several
texts, three to six hundred words in all; its surnames are replaced by made-up ones drawn with a Zipf-like weight, so
that resolution has many names to tell apart, and its dates are moved by a span of its own within ten years, so that a
thousand documents do not all tell of one meeting. A tenth of the documents are exact copies of earlier ones, and three
twentieths near copies: under another site's furniture, with a sentence less.
"""

import random
import re
from pathlib import Path

_PROSE_LENGTH = 120
"""Lines at least this long are prose; shorter ones are kept where they stand, as page furniture."""
_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])")
_CYRILLIC = re.compile("[а-я]")
_SURNAME = re.compile(r"\b[A-Z][a-z]{3,}(?:ov|ev|ov[a]|in|yev|bekov|enko|zoda|iev)\b")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_MONTH = "|".join(_MONTHS)
_DATE = re.compile(rf"\b(?:(?P<before>\d{{1,2}}) )?(?P<month>{_MONTH})\b(?: (?P<after>\d{{1,2}})\b)?")
_YEAR = re.compile(r"\b20[012]\d\b")
_YEARS, _DAYS = 10, 28
_SYLLABLES = ("al", "bek", "dar", "gul", "kar", "lem", "mur", "nar", "or", "pul", "ras", "sar", "tem", "ur", "zam")
_LEAST, _MOST = 300, 600
"""Words of a document."""
_FURNITURE = 45
"""Words that a site puts round a story."""
_EXACT, _NEAR = 0.10, 0.15
"""Shares of the documents that copy an earlier one."""
_SITES = ("Steppe Herald", "Caspian Courier", "Ridge and River", "Northern Ledger", "Silk Post")
_TOP = """{site}
Home | Politics | Security | Economy | Society | Culture | Sport | Photo | Video
Subscribe to our newsletter
"""
_BOTTOM = """
Share
Read also
{other}: weather for the weekend
{other}: exchange rates
About us | Advertising | Contacts | Terms of use
© {site}. All rights reserved.
"""
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
    material = _Material(sample, rng)
    target.mkdir(parents=True, exist_ok=True)
    stories: list[str] = []
    written: list[str] = []
    words = 0
    for number in range(documents):
        kind = rng.random()
        if written and kind < _EXACT:
            text = rng.choice(written)
        else:
            is_near = stories and kind < _EXACT + _NEAR
            story = _shortened(rng.choice(stories), rng) if is_near else material.story(rng)
            stories.append(story)
            text = _framed(story, rng)
            written.append(text)
        (target / f"{number:06}.txt").write_text(text, encoding="utf-8")
        words += len(text.split())
    return words


class _Material:
    """What documents are made of: pages of the sample, their sentences, and surnames."""

    def __init__(self, sample: Path, rng: random.Random) -> None:
        pages = [path.read_text(encoding="utf-8", errors="ignore") for path in sorted(sample.rglob("*.txt"))]
        self._pages = [page for page in pages if any(map(_is_prose, page.splitlines())) and not _CYRILLIC.search(page)]
        self._sentences = [
            sentence
            for page in self._pages
            for line in page.splitlines()
            if _is_prose(line)
            for sentence in _SENTENCE.split(line)
        ]
        self._surnames = ["".join(rng.choices(_SYLLABLES, k=2)).title() + rng.choice(_ENDINGS) for _ in range(2000)]
        self._weights = [1 / rank for rank in range(1, len(self._surnames) + 1)]

    def story(self, rng: random.Random) -> str:
        """Return a page with other sentences and surnames."""
        wanted, have = rng.randint(_LEAST, _MOST), _FURNITURE
        lines = []
        for line in rng.choice(self._pages).splitlines():
            lines.append(self._paragraph(_SENTENCE.split(line)[0], 1, rng) if _is_prose(line) else line)
            have += len(lines[-1].split())
        last = max(at for at, line in enumerate(lines) if _is_prose(line))
        while have < wanted:
            last += 1
            lines.insert(last, self._paragraph(rng.choice(self._sentences), 3, rng))
            have += len(lines[last].split())
        text = "\n".join(lines)
        renamed = {old: rng.choices(self._surnames, self._weights)[0] for old in sorted(set(_SURNAME.findall(text)))}
        return _moved(_SURNAME.sub(lambda match: renamed[match.group()], text), rng)

    def _paragraph(self, first: str, more: int, rng: random.Random) -> str:
        return " ".join([first, *rng.sample(self._sentences, k=more)])


def _moved(story: str, rng: random.Random) -> str:
    """Return `story` with all its dates moved alike: years back, months and days round."""
    years, months, days = rng.randrange(_YEARS), rng.randrange(len(_MONTHS)), rng.randrange(_DAYS)

    def date(match: re.Match[str]) -> str:
        month = _MONTHS[(_MONTHS.index(match["month"]) + months) % len(_MONTHS)]
        before, after = (number and str((int(number) + days) % _DAYS + 1) for number in match.group("before", "after"))
        return " ".join(part for part in (before, month, after) if part)

    return _YEAR.sub(lambda match: str(int(match.group()) - years), _DATE.sub(date, story))


def _is_prose(line: str) -> bool:
    return len(line) >= _PROSE_LENGTH


def _shortened(story: str, rng: random.Random) -> str:
    """Return `story` with the last sentence of one paragraph left out."""
    lines = story.splitlines()
    at = rng.choice([at for at, line in enumerate(lines) if _is_prose(line)])
    lines[at] = " ".join(_SENTENCE.split(lines[at])[:-1]) or lines[at]
    return "\n".join(lines)


def _framed(story: str, rng: random.Random) -> str:
    """Return `story` between the furniture of a site."""
    site, other = rng.sample(_SITES, k=2)
    return _TOP.format(site=site) + story + _BOTTOM.format(site=site, other=other)
