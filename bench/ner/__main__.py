"""`python -m bench.ner OUT`: train a model of names on the golden stories, or measure what that brings.

The `ner` of the installed model is trained further on the golden stories, each also under other names and in other
countries (`lessons.under_other_names`), with the installed model's own labels for what the gold does not mark (dates,
nationalities, numbers), so that these are not forgotten. `--public FILE` adds a public set of marked sentences, so that
capitals in other texts are not all taken for names. `--leave-out SET...` keeps the stories of these writers out and
measures on them. The same `--seed` on the same machine gives the same weights.

The weights that `dateline.extract.names` holds were made by `python -m bench.ner dateline/extract/names/weights.npz
--public wikigold.conll.txt`.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final

import spacy
from spacy.language import Language
from spacy.training import Example
from thinc.api import fix_random_seed

from bench.ner.lessons import (
    Lesson,
    Span,
    golden_lessons,
    material,
    public_lessons,
    under_other_names,
    without_overlaps,
)
from dateline.extract.names import BASE, write_weights
from tests.eval.gold import GOLDEN

KINDS: Final = {"PERSON": "people", "ORG": "organizations", "GPE": "places", "LOC": "places", "FAC": "places"}
_DROPOUT: Final = 0.3
_BATCH: Final = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """How a model is trained; `copies` are those of each story under other names."""

    copies: int = 3
    epochs: int = 5
    rate: float = 2e-4
    seed: int = 0


def train(lessons: Sequence[Lesson], recipe: Recipe, besides: Sequence[Lesson] = ()) -> Language:
    """Return a pipeline with one component, `ner`, that has learnt `lessons` and, as they are, the ones `besides`."""
    fix_random_seed(recipe.seed)
    draw = Random(recipe.seed)  # noqa: S311
    nlp = spacy.load(BASE)
    for name in [name for name in nlp.component_names if name != "ner"]:
        nlp.remove_pipe(name)
    taught = [one for lesson in lessons for one in _versions(lesson, recipe.copies, draw)] + list(besides)
    examples = list(_examples(nlp, spacy.load(BASE), taught))
    optimizer = nlp.resume_training()
    optimizer.learn_rate = recipe.rate
    for epoch in range(recipe.epochs):
        draw.shuffle(examples)
        losses: dict[str, float] = {}
        for at in range(0, len(examples), _BATCH):
            nlp.update(examples[at : at + _BATCH], sgd=optimizer, drop=_DROPOUT, losses=losses)
        print(f"  epoch {epoch + 1}: loss {losses['ner']:.0f}", flush=True)
    with nlp.use_params(optimizer.averages):
        return nlp.from_bytes(nlp.to_bytes())


def _versions(lesson: Lesson, copies: int, draw: Random) -> list[Lesson]:
    return [lesson, *(under_other_names(lesson, draw) for _ in range(copies))]


def _examples(nlp: Language, teacher: Language, lessons: Iterable[Lesson]) -> Iterator[Example]:
    """Yield a paragraph each; what only the teacher marks is added where it overlaps no name."""
    for text, spans in (part for lesson in lessons for part in _paragraphs(lesson)):
        others = [(it.start_char, it.end_char, it.label_) for it in teacher(text).ents if it.label_ not in KINDS]
        others = [it for it in others if all(it[1] <= start or end <= it[0] for start, end, _ in spans)]
        reference = nlp.make_doc(text)
        names = [reference.char_span(start, end, label) for start, end, label in without_overlaps([*spans, *others])]
        reference.set_ents([name for name in names if name])
        yield Example(nlp.make_doc(text), reference)


def _paragraphs(lesson: Lesson) -> Iterator[tuple[str, list[Span]]]:
    start = 0
    for paragraph in lesson.text.split("\n\n"):
        end = start + len(paragraph)
        if paragraph.strip():
            yield paragraph, [(a - start, b - start, label) for a, b, label in lesson.spans if start <= a and b <= end]
        start = end + 2


def measure(nlp: Language, lessons: Sequence[Lesson]) -> dict[str, Counter[str]]:
    """Count names found (`right`, `wrong`, `missed`), by kind; articles and possessive endings do not count."""
    counts: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS.values()}
    for lesson, doc in zip(lessons, nlp.pipe(lesson.text for lesson in lessons), strict=True):
        gold = _bare(lesson.text, lesson.spans)
        found = _bare(lesson.text, [(it.start_char, it.end_char, it.label_) for it in doc.ents])
        for kind, count in counts.items():
            wanted, got = ({span for span in spans if span[2] == kind} for spans in (gold, found))
            count.update(right=len(wanted & got), wrong=len(got - wanted), missed=len(wanted - got))
    return counts


def _bare(text: str, spans: Iterable[Span]) -> set[Span]:
    bare = set()
    for start, end, label in spans:
        if label in KINDS:
            form = text[start:end]
            article, ending = form.startswith(("the ", "The ")), form.endswith(("'s", "’s"))
            bare.add((start + 4 * article, end - 2 * ending, KINDS[label]))
    return bare


def main() -> None:
    """Train and write the weights; measure where a writer is left out."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("out", type=Path, help="file for the weights (.npz)")
    arguments.add_argument("--leave-out", nargs="+", choices=list(material()["writers"]), default=[])
    arguments.add_argument("--public", type=Path, help="a public set to learn from besides (lessons.public_lessons)")
    for name in ("copies", "epochs", "seed"):
        arguments.add_argument(f"--{name}", type=int, default=getattr(Recipe(), name))
    options = arguments.parse_args()
    recipe = Recipe(copies=options.copies, epochs=options.epochs, seed=options.seed)
    lessons = list(golden_lessons(GOLDEN))
    besides = list(public_lessons(options.public)) if options.public else []
    files = tuple(file for writer in options.leave_out for file in material()["writers"][writer])
    unseen = [lesson for lesson in lessons if lesson.file.startswith(files)]
    nlp = train([lesson for lesson in lessons if lesson not in unseen], recipe, besides)
    write_weights(nlp.get_pipe("ner"), options.out)
    for name, model in ((BASE, spacy.load(BASE)), ("trained", nlp)) if unseen else ():
        _print(f"{' '.join(options.leave_out)}, {name}", measure(model, unseen))


def _print(name: str, counts: dict[str, Counter[str]]) -> None:
    for kind, count in counts.items():
        precision = count["right"] / max(1, count["right"] + count["wrong"])
        recall = count["right"] / max(1, count["right"] + count["missed"])
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        print(f"{name}: {kind} {100 * f1:.1f} ({100 * precision:.1f} / {100 * recall:.1f})", flush=True)


if __name__ == "__main__":
    main()
