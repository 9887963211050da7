"""`python -m bench.peers`: how well the golden stories are read, beside what can be had from the package index.

The peers are given what they cannot make: the body of each English story as people wrote it down, without page and
dateline. `dateline run` starts from the raw pages. Names are the model's entities with the forms of one person put
together by their last word, quotes are textacy's; offices, events and instruments no peer tells.
`make peers` installs textacy into an environment of its own; without it, its lines are left out with a word.
"""

import argparse
import importlib.util
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import spacy
from rich.console import Console
from rich.table import Table
from spacy.tokens import Doc

from dateline.extract.names import BASE
from tests.eval.found import Entity, Found, Quote, Warehouse, read_warehouse
from tests.eval.gold import GOLDEN, LANDING, Gold, gold_documents
from tests.eval.judge import judge
from tests.eval.pipeline import run_dateline
from tests.eval.verdicts import SHARES, Score, tally

_KINDS: Final = {"PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place"}
_ROWS: Final = (
    "people",
    "organisations",
    "places",
    "offices",
    "events",
    "quotes_direct",
    "quotes_all",
    "quote_speaker",
    "instruments",
)
_OF_MODEL: Final = frozenset({"people", "organisations", "places"})
_OF_QUOTES: Final = frozenset({"quotes_direct", "quotes_all", "quote_speaker"})
_MARKS: Final = "\"'“”‘’«»„ ,"


def main() -> None:
    """Run all sides over the English golden stories and print a table of F1, precision and recall."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--gold", type=Path, default=GOLDEN, help="folder of *.gold.json")
    arguments.add_argument("--landing", type=Path, default=LANDING, help="folder of the raw files")
    options = arguments.parse_args()
    golds = [gold for gold in gold_documents(options.gold) if gold.is_story and gold.language == "en"]
    with tempfile.TemporaryDirectory() as data:
        ours = read_warehouse(run_dateline(Path(data), options.landing))
    sides: dict[str, tuple[dict[str, Score], Collection[str]]] = {"dateline": (_scores(golds, ours), frozenset(_ROWS))}
    docs = list(spacy.load(BASE).pipe(gold.body for gold in golds))
    sides[f"plain {BASE}"] = (_scores(golds, _read(golds, docs, lambda doc, people: [])), _OF_MODEL)
    if importlib.util.find_spec("textacy"):
        sides["textacy's quotes"] = (_scores(golds, _read(golds, docs, _textacy_quotes)), _OF_QUOTES)
    else:
        print("textacy is not installed, so its lines are left out: make peers", file=sys.stderr)
    _print(len(golds), sides)


def _scores(golds: Sequence[Gold], warehouse: Warehouse) -> dict[str, Score]:
    return tally(judge(golds, warehouse))


def _read(
    golds: Sequence[Gold], docs: Sequence[Doc], quotes_of: Callable[[Doc, Sequence[Entity]], list[Quote]]
) -> Warehouse:
    found = [_found(number, gold, doc, quotes_of) for number, (gold, doc) in enumerate(zip(golds, docs, strict=True))]
    return Warehouse({one.file: one for one in found}, frozenset())


def _found(number: int, gold: Gold, doc: Doc, quotes_of: Callable[[Doc, Sequence[Entity]], list[Quote]]) -> Found:
    entities = _entities(doc)
    people = [entity for entity in entities if entity.kind == "person"]
    return Found(
        document_key=number,
        file=gold.file,
        language=gold.language,
        is_story=True,
        title=gold.title,
        published_date=None,
        published_date_basis="none",
        agency=None,
        dateline_place=None,
        canonical_document_key=number,
        body=gold.body,
        entities=entities,
        quotes=quotes_of(doc, people),
    )


def _entities(doc: Doc) -> list[Entity]:
    """The model's names, one entity a name; a lone surname joins the fullest name that ends in it."""
    surfaces: dict[tuple[str, str], set[str]] = defaultdict(set)
    names = [(_KINDS[ent.label_], _bare(ent.text)) for ent in doc.ents if ent.label_ in _KINDS]
    full = {name.split()[-1]: name for kind, name in sorted(names) if kind == "person" and " " in name}
    for kind, name in names:
        surfaces[kind, full.get(name, name) if kind == "person" else name].add(name)
    return [
        Entity(kind=kind, entity_key=key, name=name, acronym=None, surfaces=sorted(forms))
        for key, ((kind, name), forms) in enumerate(sorted(surfaces.items()), start=1)
    ]


def _bare(name: str) -> str:
    return " ".join(name.split()).removesuffix("'s").removesuffix("’s").strip() or name


def _textacy_quotes(doc: Doc, people: Sequence[Entity]) -> list[Quote]:
    quotes = []
    for said in _direct_quotations(doc):
        speaker = _bare(" ".join(token.text for token in said.speaker))
        key = next((it.entity_key for it in people if _names(it, speaker)), 0)
        text = said.content.text.strip(_MARKS)
        quotes.append(Quote(text=text, kind="direct", person_key=key, organization_key=0, speaker=speaker))
    return quotes


def _direct_quotations(doc: Doc) -> list[Any]:
    """All quotations; a text with an unclosed mark is refused as a whole, so its paragraphs are tried one by one."""
    from textacy.extract import direct_quotations

    try:
        return list(direct_quotations(doc))
    except ValueError:
        borders = [0, *(token.i + 1 for token in doc if "\n" in token.text), len(doc)]
        parts = [doc[start:end].as_doc() for start, end in pairwise(borders) if start < end and end - start < len(doc)]
        return [said for part in parts for said in _direct_quotations(part)]


def _names(person: Entity, speaker: str) -> bool:
    return any(form == speaker or form.endswith(f" {speaker}") or speaker.endswith(form) for form in person.surfaces)


def _print(stories: int, sides: dict[str, tuple[dict[str, Score], Collection[str]]]) -> None:
    table = Table(title=f"{stories} English stories: F1 (P / R), or the share of right answers")
    table.add_column("")
    for name in sides:
        table.add_column(name, justify="right")
    for row in _ROWS:
        table.add_row(row, *(_figure(row, scores[row]) if row in told else "–" for scores, told in sides.values()))
    Console(width=110).print(table)


def _figure(row: str, score: Score) -> str:
    measures: dict[str, Any] = score.measures(row)
    if row in SHARES:
        return f"{measures['share']:.1f}"
    return f"{measures['f1']:.1f} ({measures['p']:.1f} / {measures['r']:.1f})"


if __name__ == "__main__":
    main()
