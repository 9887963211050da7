from typing import Any

import pytest

from dateline.brief.signs import signs
from tests.dateline.brief.example import source


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, []),
        ({"documents": 0}, ["silent"]),
        ({"documents": 2}, ["fewer documents than usual"]),
        ({"documents": 14}, ["more documents than usual"]),
        ({"documents": 0, "usual_documents": 1.5}, []),
        ({"kept": 0.5}, ["less of each page kept"]),
        ({"kept": 0.9}, []),
        ({"undated": 0.3}, ["more stories without a day"]),
        ({"unresolved": 0.35}, ["more speakers unresolved"]),
        ({"documents": 1, "kept": 0.1}, ["fewer documents than usual", "less of each page kept"]),
        ({"kept": None, "undated": None, "unresolved": None}, []),
        ({"usual_documents": None, "usual_kept": None, "usual_undated": None, "usual_unresolved": None}, []),
    ],
)
def test_signs(changes: dict[str, Any], found: list[str]) -> None:
    assert signs(source(**changes)) == found
