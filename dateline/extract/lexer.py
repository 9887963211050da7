"""Cutting a body into the typed chunks of `chart`: the longest phrase of the lexicon wins, others go by their form."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.language import Language
from spacy.tokens import Doc

from dateline.extract.chart import Chart, Chunk
from dateline.extract.dossier import Dossier
from dateline.lexicon.bodies import Body, BodyBase, bodies, international_bodies
from dateline.lexicon.countries import countries
from dateline.lexicon.files import read_toml
from dateline.lexicon.titles import Title, address_forms, titles, word_set

_DIGRAPHS = "Sh|Zh|Kh|Ch|Yu|Ya|Ye|Yo|Ts|Dzh|Dj|Dz|Gh|Sch|Shch|Ju|Jo|Al|Ph|Th"
_TOKEN = re.compile(
    rf"""
    (?P<break>\n[^\S\n]*\n\s*)
    | (?P<dotted>(?:[^\W\d_]\.){{2,}})
    | (?P<initial>(?:[A-ZА-ЯЁ]|{_DIGRAPHS})\.(?=\s?[^\W\d_]|,|\s*$))
    | (?P<word>[^\W\d_]+(?:['’ʼ‘`](?!s\b)[^\W\d_]+)*)
    | (?P<possessive>['’]s\b|(?<=s)['’](?=\s))
    | (?P<number>\d+(?:[.,:/]\d+)*(?:st|nd|rd|th)?)
    | (?P<mark>[^\w\s])
    """,
    re.VERBOSE,
)
_SPELLINGS = (
    ("defence", "defense"),
    ("organisation", "organization"),
    ("centre", "center"),
    ("councillor", "councilor"),
    ("programme", "program"),
    ("counsellor", "counselor"),
)
_OPENING = re.compile(r"(?:UN|United Nations|OSCE|NATO|SCO|CSTO|CIS)(?=\s)")
_DASHES = "-–—−‐‑"
_ABBREVIATIONS = word_set("abbreviations")
_PREPOSITIONS = word_set("prepositions")
_QUOTES = '"“”„«»'
_MONTHS_AND_DAYS = word_set("months_and_days")
_ADVERBS = word_set("adverbs")


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """Return `word` in small letters and American spelling, with a straight apostrophe."""
    folded = word.casefold().replace("’", "'").replace("ʼ", "'").replace("‘", "'").replace("`", "'")
    for british, american in _SPELLINGS:
        if british in folded:
            folded = folded.replace(british, american)
    return folded


class _Token(NamedTuple):  # made by the thousand: a tuple costs a third of a frozen dataclass
    form: str
    start: int
    end: int
    folded: str
    is_glued: bool


@dataclass(frozen=True, slots=True)
class _Entry:
    """What a phrase of the lexicon stands for; `exact` is the printed form, where case decides."""

    kind: str
    value: object = None
    exact: str | None = None
    needs_capital: bool = False
    needs_small: bool = False


class _Phrases:
    """A trie over folded words."""

    def __init__(self) -> None:
        self._root: dict[str, object] = {}

    def add(self, phrase: str, entry: _Entry) -> None:
        node = self._root
        for token in _tokens(phrase):
            if token.form != "glue":
                node = node.setdefault(token.folded, {})  # type: ignore[assignment]
        entries: list[_Entry] = node.setdefault("", [])  # type: ignore[assignment]
        entries.append(entry)

    def longest(self, tokens: list[_Token], at: int, text: str) -> tuple[int, _Entry] | None:
        """Return the end (a token index) and entry of the longest phrase that begins at token `at`."""
        node: Any = self._root
        best = None
        index = at
        while index < len(tokens):
            token = tokens[index]
            index += 1
            if token.form == "glue":
                continue
            node = node.get(token.folded)
            if node is None:  # after the first word, nearly always
                break
            for entry in node.get("", ()):
                if _fits(entry, text, tokens[at].start, token.end):
                    best = (index, entry)
                    break
        return best


def _fits(entry: _Entry, text: str, start: int, end: int) -> bool:
    if entry.exact is not None:
        return text[start:end] == entry.exact
    return not (entry.needs_small if text[start].isupper() else entry.needs_capital)


def _tokens(text: str) -> list[_Token]:
    found: list[_Token] = []
    for match in _TOKEN.finditer(text):
        form, start, end = str(match.lastgroup), match.start(), match.end()
        if form == "word":
            folded = fold_word(match.group())
            if folded in _ABBREVIATIONS and text[end : end + 1] == ".":
                end += 1
            found.append(_Token(form, start, end, folded, bool(found) and found[-1].form == "glue"))
            continue
        surface = match.group()
        if surface == "." and found and found[-1].end > start:
            continue
        if form == "mark" and surface in _DASHES and _is_between_words(text, start):
            form = "glue"
        folded = surface.casefold().replace("’", "'")
        found.append(_Token(form, start, end, folded, False))
    return found


def _is_between_words(text: str, at: int) -> bool:
    return 0 < at < len(text) - 1 and text[at - 1].isalnum() and text[at + 1].isalnum()


@lru_cache(maxsize=1)
def _lexicon() -> _Phrases:
    phrases = _Phrases()
    for form, entry in _entries():
        phrases.add(form, entry)
    return phrases


def _entries() -> Iterator[tuple[str, _Entry]]:
    known = bodies()
    for form, whole in known.whole:
        if whole.kind == "media":
            yield form, _Entry("M", whole, exact=form)
        else:
            yield form, _Entry("G" if whole.country_code is None else "O", whole, _acronym(form))
    for form, base in known.bases:
        yield form, _Entry("B", base, _acronym(form))
    for form, title in titles():
        yield form, _Entry("T", title, _acronym(form))
    for country in countries().values():
        for noun in country.nouns:
            yield noun, _Entry("C", country.code, _acronym(noun), needs_capital=True)
        for adjective in country.adjectives:
            yield adjective, _Entry("A", country.code, _acronym(adjective), needs_capital=True)
            yield adjective + "s", _Entry("w", needs_capital=True)
    for name in read_toml("places.toml")["words"]["whole"]:
        yield name, _Entry("N", exact=name)
    yield from _small_words()


def _small_words() -> Iterator[tuple[str, _Entry]]:
    address = address_forms()
    words = read_toml("offices.toml")["words"]
    seniors = {f"{senior} {rank}" for senior in words["senior"] for rank in address["ranks"]}
    ranks = seniors | address["ranks"]
    undotted = {form for rank in ranks for form in (rank.rstrip("."), rank.replace(".", "")) if " " in form}
    for rank in ranks | undotted | address["honorifics"]:
        yield rank, _Entry("R", exact=rank)
    yield "as well as", _Entry("&")
    yield "along with", _Entry("&")
    for form, canonical in words["deputy"].items():
        yield form, _Entry("d", canonical)
    kinds = {
        "former": "f",
        "acting": "a",
        "fresh": "v",
        "counterpart": "K",
        "members": "m",
        "body": "b",
        "department": "D",
    }
    for group, kind in kinds.items():
        for form in words[group]:
            yield form, _Entry(kind, needs_small=kind == "b")


def _acronym(form: str) -> str | None:
    bare = form.replace(".", "").replace("/", "").replace(" ", "")
    is_mixed = len(form) <= 5 and sum(map(str.isupper, form)) >= 2  # "MoD"
    return form if (bare.isupper() and len(bare) <= 6) or is_mixed else None


@lru_cache(maxsize=1)
def _word_lists() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    words = read_toml("offices.toml")["words"]
    return frozenset(map(str.casefold, words["heads"])), frozenset(words["particles"]), frozenset(words["common"])


def read_chart(text: str) -> Chart:
    """Cut `text` into chunks."""
    tokens = _tokens(text)
    phrases = _lexicon()
    chunks: list[Chunk] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        found = phrases.longest(tokens, at, text) if token.form in ("word", "dotted", "number") else None
        if found and not _is_numbered(tokens, found[0]):
            end, entry = found
            chunks.append(_phrase(entry, tokens[at], tokens[end - 1], text))
            at = end
            continue
        if token.form != "glue":
            _append(chunks, token, text)
        at += 1
    return Chart(text, chunks)


def _is_numbered(tokens: list[_Token], end: int) -> bool:
    """Say whether a number is tied to the phrase: "Army-2019" is a forum, not the army."""
    return [token.form for token in tokens[end : end + 2]] == ["glue", "number"]


def _outer_body(body: Body, first: _Token, last: _Token, text: str) -> list[Chunk]:
    """Return the United Nations, the OSCE where they open the name of one of their bodies: they are mentioned too."""
    opening = _OPENING.match(text, first.start, last.end)
    outer = international_bodies()[opening.group()] if opening else None
    if outer is None or outer == body or outer.name == body.parent_name:
        return []
    return [Chunk("G", *opening.span(), body=outer)] if opening else []


def _phrase(entry: _Entry, first: _Token, last: _Token, text: str) -> Chunk:
    chunk = Chunk(entry.kind, first.start, last.end, word=first.folded, is_glued=first.is_glued)
    if isinstance(entry.value, Body):
        chunk.body = entry.value
        chunk.parts = _outer_body(entry.value, first, last, text)
    elif isinstance(entry.value, BodyBase):
        chunk.base = entry.value
    elif isinstance(entry.value, Title):
        chunk.title = entry.value
    elif entry.kind == "d":
        chunk.word = str(entry.value)
    elif isinstance(entry.value, str):
        chunk.country = entry.value
    return chunk


def _append(chunks: list[Chunk], token: _Token, text: str) -> None:
    kind = _kind(token, text)
    before = chunks[-1] if token.is_glued and chunks else None
    if before and token.folded in ("based", "led", "backed"):
        before.kind, before.end = "v", token.end
        return
    if before and before.kind in "NYpw" and kind in "NYSpw":
        before.end = token.end
        before.word += "-" + token.folded
        before.kind = "N" if "N" in (kind, before.kind) or kind in "SY" else before.kind
        return
    chunks.append(Chunk(kind, token.start, token.end, token.folded, is_glued=token.is_glued))


_FORM_KINDS = {"break": "/", "dotted": "I", "initial": "I", "possessive": "s", "number": "0"}
_WORD_KINDS = {"of": "o", "the": "t", "a": "t", "an": "t", "and": "&"}


def _kind(token: _Token, text: str) -> str:
    if token.form in _FORM_KINDS:
        return _FORM_KINDS[token.form]
    if token.form == "mark":
        return _mark_kind(text[token.start])
    return _word_kind(token.folded, text[token.start].isupper())


@lru_cache(maxsize=65536)
def _word_kind(word: str, is_capital: bool) -> str:
    if word in _WORD_KINDS:
        return _WORD_KINDS[word]
    return _capital_kind(word) if is_capital else _small_kind(word)


def _small_kind(word: str) -> str:
    if word in _PREPOSITIONS:
        return "u"
    return "p" if word in _word_lists()[1] else "w"


def _capital_kind(word: str) -> str:
    heads, _, common = _word_lists()
    if word in heads:
        return "H"
    if word in _MONTHS_AND_DAYS or word in _ADVERBS:
        return "w"
    if word in _PREPOSITIONS:
        return "u"
    if word in STOP_WORDS:
        return "S"
    return "Y" if word in common else "N"


def _mark_kind(mark: str) -> str:
    if mark in _DASHES:
        return "-"
    if mark in _QUOTES:
        return '"'
    if mark in ".!?":
        return "."
    return {"&": "&", ":": ";"}.get(mark, mark if mark in ",;()" else "w")


class ChartReader:
    """Sets `doc._.chart` for stories in English; the rules know no other grammar."""

    def __call__(self, doc: Doc) -> Doc:
        """Cut the body of `doc` into chunks."""
        dossier: Dossier | None = doc._.dossier
        if dossier is not None and dossier.document.language == "en":
            doc._.chart = read_chart(dossier.document.body)
        return doc


@Language.factory("lexicon")
def make_chart_reader(nlp: Language, name: str) -> ChartReader:
    """Build the component."""
    return ChartReader()
