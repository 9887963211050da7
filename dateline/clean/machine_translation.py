"""Signs that English was translated from Russian by a machine."""

import re
from typing import Final

from dateline.lexicon.machine_translation import load_translation_signs

_DASH_AFTER_QUOTE: Final = re.compile(
    r"[”\"»],?\s?[–—-] (?:said|told|noted|added|stressed|stated|concluded|explained|reported|declared)\b"
)
_DASH_BEFORE_SPEAKER: Final = re.compile(r", (?<=\w, )[–—] (?:said|told|noted|concluded|added|stressed) \w")
_SPACE_IN_QUOTE: Final = re.compile(r"(?:^|\s)\"\s\w[^\"\n]{5,200}\"")
_YEAR_NAMED: Final = re.compile(r"\b(?:in|of|since|till|until) (?:19|20)\d\d years?(?![\w-])")
_LEAST_SIGNS: Final = 2
_LEAST_HITS: Final = 3


def machine_translation_evidence(body: str) -> str | None:
    """Return the signs found (`dash after a quote ×3; Russian acronym ×1`), or None where they do not suffice."""
    hits = [(name, sum(body.count(phrase) for phrase in phrases)) for name, phrases in load_translation_signs()]
    if "–" in body or "—" in body or '" -' in body:
        hits.append(("dash after a quote", len(_DASH_AFTER_QUOTE.findall(body))))
        hits.append(("dash before the speaker", len(_DASH_BEFORE_SPEAKER.findall(body))))
    if '" ' in body:
        hits.append(("space in a quote", len(_SPACE_IN_QUOTE.findall(body))))
    hits.append(("year called a year", len(_YEAR_NAMED.findall(body))))
    found = [(name, n) for name, n in hits if n]
    if len(found) < _LEAST_SIGNS or sum(n for _, n in found) < _LEAST_HITS:
        return None
    return "; ".join(f"{name} ×{n}" for name, n in found)
