"""The book of office titles: posts with ranks, departments, status words, and what the head of a body is called."""

from functools import lru_cache
from typing import Final

from dateline.extract.dossier import Dossier, OrganizationDraft
from dateline.extract.russian.organizations import state_body
from dateline.extract.russian.phrases import PhraseBook
from dateline.lexicon.russian import (
    RussianPost,
    RussianRank,
    office_words,
    russian_bodies,
    russian_posts,
    russian_ranks,
)

TITLE_NOUNS: Final = {
    "министр": "Minister",
    "замминистра": "Deputy Minister",
    "секретарь": "Secretary of",
    "генсек": "Secretary-General",
    "президент": "President",
    "премьер": "Prime Minister",
    "премьер-министр": "Prime Minister",
    "представитель": "Spokesperson",
    "посол": "Ambassador",
    "директор": "Director",
    "начальник": "Chief",
    "командующий": "Commander",
    "председатель": "Chairman",
    "госсекретарь": "State Secretary",
    "ректор": "Rector",
    "замглавы": "Deputy",
    "заместитель": "Deputy",
    "руководитель": "Head",
}
"""Nouns for holders of offices, with the beginning of the canonical title."""
_SECRETARIES: Final = {"Ministry of Defense": "Defense Secretary", "Ministry of Foreign Affairs": "Foreign Secretary"}
_MINISTRY: Final = "Ministry of "
_STATE_SECRETARIAT: Final = "BY"  # the head of Belarus' Security Council is its State Secretary


@lru_cache(maxsize=1)
def posts() -> PhraseBook[tuple[RussianPost, RussianRank | None]]:
    """All posts, plain and with each rank before or glued to them."""
    entries: list[tuple[str, tuple[RussianPost, RussianRank | None]]] = []
    unglued = office_words()["unglued"]
    whole = {form for post in russian_posts() for form in post.forms}
    for post in (*russian_posts(), *_ministers()):
        for form in post.forms:
            entries.append((form, (post, None)))
            for rank in russian_ranks():
                ranked = [f"{prefix} {form}" for prefix in rank.forms]
                entries += [(phrase, (post, rank)) for phrase in ranked if phrase not in whole]
                for glued in rank.glued:
                    *before, word = glued.split()
                    first, _, rest = form.partition(" ")
                    if unglued.get(word) == first:
                        entries.append((" ".join([*before, word, rest]).strip(), (post, rank)))
    return PhraseBook(entries)


def _ministers() -> list[RussianPost]:
    """The ministers of the ministries for which the lexicon has no post: "министр транспорта"."""
    known = {post.body for post in russian_posts()}
    ministries = [body for body in russian_bodies() if body.name.startswith(_MINISTRY) and body.name not in known]
    found = []
    for body in ministries:
        forms = tuple(form.replace("министерство ", "министр ") for form in body.forms if " " in form)
        found.append(RussianPost(f"Minister of {body.name.removeprefix(_MINISTRY)}", forms, "state", body.name))
    return found


@lru_cache(maxsize=2)
def status_words(status: str) -> PhraseBook[str]:
    """Words before a title that make it `acting` or `former`."""
    return PhraseBook((form, form) for form in office_words()["status"][status])


def headed_title(head: str, base: str, draft: OrganizationDraft, *, is_bare: bool) -> str | None:
    """Return what the head of a body is called: "Minister of Defense" for a ministry, "Director" for RATS.

    Args:
        head: The head's word in English: Head, Chairman, Director, Secretary, ...
        base: The body's name without country.
        draft: The body.
        is_bare: The head stands alone, without the body's name.
    """
    if is_bare:
        return head
    deputy = "Deputy " if head.startswith("Deputy") else ""
    short = base.removesuffix(" of the CSTO")
    by_body: dict[str, str] = office_words()["by_body"]
    if short in by_body and head in ("Head", "Secretary", "Deputy Head"):
        state = "State " if draft.country_code == _STATE_SECRETARIAT and short == "Security Council" else ""
        return deputy + state + by_body[short]
    own = _own_title(base, draft) if head in ("Head", "Deputy Head") else None
    if own:
        return deputy + own
    if head == "Secretary" and base in _SECRETARIES:
        return _SECRETARIES[base]
    if head == "Secretary" and draft.kind not in ("organ", "agency"):
        return None
    return f"{head} of the {short.split(' of the ')[0] if draft.kind == 'organ' else short}"


def _own_title(base: str, draft: OrganizationDraft) -> str | None:
    """What the head of a ministry, an international body or RATS is called."""
    if base.startswith("Ministry of "):
        return "Minister of " + base.removeprefix("Ministry of ").replace("National Defense", "Defense")
    if draft.kind == "intergovernmental":
        return "Secretary-General"
    return "Director" if "Regional Anti-Terrorist Structure" in base else None


@lru_cache(maxsize=512)
def is_state_body(base: str) -> bool:
    """Whether states have a body of this name."""
    return any(body.scope == "state" and body.name == base for body in russian_bodies())


def state_organization(base: str, code: str, dossier: Dossier) -> str:
    """Enter the state body of the name and country in the dossier; return its canonical name."""
    body = next(body for body in russian_bodies() if body.scope == "state" and body.name == base)
    draft = state_body(body, code)
    dossier.organizations.setdefault(draft.name, draft)
    return draft.name
