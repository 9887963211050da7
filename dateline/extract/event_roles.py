"""Who chaired, hosted or addressed an event, where the text says so."""

import re
from collections.abc import Iterator
from typing import Final

from dateline.extract.dossier import Span
from dateline.extract.quick_patterns import quick
from dateline.extract.story import PERSON, Story
from dateline.extract.title_holders import person_at
from dateline.lexicon.cues import alternatives
from dateline.lexicon.events import load_event_words
from dateline.records import Role

_WORDS = load_event_words().participants
_ROLES: Final[tuple[Role, ...]] = ("chair", "host", "speaker")
_TITLE: Final = (
    rf"(?:[^.;{PERSON}]|(?<=[\s.][A-Z])\.|(?<=[A-Z][a-z])\.|(?<=Gen)\.|(?<=Maj)\.|(?<=Brig)\.|(?<=Adm)\.|(?<=Col)\.)"
    r"{0,90}?"
)
_BY = {
    role: quick(rf"(?<!\w)(?:{alternatives(_WORDS[f'{role}_by'])})\s+{_TITLE}(?={PERSON})", re.IGNORECASE)
    for role in _ROLES
}
_DOES = {
    role: quick(
        rf"{PERSON}(?:,\s[^.;{PERSON}]{{2,90}},)?\s+(?:who\s+)?(?:(?:also|then|has|himself|herself|will|is\s+to)\s+)*"
        rf"(?:{alternatives(_WORDS[role])})(?!\w)",
        re.IGNORECASE,
    )
    for role in _ROLES
}


def roles_in(story: Story, sentence: Span) -> Iterator[tuple[int, Role]]:
    """Yield the people of a sentence whose part in an event it tells, the weightier part first."""
    for role in _ROLES:
        for match in _BY[role].finditer(story.narration, *sentence):
            named = person_at(story, match.end())
            if named is not None:
                yield int(named.key), role
        for match in _DOES[role].finditer(story.narration, *sentence):
            named = person_at(story, match.start())
            if named is not None:
                yield int(named.key), role
