"""The second maker: prose of the bundled sample under other names and numbers, and copies by operations on sentences.

It shares neither material nor operations with the first maker, so that what is tuned on one can be judged on the other.
"""

import random
import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Final

from bench.copies.story import Story, in_words

_ROOT: Final = Path(__file__).parents[2]
_PROSE: Final = ("sample/landing", "tests/golden/landing")
_PROSE_LENGTH: Final = 120
_SENTENCE: Final = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])")
_SURNAME: Final = re.compile(
    r"\b[A-Z]\w{3,}(?:ov|ev|ova|eva|in|yev|enko|zoda|iev|ich|yan|li|uly|qul|iev|sky|skiy|shev)\b"
)
_FIGURE: Final = re.compile(r"(?<![\d.,:-])(?!(?:19|20)\d\d\b)\d{2,3}(?![\d.,:-]*\d)")
_OPENING: Final = re.compile(r"^((?:On|In|At|Last|Next|After|Before|During) [^,.]{3,40}), (.+)\.$")
_CLOSING: Final = re.compile(r"^(.{40,}) ((?:on|in|at|last|next) [A-Z0-9][\w ]{2,24})\.$")
_REPORTED: Final = re.compile(
    r"^([A-Z][^,.“\"]{3,60}?) (said|noted|stated|added|stressed|told \w+) that ([^“\"]{20,})\.$"
)
_CLAUSE: Final = re.compile(r", (?:which|who|where|whose|including) [^,.“”\"]{5,80}(?=[,.])")
_SECOND_HALF: Final = re.compile(r", and (?=[a-z]+ [a-z]+ )")
_SAID_AFTER: Final = re.compile(
    r"^([“\"].+?),?([”\"]),? ((?:he|she|[A-Z]\w+) (?:said|noted|told \w+|pointed out))(.*)\.$"
)
_LAST_DAY: Final = 600


@cache
def _parts() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


@cache
def _pool() -> tuple[str, ...]:
    """All plain English sentences of the sample."""
    paths = [
        path for folder in _PROSE for path in sorted((_ROOT / folder).rglob("*")) if path.suffix in {".txt", ".md"}
    ]
    lines = [line for path in paths for line in path.read_text(encoding="utf-8", errors="ignore").splitlines()]
    prose = [line for line in lines if len(line) >= _PROSE_LENGTH and not re.search("[а-яА-Я]", line)]
    found = {sentence.strip("* ") for line in prose for sentence in _SENTENCE.split(line)}
    return tuple(sorted(it for it in found if 60 <= len(it) <= 320 and it.endswith((".", "”", '"'))))


Operation = Callable[[random.Random, str], str]


def _move_opening(rng: random.Random, text: str) -> str:
    if front := _OPENING.match(text):
        return f"{front[2][0].upper()}{front[2][1:]} {front[1][0].lower()}{front[1][1:]}."
    if back := _CLOSING.match(text):
        return f"{back[2][0].upper()}{back[2][1:]}, {back[1]}."
    return text


def _move_speaker(rng: random.Random, text: str) -> str:
    if said := _REPORTED.match(text):
        claim = said[3][0].upper() + said[3][1:]
        return rng.choice((f"{claim}, {said[1]} {said[2]}.", f"According to {said[1]}, {said[3]}."))
    if quoted := _SAID_AFTER.match(text):
        return f"{quoted[3][0].upper()}{quoted[3][1:]}{quoted[4]}: {quoted[1]}{quoted[2]}."
    return text


def _drop_clause(rng: random.Random, text: str) -> str:
    return _CLAUSE.sub("", text, count=1)


def _drop_words(rng: random.Random, text: str) -> str:
    kept = [word for word in text.split() if word not in _parts()["dropped"] or rng.random() < 0.5]
    return " ".join(kept)


def _split(rng: random.Random, text: str) -> str:
    first, *rest = _SECOND_HALF.split(text, maxsplit=1)
    return f"{first}. {rest[0][0].upper()}{rest[0][1:]}" if rest and len(rest[0]) > 30 else text


def _swap(rng: random.Random, text: str) -> str:
    others, pattern = _swaps()
    return pattern.sub(lambda it: rng.choice(others[it.group()]) if rng.random() < 0.6 else it.group(), text)


@cache
def _swaps() -> tuple[dict[str, list[str]], re.Pattern[str]]:
    """For each phrase what may stand instead, and what finds the longest phrase at a place."""
    groups = _parts()["swaps"]
    others = {phrase: [it for it in group if it != phrase] for group in groups for phrase in group[:1]}
    found = "|".join(re.escape(phrase) for phrase in sorted(others, key=len, reverse=True))
    return others, re.compile(rf"\b(?:{found})\b")


def _respell(rng: random.Random, text: str) -> str:
    for old, new in _parts()["spellings"]:
        text = text.replace(old, new)
    for short, long in _parts()["acronyms"]:
        text = text.replace(f"the {short}", f"the {long}") if rng.random() < 0.5 else text.replace(long, short)
    return text.replace("“", '"').replace("”", '"')


def _respell_numbers(rng: random.Random, text: str) -> str:
    return _FIGURE.sub(lambda it: in_words(int(it.group())) if rng.random() < 0.4 else it.group(), text)


def _add_hedge(rng: random.Random, text: str) -> str:
    if text[0] in '“"' or not text.endswith("."):
        return text
    return text[:-1] + rng.choice((", the report says.", ", our source confirmed.", ", as became known.", "."))


_OPERATIONS: Final[tuple[Operation, ...]] = (
    _move_opening,
    _move_speaker,
    _drop_clause,
    _drop_words,
    _split,
    _swap,
    _respell,
    _respell_numbers,
    _add_hedge,
    _swap,
)


