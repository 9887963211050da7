"""The first maker: stories told by a grammar, and copies by the desks of other outlets.

An event has facts. Agencies that report on it on their own tell a choice of these, each in its own voice; the outlets
of an agency's copy print it as it is, cut it, move paragraphs, reword it to some degree, or set it among background.
"""

import random
import re
import tomllib
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Final

from bench.copies.story import Story, spell_numbers, swapped, transliterated

_CHOICE: Final = re.compile(r"\{([^{}]*)\}")
_SLOT: Final = re.compile(r"<(\w+)>")
_MONTHS: Final = ("January", "March", "April", "June", "August", "September", "October", "November")
_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
_SPELLING: Final = (
    ("yev", "ev"),
    ("iy", "y"),
    ("Dzh", "J"),
    ("Kh", "H"),
    ("Yul", "Iul"),
    ("Serge", "Sergue"),
    ("Zh", "J"),
    ("ei", "ey"),
)
_FIRST_DAY: Final = date(2019, 1, 7)
_STRENGTHS: Final = {"reworded a little": 0.25, "reworded": 0.5, "rewritten": 0.8, "rewritten throughout": 1.0}


@cache
def _parts() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One statement in one wording; `choices` has a number for each `{…|…}` of the wording."""

    wordings: tuple[str, ...]
    wording: int
    choices: tuple[int, ...]

    def text(self, facts: dict[str, str]) -> str:
        picked = iter(self.choices)
        chosen = _CHOICE.sub(lambda it: it.group(1).split("|")[next(picked)], self.wordings[self.wording])
        said = _SLOT.sub(lambda it: facts[it.group(1)], chosen)
        return re.sub(r"\s+", " ", said[0].upper() + said[1:]).strip()


def _sentence(rng: random.Random, wordings: list[str], wording: int = 0) -> _Sentence:
    options = [it.count("|") + 1 for it in _CHOICE.findall(wordings[wording])]
    return _Sentence(tuple(wordings), wording, tuple(rng.randrange(number) for number in options))


def _reworded(rng: random.Random, said: _Sentence, strength: float) -> _Sentence:
    if len(said.wordings) > 1 and rng.random() < strength * 0.6:
        return _sentence(rng, list(said.wordings), 1 - said.wording)
    fresh = _sentence(rng, list(said.wordings), said.wording)
    pairs = zip(said.choices, fresh.choices, strict=True)
    return replace(said, choices=tuple(new if rng.random() < strength else old for old, new in pairs))


def _facts(rng: random.Random) -> dict[str, str]:
    parts = _parts()
    a, b = (f"{rng.choice(parts['given'])} {family}" for family in rng.sample(parts["family"], 2))
    a_country, b_country = rng.sample(parts["countries"], 2)
    a_title, b_title = rng.sample(parts["titles"], 2)
    city, city2 = rng.sample(parts["cities"], 2)
    subject, subject2 = rng.sample(parts["subjects"], 2)
    words = rng.choice(parts["words"])
    drawn = {
        "posts": rng.randint(11, 60),
        "km": rng.randint(61, 400),
        "troops": 100 * rng.randint(3, 90),
        "vehicles": rng.randint(50, 400),
        "cadets": rng.randint(41, 390),
        "kilos": rng.randint(100, 990),
        "arrests": rng.randint(12, 99),
        "points": rng.randint(11, 48),
        "million": rng.randint(11, 90),
        "beds": rng.randint(20, 90),
        "days": rng.randint(12, 45),
        "year": rng.randint(2020, 2026),
        "past": rng.randint(1995, 2015),
        "rescued": rng.randint(40, 700),
        "inspections": rng.randint(11, 60),
        "percent": rng.randint(12, 85),
    }
    return {
        "a": a.split()[-1],
        "b": b.split()[-1],
        "a_name": a,
        "b_name": b,
        "a_title": f"{a_country}'s {a_title}",
        "b_title": f"{b_country}'s {b_title}",
        "a_country": a_country,
        "b_country": b_country,
        "city": city,
        "city2": city2,
        "subject": subject,
        "subject_cap": subject,
        "subject2": subject2,
        "subject2_cap": subject2,
        "words_cap": words[0].upper() + words[1:],
        "exercise": f"{rng.choice(parts['exercises'])} {rng.randint(2018, 2025)}",
        "unit": rng.choice(parts["units"]),
        "weekday": rng.choice(_WEEKDAYS),
        "month": rng.choice(_MONTHS),
        "month2": rng.choice(_MONTHS),
        **{name: f"{number:,}" if name == "troops" else str(number) for name, number in drawn.items()},
    }


def _with_titles(facts: dict[str, str], *, after: bool) -> dict[str, str]:
    """Name both people in full, the office before the name or after it."""
    full = "{name}, {title}" if after else "{title} {name}"
    named = {who: full.format(name=facts[f"{who}_name"], title=facts[f"{who}_title"]) for who in "ab"}
    return facts | {"a_full": named["a"], "b_full": named["b"]}


@dataclass(frozen=True, slots=True)
class _Report:
    """What one agency wrote on an event."""

    origin: str
    event: str
    day: date
    facts: dict[str, str]
    sentences: tuple[_Sentence, ...]
    after: tuple[str, ...]
    """Paragraphs that stand below, shared with other stories."""

    def paragraphs(self) -> list[str]:
        return [*(it.text(_with_titles(self.facts, after=False)) for it in self.sentences), *self.after]


def _report(rng: random.Random, event: int, voice: int, facts: dict[str, str], day: date) -> _Report:
    kinds = _parts()["kinds"]
    told = ["lead", *rng.sample(sorted(set(kinds) - {"lead"}), rng.randint(5, 9))]
    sentences = tuple(_sentence(rng, kinds[kind][voice], rng.randrange(len(kinds[kind][voice]))) for kind in told)
    after = [_filled(it, facts) for it in _parts()["background"]["texts"] if rng.random() < 0.12]
    return _Report(f"{event}-{voice}", str(event), day, facts, sentences, tuple(after))


def _filled(text: str, facts: dict[str, str]) -> str:
    return _SLOT.sub(lambda it: facts[it.group(1)], text)


def _copy(rng: random.Random, report: _Report, kind: str) -> list[str]:
    paragraphs = report.paragraphs()
    if kind == "verbatim":
        return paragraphs
    if kind == "trimmed":
        return paragraphs[: max(3, round(len(paragraphs) * rng.uniform(0.4, 0.7)))]
    if kind == "headline":
        return [f"{report.facts['city']}: {report.facts['subject']}, the day in brief", *paragraphs]
    if kind == "reordered":
        return [paragraphs[0], *rng.sample(paragraphs[1:], len(paragraphs) - 1)]
    if kind == "merged":
        return _merged(rng, report, paragraphs)
    return _rewrite(rng, report, _STRENGTHS[kind])


def _merged(rng: random.Random, report: _Report, paragraphs: list[str]) -> list[str]:
    """Two paragraphs become one here and there; background and an outlet's own line come in."""
    own = f"Our correspondent in {report.facts['city']} watched the {rng.choice(('arrival', 'ceremony', 'motorcade'))}."
    added = [_filled(it, report.facts) for it in rng.sample(_parts()["background"]["texts"], rng.randint(1, 2))]
    kept = paragraphs[: max(4, len(paragraphs) - rng.randint(0, 2))]
    pairs = [" ".join(kept[at : at + 2]) for at in range(0, len(kept), 2)]
    return [*pairs[:1], own, *pairs[1:], *added]


