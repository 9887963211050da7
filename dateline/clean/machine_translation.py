"""Signs that English was translated from Russian by a machine."""

import re
from typing import Final

_SIGNS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    (
        "dash after a quote",
        re.compile(
            r"[”\"»],?\s?[–—-] (?:said|told|noted|added|stressed|stated|concluded|explained|reported|declared)\b"
        ),
    ),
    ("dash before an unclosed speaker", re.compile(r", [–—] (?:said|told|noted|concluded|added|stressed) \w")),
    (
        "small word in a title",
        re.compile(r"\b(?:defense|defence|foreign|interior|prime|internal) (?:Ministers?|Ministry)\b(?! of)"),
    ),
    (
        "small word in a name",
        re.compile(
            r"\b(?:Security council|Shanghai cooperation|Collective security|General staff|Armed forces|Council of defen[cs]e)\b"
        ),
    ),
    ("Russian acronym", re.compile(r"\b(?:ODKB|SHOS|SCO CFR|CFR SCO|MFA RF|MIA RF|VKS|VS RF)\b")),
    ("Russian country name", re.compile(r"\b(?:Belorussia|Kirghizia|Kirgizia|Byelorussia)\b")),
    (
        "calque",
        re.compile(
            r"\b(?:on the fields of|in the first turn|to the summer|expressed confidence in that|as the interlocutor|according to him, in|"
            r"has told journalists|told to journalists|said to journalists|to this purpose|it is necessary to note|there were discussed|"
            r"was discussed the|were discussed the|the military-political leadership|countries-participants|member-countries of the|"
            r"the head of department of|carry out of|in the answer|considers, it is|was carried out the|in the area of responsibility of)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "no article",
        re.compile(
            r"\b(?:acting in front of|it was separately|such meeting it is|the both|States members|countries participating in)\b"
        ),
    ),
    ("quote space", re.compile(r"(?:^|\s)\"\s\w[^\"]{5,200}\"")),
)
_LEAST_SIGNS: Final = 2
_LEAST_HITS: Final = 3


def machine_translation_evidence(body: str) -> str | None:
    """Return the signs found, such as `dash after a quote ×3; Russian acronym ×1`, or None where they do not suffice."""
    hits = {name: len(pattern.findall(body)) for name, pattern in _SIGNS}
    found = {name: n for name, n in hits.items() if n}
    if len(found) < _LEAST_SIGNS or sum(found.values()) < _LEAST_HITS:
        return None
    return "; ".join(f"{name} ×{n}" for name, n in found.items())
