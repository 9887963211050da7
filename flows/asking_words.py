"""What the shell of `dateline sql` completes: commands, relations, columns of those in the question, words of SQL."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

_SQL: Final = """
SELECT FROM WHERE GROUP BY ORDER LIMIT HAVING QUALIFY JOIN LEFT INNER USING ON AS AND OR NOT IN IS NULL LIKE ILIKE
BETWEEN CASE WHEN THEN ELSE END DISTINCT COUNT SUM MIN MAX AVG LIST WITH UNION ALL DESC ASC NULLS LAST FIRST
EXISTS FILTER OVER PARTITION INTERVAL DATE DESCRIBE SUMMARIZE EXPLAIN EXCLUDE UNNEST PIVOT CONTAINS LOWER YEAR
"""
KEYWORDS: Final = tuple(_SQL.split())
_WORD: Final = re.compile(r"[\w.]*$")
_RELATION: Final = re.compile(r"\b(?:from|join)\s+([\w.]+)(?=(?:\s+as)?(?:\s+(\w+))?)", re.IGNORECASE)
_AFTER_RELATION_WORD: Final = re.compile(r"\b(?:from|join|describe|summarize)\s+[\w.]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one warehouse: relations with their columns, each with its comment; and ready questions."""

    relations: Mapping[str, str]
    columns: Mapping[str, Mapping[str, str]]
    questions: Mapping[str, str]


def suggestions(words: Words, commands: Mapping[str, str], text: str, before: str) -> Iterator[tuple[str, str]]:
    """Yield what may follow `before` in the question `text`, with what it means; likelier words first."""
    if before.lstrip().startswith("\\"):
        yield from _for_command(words, commands, before.lstrip())
        return
    typed = _last_word(before)
    if "." in typed:
        yield from _qualified(words, text, typed)
    if _AFTER_RELATION_WORD.search(before):
        yield from _starting(words.relations, typed)
        return
    if not typed:
        return
    for relation in dict.fromkeys(_in_question(text).values()):
        yield from _starting(words.columns.get(relation, {}), typed)
    yield from _starting(words.relations, typed)
    yield from _starting(dict.fromkeys(KEYWORDS, ""), typed)


def _for_command(words: Words, commands: Mapping[str, str], before: str) -> Iterator[tuple[str, str]]:
    command, space, argument = before.partition(" ")
    if not space:
        yield from _starting(commands, command)
    elif command == "\\d":
        yield from _starting(words.relations, argument)
    elif command == "\\ask":
        yield from _starting(words.questions, argument)


def _qualified(words: Words, text: str, typed: str) -> Iterator[tuple[str, str]]:
    """Yield the columns of what stands before the dot: a relation, or what the question calls it."""
    before, _, column = typed.rpartition(".")
    relation = _in_question(text).get(before.lower(), before)
    for name, meaning in _starting(words.columns.get(relation, {}), column):
        yield f"{before}.{name}", meaning


def _in_question(text: str) -> dict[str, str]:
    """Return the relations that a question reads, by their names and by what it calls them."""
    found: dict[str, str] = {}
    for relation, called in _RELATION.findall(text):
        found[relation.lower()] = relation.lower()
        if called and called.upper() not in KEYWORDS:
            found[called.lower()] = relation.lower()
    return found


def _starting(words: Mapping[str, str], typed: str) -> Iterator[tuple[str, str]]:
    small = typed.lower()
    return ((word, meaning) for word, meaning in words.items() if word.lower().startswith(small) and word != typed)


def _last_word(before: str) -> str:
    found = _WORD.search(before)
    return found[0] if found else ""


class SqlCompleter(Completer):
    """Offers words to the line editor."""

    def __init__(self, words: Words, commands: Mapping[str, str]) -> None:
        self.words = words
        self._commands = commands

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
        """Yield completions of the word before the cursor."""
        before = document.text_before_cursor
        typed = before.rpartition(" ")[2] if before.lstrip().startswith("\\") else _last_word(before)
        seen: set[str] = set()
        for word, meaning in suggestions(self.words, self._commands, document.text, before):
            if word not in seen:
                seen.add(word)
                yield Completion(word, start_position=-len(typed), display_meta=_short(meaning))


def _short(meaning: str, length: int = 60) -> str:
    return meaning if len(meaning) <= length else f"{meaning[:length]}…"


def is_finished(lines: Sequence[str]) -> bool:
    """Return whether Enter runs what was typed: a command, what ends with a semicolon, or after an empty line."""
    text = "\n".join(lines).strip()
    return not text or text.startswith("\\") or text.endswith(";") or (len(lines) > 1 and not lines[-1].strip())