def _rewrite(rng: random.Random, report: _Report, strength: float) -> list[str]:
    sentences = [_reworded(rng, it, strength) for it in report.sentences if rng.random() > strength * 0.25]
    sentences = sentences if len(sentences) > 3 else list(report.sentences[:4])
    if rng.random() < strength / 2:
        sentences = [sentences[0], *rng.sample(sentences[1:], len(sentences) - 1)]
    facts = _with_titles(report.facts, after=rng.random() < strength)
    text = "\n\n".join(it.text(facts) for it in sentences)
    text = swapped(text, _parts()["synonyms"], rng, strength * 0.5)
    text = spell_numbers(text, rng, strength * 0.3)
    if rng.random() < strength / 2:
        text = transliterated(text, _SPELLING, [facts["a_name"], facts["b_name"], facts["a"], facts["b"]])
    return text.split("\n\n")


def _day_two(rng: random.Random, report: _Report) -> list[str]:
    """The next day's story of the same agency: other facts, and some of yesterday's paragraphs as background."""
    facts = report.facts | {key: value for key, value in _facts(rng).items() if key in _NEXT_DAY}
    fresh = _report(rng, 0, int(report.origin[-1]), facts, report.day).paragraphs()[1:6]
    old = [it.text(_with_titles(report.facts, after=False)) for it in report.sentences[1:3]]
    return [f"On its second day the visit of {facts['b_name']} moved on to {facts['city2']}.", *fresh, *old]


