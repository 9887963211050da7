"""Words of reported speech, from `cues.toml`: verbs by form, expressions with "that", and who is no speaker."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from dateline.lexicon.files import read_toml

_DOUBLING: Final = frozenset({"admit", "refer", "dub", "quip"})


@dataclass(frozen=True, slots=True)
class SpeechVerb:
    """A verb of saying and what it takes: "that", a clause without it, somebody addressed, quoted words only."""

    lemma: str
    takes_that: bool = False
    takes_bare: bool = False
    takes_addressee: bool = False


@dataclass(frozen=True, slots=True)
class Cues:
    """The lexicon of reported speech. `verbs` has every form of every verb as a key, in lower case."""

    verbs: Mapping[str, SpeechVerb]
    phrases: Mapping[str, Sequence[str]]
    phrase_forms: Mapping[str, Sequence[str]]
    according: Sequence[str]
    around: Sequence[tuple[str, str]]
    plural_heads: frozenset[str]
    documents: frozenset[str]
    appraisal: frozenset[str]
    naming: frozenset[str]
    terming: frozenset[str]


def inflected(lemma: str) -> list[str]:
    """Return the forms of a regular English verb: the lemma, -s, -ed and -ing."""
    if lemma.endswith("e"):
        return [lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing"]
    if re.search(r"[^aeiou]y$", lemma):
        return [lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"]
    stem = lemma + lemma[-1] if lemma in _DOUBLING else lemma
    third = "es" if re.search(r"(?:s|sh|ch|x|z|o)$", lemma) else "s"
    return [lemma, lemma + third, stem + "ed", stem + "ing"]


@cache
def load_cues() -> Cues:
    """Read the lexicon once a process."""
    table = read_toml("cues.toml")
    regular = table["regular"]
    verbs: dict[str, SpeechVerb] = {}
    for lemma in dict.fromkeys([*regular["that"], *regular["quotes"]]):
        verb = SpeechVerb(
            lemma,
            takes_that=lemma in regular["that"],
            takes_bare=lemma in regular["bare"],
            takes_addressee=lemma in regular["addressee"],
        )
        verbs |= dict.fromkeys(inflected(lemma), verb)
    for entry in table["verb"]:
        verb = SpeechVerb(
            entry["lemma"], entry.get("that", False), entry.get("bare", False), entry.get("addressee", False)
        )
        verbs |= dict.fromkeys(entry["forms"], verb)
    return Cues(
        verbs=verbs,
        phrases=table["phrases"],
        phrase_forms={lemma: table["phrase_forms"].get(lemma) or inflected(lemma) for lemma in table["phrases"]},
        according=table["according"]["before"],
        around=[(opening, closing) for opening, closing in table["according"]["around"]],
        plural_heads=frozenset(table["outsiders"]["plural_heads"]),
        documents=frozenset(table["outsiders"]["documents"]),
        appraisal=frozenset(table["appraisal"]["lemmas"]),
        naming=frozenset(table["scare"]["naming"]),
        terming=frozenset(table["scare"]["terming"]),
    )


def alternatives(words: Iterable[str]) -> str:
    """Return a regular expression that matches any of the words, longest first, blanks as white space.

    Words that begin alike share their beginning in the expression: a list of hundreds is tried in a few steps.
    """
    root: dict[str, Any] = {}
    for word in set(words):
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branches(root)


def _branches(node: dict[str, Any]) -> str:
    """Return the expression for what can follow; the end of a word is tried last, after all longer ones."""
    longer = [_letter(letter) + _branch(below) for letter, below in sorted(node.items()) if letter]
    return "|".join([*longer, *([""] if "" in node else [])])


def _branch(node: dict[str, Any]) -> str:
    if list(node) == [""]:
        return ""
    inside = _branches(node)
    return inside if len(node) == 1 else f"(?:{inside})"


def _letter(letter: str) -> str:
    return r"\s+" if letter == " " else re.escape(letter)
