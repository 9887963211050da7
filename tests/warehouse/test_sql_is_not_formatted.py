"""SQL takes values by parameters alone: no string that reaches DuckDB is put together from values."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("dateline", "expectations", "flows", "tasks", "warehouse")
TAKES_SQL = {"execute", "executemany", "sql", "query", "extract_statements"}
NAMES_ONLY = {
    ("warehouse/diff.py", "execute"): "attaches under the names `before` and `after`; the path is a parameter",
}
"""Where a name of ours, and no value, is put into SQL, and which."""


def made_up(node: ast.expr) -> bool:
    """Whether a string is put together: an f-string with something in it, `+`, `%`, `.format`, `.join`, `.replace`."""
    if isinstance(node, ast.JoinedStr):
        return any(isinstance(part, ast.FormattedValue) for part in node.values)
    if isinstance(node, ast.BinOp):
        return True
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"format", "join", "replace", "substitute", "safe_substitute"}
    )


def formatted(path: Path) -> Iterator[tuple[str, int]]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    named = {
        target.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and made_up(node.value)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or not node.args:
            continue
        given = node.args[0]
        if node.func.attr in TAKES_SQL and (made_up(given) or (isinstance(given, ast.Name) and given.id in named)):
            yield node.func.attr, node.lineno


@pytest.mark.parametrize("room", ROOMS)
def test_no_room_formats_sql(room: str) -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in sorted((ROOT / room).rglob("*.py"))
        for call, line in formatted(path)
        if (path.relative_to(ROOT).as_posix(), call) not in NAMES_ONLY
    ]
    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        "con.execute(f'SELECT {x}')",
        "con.sql('SELECT ' + x)",
        "con.execute('SELECT %s' % x)",
        "con.query('SELECT {}'.format(x))",
        "q = f'SELECT {x}'\ncon.execute(q)",
        "con.execute(' '.join(parts))",
    ],
)
def test_the_test_sees_it(tmp_path: Path, line: str) -> None:
    (tmp_path / "a.py").write_text(line, encoding="utf-8")
    assert list(formatted(tmp_path / "a.py"))
