"""Which document a name means beyond its own story: a name that says whose or what it is, or an occasion.

"SCO Charter" is one document wherever it is told of; "joint statement" and "agreement on military cooperation" are
another one at each signing. Such a name is told apart by the first day of the event that it came of, else by the day of
the story, so that two agencies' reports of one signing still share it.
"""

import re
from functools import cache
from itertools import chain
from typing import Final

from dateline import ids
from dateline.extract.dossier import Dossier, InstrumentDraft
from dateline.lexicon.instruments import load_instrument_words

_WORD: Final = re.compile(r"[^\W\d_][\w'’-]*")
_SMALL: Final = 3
"""Words this short are articles and prepositions; an acronym is told by its capitals."""


def instrument_key(draft: InstrumentDraft, dossier: Dossier) -> int:
    """Return the key of a document that a story names."""
    name = folded(draft.name)
    if not names_one(draft.name):
        name = f"{name} @ {_occasion(draft, dossier)}"
    return ids.instrument_key(name, draft.organization)


def folded(name: str) -> str:
    """Return a name as names are compared: case and British spelling apart."""
    return " ".join(name.casefold().replace("programme", "program").split())


def names_one(name: str) -> bool:
    """Whether a name holds a proper name: a capital in a word that is not plain.

    The first word of a sentence has one too: it counts where others have capitals as well ("Samarkand Declaration").
    """
    capital = [word for word in _WORD.findall(name) if word[0].isupper() and (len(word) > _SMALL or word.isupper())]
    proper = [word for word in capital if word.casefold() not in _plain_words()]
    begins = bool(proper) and name.startswith(proper[0]) and not proper[0].isupper()
    return bool(proper) and (not begins or len(capital) > 1)


@cache
def _plain_words() -> frozenset[str]:
    words = load_instrument_words()
    heads = chain.from_iterable(noun.split() for nouns in words.nouns.values() for noun in nouns)
    return frozenset(heads) | words.plain


def _occasion(draft: InstrumentDraft, dossier: Dossier) -> str:
    event = dossier.events[draft.event] if draft.event is not None else None
    day = (event and event.start_date) or dossier.document.published_date
    return day.isoformat() if day else str(dossier.document.document_key)