def _retold(rng: random.Random, text: str, strength: float) -> str:
    for operation in _OPERATIONS:
        if rng.random() < strength:
            text = operation(rng, text)
    return text


@dataclass(frozen=True, slots=True)
class _Cast:
    """Names and numbers of one event: what stands for a name or number of the sample."""

    names: tuple[str, ...]
    seed: int

    def put_in(self, text: str) -> str:
        text = _SURNAME.sub(lambda it: self.names[hash_of(it.group()) % len(self.names)], text)
        return _FIGURE.sub(lambda it: str(11 + (hash_of(it.group()) + self.seed * 37) % 900), text)


def hash_of(text: str) -> int:
    """Return a number that does not differ from run to run."""
    return sum(ord(letter) * (17 + place) for place, letter in enumerate(text))


def _name(rng: random.Random) -> str:
    parts = _parts()
    return f"{''.join(rng.choices(parts['syllables'], k=2)).title()}{rng.choice(parts['endings'])}"


def _copy(rng: random.Random, text: list[str], kind: str) -> list[str]:
    if kind == "verbatim":
        return text
    if kind == "first paragraphs":
        return text[: max(3, len(text) // 2)]
    if kind == "new lead":
        return [f"{rng.choice(_parts()['towns'])} is in the news again.", _retold(rng, text[0], 1.0), *text[1:]]
    if kind == "shuffled":
        return rng.sample(text, len(text))
    if kind == "embedded":
        own = [_retold(rng, it, 0.5) for it in rng.sample(_pool(), rng.randint(2, 3))]
        return [own[0], *(_retold(rng, it, 0.2) for it in text), *own[1:]]
    strength = {"edited": 0.35, "retold": 0.65, "retold freely": 0.95}[kind]
    kept = [it for it in text if rng.random() > 0.3 * strength]
    told = [_retold(rng, it, strength) for it in (kept if len(kept) > 3 else text)]
    if len(told) > 5 and rng.random() < strength:
        told[2:4] = [f"{told[2].rstrip('.')}, while {told[3][0].lower()}{told[3][1:]}"]
    return told


_COPIES: Final = (
    "verbatim",
    "first paragraphs",
    "new lead",
    "shuffled",
    "embedded",
    *("edited", "retold", "retold", "retold freely", "retold freely"),
)


def make_feed(seed: int, documents: int) -> list[Story]:
    """Return at least `documents` stories of the second maker; the same seed gives the same ones."""
    rng = random.Random(seed)  # noqa: S311 - material for a benchmark, no secret
    found: list[Story] = []
    event = 0
    while len(found) < documents:
        event += 1
        _tell(rng, found, event)
        if rng.random() < 0.1:
            found.append(_bulletin(rng, len(found)))
    rng.shuffle(found)
    return found


def _tell(rng: random.Random, found: list[Story], event: int) -> None:
    cast = _Cast(tuple(_name(rng) for _ in range(5)), event)
    day = date(2021, 2, 1) + timedelta(days=rng.randrange(_LAST_DAY))
    material = rng.sample(_pool(), 40)
    spoken = [it for it in material if it[0] in '“"'][:1]
    for agency in range(rng.choice((1, 2, 2))):
        told = [cast.put_in(it) for it in material[14 * agency : 14 * agency + rng.randint(6, 11)]]
        # an agency has its own way with words, so the same sentence of the sample differs from event to event
        text = [_retold(rng, it, 0.6) for it in told] + [cast.put_in(it) for it in spoken]
        origin = f"{event}-{agency}"
        _put(rng, found, "original", text, day=day, origin=origin)
        for kind in rng.choices(_COPIES, k=rng.choice((0, 1, 1, 2, 3, 5))):
            copy, late = _copy(rng, text, kind), timedelta(days=rng.randint(0, 3))
            _put(rng, found, kind, copy, day=day + late, origin=origin)
        if rng.random() < 0.12:
            fresh = [_retold(rng, cast.put_in(it), 0.6) for it in material[28:34]]
            _put(rng, found, "day two", [*fresh, *text[2:4]], day=day + timedelta(days=1), origin=f"{origin}-2")


def _put(rng: random.Random, found: list[Story], kind: str, text: list[str], *, day: date, origin: str) -> None:
    opening = rng.choice(_parts()["prefixes"]).format(town=rng.choice(_parts()["towns"]), day=day.strftime("%d %B"))
    furniture = rng.sample(_parts()["furniture"], 1) if rng.random() < 0.25 else []
    found.append(
        Story(
            uri=f"feed{rng.randrange(40):02}/{len(found):06}.txt",
            origin=origin,
            event=origin.split("-", maxsplit=1)[0],
            kind=kind,
            published=None if rng.random() < 0.05 else day,
            body=opening + "\n\n".join([*text, *furniture]),
        )
    )


def _bulletin(rng: random.Random, number: int) -> Story:
    which = rng.randrange(len(_parts()["bulletins"]))
    day = date(2021, 2, 1) + timedelta(days=rng.randrange(_LAST_DAY))
    values = {letter: str(rng.randint(11, 400)) for letter in "abcd"}
    said = {"day": day.strftime("%d %B"), "town": rng.choice(_parts()["towns"]), "name": _name(rng)}
    return Story(
        uri=f"bulletins/{number:06}.txt",
        origin=f"bulletin-{number}",
        event=f"bulletins-{which}",
        kind="bulletin",
        published=day,
        body=_parts()["bulletins"][which].format(**values, **said),
    )