_NEXT_DAY: Final = frozenset(
    [
        "posts",
        "km",
        "troops",
        "vehicles",
        "cadets",
        "kilos",
        "arrests",
        "points",
        "million",
        "beds",
        "days",
        "rescued",
        "percent",
        "exercise",
    ]
)
_COPIES: Final = ("verbatim", "trimmed", "headline", "reordered", "merged", *_STRENGTHS, *_STRENGTHS)


def make_desk(seed: int, documents: int) -> list[Story]:
    """Return at least `documents` stories of the first maker; the same seed gives the same ones."""
    rng = random.Random(seed)  # noqa: S311 - material for a benchmark, no secret
    found: list[Story] = []
    while len(found) < documents:
        event = len(found)
        facts = _facts(rng)
        day = _FIRST_DAY + timedelta(days=rng.randrange(700))
        for voice in rng.sample(range(3), rng.choice((1, 2, 2, 3))):
            _publish(rng, found, _report(rng, event, voice, facts, day))
        if rng.random() < 0.1:
            found.append(_bulletin(rng, len(found)))
    rng.shuffle(found)
    return found


def _publish(rng: random.Random, found: list[Story], report: _Report) -> None:
    add = _Adder(rng, found, report)
    add.put("original", report.paragraphs(), 0, report.origin)
    for kind in rng.choices(_COPIES, k=rng.choice((0, 0, 1, 2, 2, 3, 4, 6))):
        add.put(kind, _copy(rng, report, kind), rng.randint(0, 2), report.origin)
    if rng.random() < 0.12:
        add.put("day two", _day_two(rng, report), 1, f"{report.origin}-2")


@dataclass(frozen=True, slots=True)
class _Adder:
    rng: random.Random
    found: list[Story]
    report: _Report

    def put(self, kind: str, paragraphs: list[str], late: int, origin: str) -> None:
        tail = self.rng.sample(_parts()["tails"]["texts"], 1) if self.rng.random() < 0.25 else []
        self.found.append(
            Story(
                uri=f"outlet{self.rng.randrange(60):02}/{len(self.found):06}.txt",
                origin=origin,
                event=self.report.event,
                kind=kind,
                published=None if self.rng.random() < 0.05 else self.report.day + timedelta(days=late),
                body="\n\n".join([*paragraphs, *tail]),
            )
        )


def _bulletin(rng: random.Random, number: int) -> Story:
    which = rng.randrange(len(_parts()["bulletins"]["texts"]))
    values = {f"n{n}": str(rng.randint(*bounds)) for n, bounds in enumerate(((41, 990), (11, 99), (11, 99)), 1)}
    values |= {"n4": str(rng.randint(5, 60)), "n5": str(rng.randint(40, 300)), "n6": str(rng.randint(5, 20))}
    facts = _facts(rng) | values | {"n7": str(rng.randint(-15, 4))}
    return Story(
        uri=f"bulletins/{number:06}.txt",
        origin=f"bulletin-{number}",
        event=f"bulletins-{which}",
        kind="bulletin",
        published=_FIRST_DAY + timedelta(days=rng.randrange(700)),
        body=_filled(_parts()["bulletins"]["texts"][which], facts).replace(". ", ".\n\n", 1),
    )
