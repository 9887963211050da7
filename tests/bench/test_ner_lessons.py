"""What the model of names learns from: spans stay on their names when people and countries change."""

from pathlib import Path
from random import Random

import pytest

from bench.ner.lessons import Lesson, golden_lessons, material, public_lessons, under_other_names, without_overlaps
from tests.eval.gold import GOLDEN

TEXT = "Kazakhstan's Minister Talgat Zhunusov met B.Orozbek in Termez. Zhunusov thanked the Kazakh Armed Forces."
_MARKED = (
    ("Kazakhstan", "GPE"),
    ("Talgat Zhunusov", "PERSON"),
    ("B.Orozbek", "PERSON"),
    ("Termez", "GPE"),
    ("Zhunusov", "PERSON"),
    ("Kazakh Armed Forces", "ORG"),
)
LESSON = Lesson(
    file="one.txt",
    text=TEXT,
    spans=tuple((TEXT.rindex(form), TEXT.rindex(form) + len(form), label) for form, label in _MARKED),
    people=(("Talgat Zhunusov", "Zhunusov"), ("B.Orozbek",)),
)


@pytest.mark.parametrize("seed", range(20))
def test_other_names_stand_where_the_first_ones_stood(seed: int) -> None:
    other = under_other_names(LESSON, Random(seed))
    forms = [(other.text[start:end], label) for start, end, label in other.spans]
    assert [label for _, label in forms] == [label for _, _, label in LESSON.spans]
    assert ("Termez", "GPE") in forms
    assert "Zhunusov" not in other.text
    assert "Orozbek" not in other.text
    assert next(form for form, label in forms if label == "ORG").endswith(" Armed Forces")
    assert all(form == form.strip() and form[0].isupper() for form, label in forms if label == "PERSON")


def test_one_person_has_one_new_name_and_one_country_another() -> None:
    text = under_other_names(LESSON, Random(1)).text
    surname = text.split(" met ")[0].split()[-1]
    assert text.count(surname) == 2
    assert "Kazakh" not in text


def test_of_two_spans_that_overlap_the_longer_one_counts() -> None:
    assert without_overlaps([(0, 4, "GPE"), (0, 12, "ORG"), (20, 24, "GPE")]) == [(0, 12, "ORG"), (20, 24, "GPE")]


def test_public_sentences_are_read_from_two_columns(tmp_path: Path) -> None:
    file = tmp_path / "set.conll"
    file.write_text("Ada I-PER\nLark I-PER\nof O\nOslo I-LOC\n. O\n\nThe O\nBand I-MISC\n", encoding="utf-8")
    first, second = public_lessons(file)
    assert first.text == "Ada Lark of Oslo ."
    assert [(first.text[start:end], label) for start, end, label in first.spans] == [
        ("Ada Lark", "PERSON"),
        ("Oslo", "GPE"),
    ]
    assert not second.spans


def test_no_golden_story_has_two_writers() -> None:
    writers = material()["writers"]
    for lesson in golden_lessons(GOLDEN):
        assert sum(lesson.file.startswith(tuple(files)) for files in writers.values()) <= 1, lesson.file
