"""The pages over HTTP: those that are pages, to whom they are for, and nothing else."""

from base64 import b64encode
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from dateline.errors import UsageError
from flows.page_server import PageServer


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "brief.html").write_text("<p>the night", encoding="utf-8")
    (tmp_path / "dateline.duckdb").write_text("secret", encoding="utf-8")
    return tmp_path


@pytest.fixture
def pages(data: Path) -> Iterator[PageServer]:
    with PageServer(data, "127.0.0.1", 0, None) as server:
        yield server


def get(pages: PageServer, path: str, method: str = "GET", auth: str = "") -> tuple[HTTPResponse, str]:
    connection = HTTPConnection(pages.url.removeprefix("http://"), timeout=10)
    connection.request(method, path, headers={"Authorization": f"Basic {b64encode(auth.encode()).decode()}"})
    answer = connection.getresponse()
    return answer, answer.read().decode()


def test_a_page_is_served_as_it_is_written(pages: PageServer) -> None:
    answer, text = get(pages, "/brief.html?from=mail")
    assert (answer.status, text) == (200, "<p>the night")
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"


def test_a_page_that_is_not_written_yet_says_so(pages: PageServer) -> None:
    answer, text = get(pages, "/quality.html")
    assert answer.status == 404
    assert "not written yet" in text


def test_the_first_page_leads_to_the_others(pages: PageServer) -> None:
    _, text = get(pages, "/")
    assert 'href="brief.html"' in text
    assert 'href="quality.html"' in text


@pytest.mark.parametrize(
    "path",
    ["/dateline.duckdb", "/../dateline.duckdb", "/prefect/server.log", "/brief.html/", "/%2e%2e/x"],
)
def test_nothing_else_is_served(pages: PageServer, path: str) -> None:
    answer, text = get(pages, path)
    assert answer.status == 404
    assert "secret" not in text


def test_it_only_reads(pages: PageServer) -> None:
    assert get(pages, "/brief.html", "POST")[0].status == 501
    assert get(pages, "/brief.html", "HEAD")[1] == ""


@pytest.mark.parametrize(("given", "status"), [("ada:right", 200), ("ada:wrong", 401), ("", 401)])
def test_with_a_password_only_who_knows_it_reads(data: Path, given: str, status: int) -> None:
    with PageServer(data, "127.0.0.1", 0, "ada:right") as pages:
        answer, text = get(pages, "/brief.html", auth=given)
    assert answer.status == status
    assert ("the night" in text) == (status == 200)


def test_a_port_that_is_taken_is_refused(data: Path, pages: PageServer) -> None:
    port = int(pages.url.rpartition(":")[2])
    with pytest.raises(UsageError, match="--pages-port"):
        PageServer(data, "127.0.0.1", port, None)
