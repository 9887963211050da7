"""The rules of the SQL room: headers tell the truth, files read only lower layers, everything has a comment."""

import re
import shutil
import subprocess
from fnmatch import fnmatch
from pathlib import Path

import duckdb
import pytest

from dateline import frames
from tests.warehouse.emptied import emptied_warehouse
from warehouse import sqlfiles
from warehouse.staging import DOCUMENT_TABLES, RESOLUTION_TABLES

RELATION = re.compile(r"\b(?:FROM|JOIN)\s+([a-z_]+(?:\.[a-z_]+)?)(?!\w*\()", re.IGNORECASE)
MADE = re.compile(
    r"^(?:CREATE (?:OR REPLACE )?(?:TEMP )?(?:TABLE|VIEW)(?: IF NOT EXISTS)?"
    r"|INSERT INTO|MERGE INTO|DELETE FROM|UPDATE) ([a-z_.]+)",
    re.MULTILINE,
)
NAMED_HERE = re.compile(r"\b([a-z_]+) AS \(", re.IGNORECASE)
PARAMETER = re.compile(r"\$([a-z_]+)")
COMMENT = re.compile(r"--.*$", re.MULTILINE)
READING_LAYERS = (
    *("10_stage", "20_dimension", "30_fact", "40_mart", "50_books"),
    *("books", "brief", "checks", "quality", "queries"),
)


def _files(*folders: str) -> list[Path]:
    return [path for folder in folders for path in sqlfiles.in_folder(folder)]


def _body(path: Path) -> str:
    return COMMENT.sub("", path.read_text())


def _header(path: Path) -> str:
    lines = path.read_text().splitlines()
    return "\n".join(line for line in lines[: next(i for i, line in enumerate(lines) if line[:2] != "--")])


def _read(path: Path) -> set[str]:
    """Relations that the file reads and neither makes nor names itself."""
    body = _body(path)
    own = set(MADE.findall(body)) | set(NAMED_HERE.findall(body))
    return {name for name in RELATION.findall(body) if not name.startswith("duckdb_")} - own - {"read_parquet"}


def _rank(relation: str) -> int:
    """The place of what makes `relation` in the order of layers."""
    if relation.startswith("meta."):
        return 0
    if relation.startswith("stage."):
        return 10
    for folder in ("10_stage", "20_dimension", "30_fact", "40_mart"):
        for path in sqlfiles.in_folder(folder):
            if relation in MADE.findall(_body(path)) and not relation.startswith("stage."):
                return int(folder[:2])
    raise AssertionError(f"nothing makes {relation}")


@pytest.mark.parametrize("path", _files("20_dimension", "30_fact", "40_mart", "50_books"), ids=lambda p: p.stem)
def test_a_file_reads_only_lower_layers(path: Path) -> None:
    layer = int(path.parent.name[:2])
    assert {name for name in _read(path) if _rank(name) >= layer} == set()


@pytest.mark.parametrize("path", _files(*READING_LAYERS), ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_the_header_tells_key_reads_and_params(path: Path) -> None:
    header = _header(path)
    assert "reads: " in header
    assert "params: " in header
    assert "key: " in header or path.parent.name == "checks"
    told = re.findall(r"[a-z_.*]+", header)
    for relation in _read(path):
        assert any(fnmatch(relation, name) for name in told) or "other tables" in header, relation
    for parameter in PARAMETER.findall(_body(path)):
        assert f"${parameter}" in header


def test_stage_tables_have_the_columns_of_the_frames(warehouse: duckdb.DuckDBPyConnection) -> None:
    for table in (*DOCUMENT_TABLES, *RESOLUTION_TABLES):
        columns = [name for name, *_ in warehouse.execute(f"DESCRIBE stage.{table}").fetchall()]
        extra = ["document_key"] if table == "source" else []
        made = ["mention_key"] if table == "mention" else []  # of the other columns, by the file that stages
        assert columns == [*extra, *frames.schema(table), *made], table


def test_staging_files_take_all_columns_of_the_frames() -> None:
    for table in (*DOCUMENT_TABLES, *RESOLUTION_TABLES):
        words = set(re.findall(r"\w+", _body(sqlfiles.named(f"10_stage/{table}"))))
        assert set(frames.schema(table)) <= words, table


def test_everything_has_a_comment(warehouse: duckdb.DuckDBPyConnection) -> None:
    bare = warehouse.execute("""
        SELECT table_name, column_name FROM duckdb_columns()
        WHERE NOT internal AND comment IS NULL AND database_name IN ('build', 'stage')
        UNION ALL
        SELECT table_name, '' FROM duckdb_tables() WHERE comment IS NULL AND database_name IN ('build', 'stage')
        UNION ALL
        SELECT view_name, '' FROM duckdb_views()
        WHERE NOT internal AND comment IS NULL AND database_name IN ('build', 'stage')
    """).fetchall()
    assert bare == []


@pytest.fixture(scope="module")
def warehouse() -> duckdb.DuckDBPyConnection:
    return emptied_warehouse()


@pytest.mark.skipif(
    not (sqlfiles.root().parent / ".git").exists() or shutil.which("git") is None, reason="no checkout of git"
)
def test_a_clone_holds_every_sql_file() -> None:
    """A pattern of .gitignore once kept a folder of migrations out of all clones."""
    ignored = ["git", "ls-files", "--others", "--ignored", "--exclude-standard", "."]
    assert subprocess.run(ignored, cwd=sqlfiles.root(), capture_output=True, text=True, check=True).stdout == ""
