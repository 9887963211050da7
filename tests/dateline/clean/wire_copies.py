"""A maker of small sets of wire stories: copies, rewrites, and stories that only look alike. All of it is invented."""

import random
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

PARTS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
PHRASES: dict[str, list[str]] = PARTS["phrases"]
SYNONYMS: dict[str, str] = PARTS["synonyms"]
MONTHS = ("April", "June", "August", "October")


@dataclass(frozen=True)
class Story:
    """A made-up document; stories of one `origin` are copies of each other."""

    origin: str
    uri: str
    published: date
    body: str


def _facts(rng: random.Random) -> dict[str, str]:
    host, guest = rng.sample(PARTS["people"], 2)
    place, other = rng.sample(PARTS["places"], 2)
    words_a, words_b = rng.choice(PARTS["words"])
    numbers = {
        "count": rng.randint(5, 28),
        "plans": rng.randint(11, 60),
        "cadets": rng.randint(41, 390),
        "officers": rng.randint(410, 990),
        "vehicles": rng.randint(50, 400),
        "troops": 100 * rng.randint(3, 90),
        "year": rng.randint(2016, 2025),
        "past_year": rng.randint(2001, 2015),
    }
    return {
        **dict(zip(("name", "title", "country"), host, strict=True)),
        **dict(zip(("guest", "guest_title", "guest_country"), guest, strict=True)),
        **{key: str(number) for key, number in numbers.items()},
        "place": place,
        "other_place": other,
        "subject": rng.choice(PARTS["subjects"]),
        "exercise": f"{rng.choice(PARTS['exercises'])}-{rng.randint(2015, 2024)}",
        "weekday": rng.choice(("Monday", "Tuesday", "Friday")),
        "month": rng.choice(MONTHS),
        "ordinal": f"{rng.randint(11, 40)}th",
        "words_a": words_a,
        "words_b": words_b,
    }


def _text(rng: random.Random, facts: dict[str, str], phrases: dict[str, str]) -> list[str]:
    kinds = ["lead", *rng.sample([kind for kind in PHRASES if kind != "lead"], rng.randint(4, 7))]
    return [phrases[kind].format(**facts) for kind in kinds]


def _rewrite(rng: random.Random, sentences: list[str], strength: float) -> list[str]:
    kept = [sentence for sentence in sentences if rng.random() > strength * 0.4] or sentences[:3]
    if rng.random() < strength:
        tail = kept[1:]
        rng.shuffle(tail)
        kept = kept[:1] + tail
    return [" ".join(_swap(rng, word, strength) for word in sentence.split()) for sentence in kept]


def _swap(rng: random.Random, word: str, strength: float) -> str:
    bare = word.strip(',."')
    if word in ("the", "a", "will", "of") and rng.random() < strength / 2:
        return {"the": "the said", "a": "one", "will": "is to", "of": "of all"}[word]
    return word.replace(bare, SYNONYMS[bare]) if bare in SYNONYMS and rng.random() < strength else word


def make_stories(seed: int, events: int = 40, strength: float = 0.8) -> list[Story]:
    """Return for each event two independent stories, up to three copies of each; events share phrases."""
    rng = random.Random(seed)
    found: list[Story] = []
    for event in range(events):
        facts, day = _facts(rng), date(2018, 1, 1) + timedelta(days=3 * event)
        # two agencies word one event each in its own way; only the words of a quote are the same
        ways = list(zip(*(rng.sample(ways, 2) for ways in PHRASES.values()), strict=True))
        for version, phrases in enumerate(ways):
            sentences, origin = _text(rng, facts, dict(zip(PHRASES, phrases, strict=True))), f"{event}-{version}"
            bodies = [sentences, *(_rewrite(rng, sentences, strength * rng.random()) for _ in range(rng.randint(0, 3)))]
            for number, body in enumerate(bodies):
                tail = [PARTS["chrome"]] if rng.random() < 0.3 else []
                uri = f"{origin}-{number}-{rng.randint(0, 999)}.txt"
                found.append(Story(origin, uri, day + timedelta(days=number > 0), "\n\n".join(body + tail)))
    rng.shuffle(found)
    return found
