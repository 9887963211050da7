"""Every command that a page names exists, and is run: by the test of the pages, or by a file of elsewhere.toml."""

import importlib.util
import re
from pathlib import Path

import pytest

from tests.docs.commands import (
    Use,
    elsewhere,
    in_text,
    is_elsewhere,
    leaves,
    lines_of,
    make_targets,
    named_in_text,
    stand_for,
    to_run,
    unknown,
    uses,
)
from tests.docs.snippets import PAGES, ROOT, languages, snippets

IDS = [str(page.relative_to(ROOT)) for page in PAGES]


def run_here() -> dict[str, set[str]]:
    """Commands of `dateline` that blocks of pages run, with all options that any of them gives."""
    found: dict[str, set[str]] = {}
    for page in PAGES:
        for snippet in snippets(page):
            if snippet.language == "sh":
                for line in lines_of(to_run(snippet.code)):
                    for use in uses(line):
                        found.setdefault(use.command, set()).update(use.options)
    return found


def shell_lines(page: Path) -> list[str]:
    return [line for snippet in snippets(page) if snippet.language == "sh" for line in lines_of(snippet.code)]


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_every_block_says_its_language(page: Path) -> None:
    assert "" not in languages(page), "sh, python and sql are run; text, toml, mermaid and the like are shown"


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_commands_exist_with_their_options(page: Path) -> None:
    for command in in_text(page.read_text(encoding="utf-8")):
        if use := named_in_text(command):
            assert not unknown(use), f"{command}: {unknown(use)}"
    for line in shell_lines(page):
        for use in uses(line):
            assert not unknown(use), f"{line}: {unknown(use)}"


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_make_and_modules_exist(page: Path) -> None:
    for command in [*in_text(page.read_text(encoding="utf-8")), *shell_lines(page)]:
        if target := re.match(r"make ([\w-]+)", command):
            assert target[1] in make_targets(ROOT), command
        if module := re.match(r"python -m ([\w.]+)", command):
            assert importlib.util.find_spec(module[1]), command


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_what_running_text_names_is_run(page: Path) -> None:
    here = run_here()
    for command in in_text(page.read_text(encoding="utf-8")):
        use = named_in_text(command)
        if use and not is_elsewhere(use):
            missing = sorted(use.options - {"--help"} - here.get(use.command, set()))
            assert use.command in here or "--help" in use.options, (
                f"no page runs `{command}`: see tests/docs/snippets.py"
            )
            assert not missing, f"no page runs `{command}` with {missing}: see tests/docs/snippets.py"


def test_every_command_is_documented() -> None:
    named = {
        use.command
        for page in PAGES
        for command in [*in_text(page.read_text(encoding="utf-8")), *shell_lines(page)]
        for use in [named_in_text(command), *uses(command)]
        if use
    }
    assert leaves() <= named, f"no page names {sorted(leaves() - named)}"


@pytest.mark.parametrize("line", elsewhere(), ids=str)
def test_what_is_run_elsewhere_is_shown_and_run(line: str) -> None:
    shown = {line for page in PAGES for line in [*shell_lines(page), *in_text(page.read_text(encoding="utf-8"))]}
    use = named_in_text(line)
    used = [named for command in shown if (named := named_in_text(command))]
    assert line in shown or (use and any(use.command == one.command for one in used)), "no page shows it any more"
    entry = elsewhere()[line]
    assert entry.why
    by = ROOT / entry.by
    text = by.read_text(encoding="utf-8") if by.is_file() else " ".join(path.name for path in by.iterdir())
    for word in [*use.command.split(), *use.options] if use else []:
        assert word in text, f"{entry.by} does not name {word}"


def test_what_stands_for_something_is_shown() -> None:
    pages = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert all(word in pages for word in stand_for())


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("dateline sql 'SELECT 1; SELECT 2' --data data | head -3", [Use("sql", frozenset({"--data"}))]),
        (".venv/bin/dateline quarantine list", [Use("quarantine list", frozenset())]),
        (
            "DATELINE_DATA=data dateline run && dateline digest",
            [Use("run", frozenset()), Use("digest", frozenset())],
        ),
        ("echo dateline run", []),
        ("dateline --help", [Use("", frozenset({"--help"}))]),
    ],
)
def test_uses_are_found_in_lines_of_the_shell(line: str, found: list[Use]) -> None:
    assert list(uses(line)) == found


def test_lines_are_joined_and_lose_their_comments() -> None:
    assert lines_of("# all\na 'b # c' # d\ne \\\n  f\n\n") == ["a 'b # c'", "e f"]


def test_commands_in_text_are_found_outside_blocks() -> None:
    page = "Type `dateline run --data DIR`, or `make\nit so`.\n\n```sh\necho `dateline sql x`\n```\nAnd `make x`.\n"
    assert in_text(page) == ["dateline run --data DIR", "make x"]


def test_a_choice_in_text_is_no_word_of_the_command() -> None:
    assert named_in_text("dateline quarantine retry [URI…] [--reason WHY]") == Use(
        "quarantine retry", frozenset({"--reason"})
    )


def test_an_option_that_is_none_is_told() -> None:
    assert unknown(Use("run", frozenset({"--data", "--fast"}))) == ["--fast"]


def test_a_line_run_elsewhere_is_left_out_and_a_placeholder_filled() -> None:
    assert to_run("make test    # all\ndateline explain PAGE.html\n").startswith("dateline explain sample/landing/")
