"""Signs that English was translated from Russian by a machine."""

import re
from typing import Final

_DASH_AFTER_QUOTE: Final = re.compile(
    r"[”\"»],?\s?[–—-] (?:said|told|noted|added|stressed|stated|concluded|explained|reported|declared)\b"
)
_DASH_BEFORE_SPEAKER: Final = re.compile(r"\w, [–—] (?:said|told|noted|concluded|added|stressed) \w")
_SPACE_IN_QUOTE: Final = re.compile(r"(?:^|\s)\"\s\w[^\"\n]{5,200}\"")
_PHRASES: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    (
        "small word in a title",
        tuple(
            f"{office} {word}"
            for office in ("defense", "defence", "foreign", "interior", "internal affairs", "emergency")
            for word in ("Minister", "Ministry")
        ),
    ),
    (
        "small word in a name",
        (
            "Security council", "Shanghai cooperation", "Collective security", "General staff", "Armed forces", "Council of defense",
            "Council of defence", "Ministry of defense", "Ministry of defence", "Minister of defense", "Minister of defence",
            "Ministry of foreign", "Minister of foreign", "United nations", "Russian federation", "treaty Organization",
        ),
    ),
    ("Russian acronym", ("ODKB", "SHOS ", "SCO CFR", "CFR SCO", "MFA RF", " MO RF", "VS RF", "SNG countries", "RATS SHOS")),
    ("Russian country name", ("Belorussia", "Kirghizia", "Kirgizia", "Byelorussia", "Tadzhikistan", "Turkmenia ")),
    (
        "calque",
        (
            "on the fields of", "in the first turn", "expressed confidence in that", "as the interlocutor", "told to journalists",
            "said to journalists", "to this purpose", "there were discussed", "was discussed the", "were discussed the", 
            "countries-participants", "states-participants", "member-countries of the", "head of department of the", "was carried out the",
            "on the eve of told", "within the framework of the visit were", "took part the", "has been discussed the", 
            "the both ", "States members", "countries participating in the", "in the course of which were",
            "according to him, on", "the given question", "at the expense of that", "in connection with what",
        ),
    ),
)  # fmt: skip
_LEAST_SIGNS: Final = 2
_LEAST_HITS: Final = 3


def machine_translation_evidence(body: str) -> str | None:
    """Return the signs found, such as `dash after a quote ×3; Russian acronym ×1`, or None where they do not suffice."""
    hits = [(name, sum(body.count(phrase) for phrase in phrases)) for name, phrases in _PHRASES]
    if "–" in body or "—" in body or '" -' in body:
        hits.append(("dash after a quote", len(_DASH_AFTER_QUOTE.findall(body))))
        hits.append(("dash before the speaker", len(_DASH_BEFORE_SPEAKER.findall(body))))
    if '" ' in body:
        hits.append(("space in a quote", len(_SPACE_IN_QUOTE.findall(body))))
    found = [(name, n) for name, n in hits if n]
    if len(found) < _LEAST_SIGNS or sum(n for _, n in found) < _LEAST_HITS:
        return None
    return "; ".join(f"{name} ×{n}" for name, n in found)
