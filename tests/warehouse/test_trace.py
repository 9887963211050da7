"""Facts back to their characters, over a loaded build."""

from contextlib import closing
from pathlib import Path

import pytest

from warehouse import read
from warehouse.connection import open_build

KEYS = {
    "quote": "SELECT quote_key FROM fact_quote",
    "mention": "SELECT mention_key FROM fact_mention",
    "office": "SELECT office_key FROM fact_office",
    "event": "SELECT event_key FROM fact_event_report",
}


@pytest.mark.parametrize("kind", KEYS)
def test_each_fact_is_shown_with_its_texts_and_what_made_it(data: Path, kind: str) -> None:
    with closing(open_build(data)) as con:
        keys = [key for (key,) in con.execute(f"{KEYS[kind]} ORDER BY 1 LIMIT 5").fetchall()]
        assert keys
        for key in keys:
            facts = read.traced(con, kind, key).to_dicts()
            assert facts
            for fact in facts:
                assert fact["says"]
                assert fact["body"][fact["start_char"] : fact["end_char"]]
                assert fact["raw"][fact["raw_start"] : fact["raw_end"]]
                assert (fact["extractor_version"], fact["run_id"]) == ("1+none", "night-1")


@pytest.mark.parametrize("kind", ["quote", "mention"])
def test_the_documents_that_say_so_hold_the_one_that_was_asked_for(data: Path, kind: str) -> None:
    with closing(open_build(data)) as con:
        [(key,)] = con.execute(f"{KEYS[kind]} ORDER BY 1 LIMIT 1").fetchall()
        asked = read.traced(con, kind, key)["uri"][0]
        assert asked in read.supporting(con, kind, key)["uri"].to_list()


def test_a_key_that_is_none_has_no_rows(data: Path) -> None:
    with closing(open_build(data)) as con:
        assert all(read.traced(con, kind, 5).is_empty() for kind in KEYS)
