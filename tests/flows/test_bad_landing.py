"""A night over a landing zone of bad files among good documents: each bad one has its row, no good one suffers."""

import gzip
import json
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

import duckdb
import pytest
from backports import zstd

from tests.dateline.read import containers as c

Command = Callable[..., "subprocess.CompletedProcess[str]"]
GOLDEN: Final = Path(__file__).parents[1] / "golden" / "landing"
TOLD: Final = (
    "The museum of maps in the old harbor opened a hall of globes on Friday, and school classes come in for free."
)
STORY: Final = TOLD.encode()
LAUGHS: Final = (
    "<?xml version='1.0'?><!DOCTYPE l [<!ENTITY l0 'ha'>"
    + "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10))
    + "]>"
)
PAGE: Final = f"<html><head><title>Globes</title></head><body><h1>Globes</h1><p>{TOLD}</p></body></html>".encode()
LINE: Final = json.dumps({"text": TOLD}).encode()
pytestmark = [pytest.mark.server, pytest.mark.model]


def encrypted() -> bytes:
    """A ZIP archive whose member says that it is encrypted."""
    data = bytearray(c.zipped({"a.txt": STORY}, zipfile.ZIP_STORED))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def nested() -> bytes:
    archive = c.zipped({"a.txt": STORY})
    for _ in range(30):
        archive = c.zipped({"in.zip": archive})
    return archive


def linked() -> bytes:
    link = tarfile.TarInfo("a.txt")
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/hostname"
    return c.tarred({"a.txt": link})


def page(body: str) -> bytes:
    return f"<html><body>{body}</body></html>".encode()


BAD: Final[dict[str, tuple[bytes, str]]] = {
    # nothing in it, or no text
    "empty.txt": (b"", "empty"),
    "empty.jsonl": (b"", "empty"),
    "empty.zip": (b"", "unreadable"),
    "empty.txt.gz": (gzip.compress(b""), "empty"),
    "blank.html": (b" \r\n\t\n", "empty"),
    "mark_alone.txt": (b"\xff\xfe", "empty"),
    "no_text.html": (page("<script>let a = 1</script>"), "no_content"),
    "invisible.txt": ("\u200b\u202e\u2060".encode() * 9, "no_content"),
    # no encoding gives text
    "nul.txt": (b"Some words\x00 and more", "undecodable"),
    "nul_at_the_end.txt": (STORY * 1000 + b"\x00", "undecodable"),
    "controls.txt": (b"\x01\x02\x03\x04" * 50, "undecodable"),
    "noise.txt": (bytes(range(256)) * 40, "undecodable"),
    "half_a_character.txt": (b"\xff\xfe\x00", "undecodable"),
    "surrogate.jsonl": (b'{"text": "a\\u0000b"}', "undecodable"),
    # something else than its name says
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "undecodable"),
    "document.html": (b"%PDF-1.7 of readable words", "undecodable"),
    "archive.txt": (c.zipped({"a.txt": STORY}), "undecodable"),
    "text.zip": (STORY, "unreadable"),
    "text.parquet": (STORY, "unreadable"),
    "text.txt.gz": (STORY, "unreadable"),
    "text.txt.zst": (STORY, "unreadable"),
    "text.warc": (STORY, "malformed_record"),
    "text.xml": (STORY, "malformed_record"),
    # cut off or closed
    "cut.txt.gz": (gzip.compress(STORY)[:-9], "unreadable"),
    "cut.txt.zst": (zstd.compress(STORY)[:-9], "unreadable"),
    "cut.zip": (c.zipped(c.MEMBERS)[:100], "unreadable"),
    "cut.tar.gz": (gzip.compress(c.tarred({"a.txt": STORY * 99}))[:60], "unreadable"),
    "cut.parquet": (c.parquet()[:100], "unreadable"),
    "locked.zip": (encrypted(), "unreadable"),
    # too much
    "line.txt": (b"x" * 50_000_000, "too_large"),
    "line.jsonl": (b"x" * 50_000_000, "too_large"),
    "field.csv": (b"title,text\na," + b"x" * 30_000_000 + b"\n", "too_large"),
    "bomb.txt.gz": (gzip.compress(b"a " * 60_000_000), "too_large"),
    "bomb.zip": (c.zipped({"a.txt": b"a " * 60_000_000}), "too_large"),
    "sentence.txt": (b"The talks went on and " * 450_000, "too_large"),
    "letters.txt": (b"a\n" * 1_000_000, "too_large"),
    "letters.html": (page("<p>a</p>" * 500_000), "too_large"),
    "brackets.md": (b"[" * 200_000, "too_large"),
    "attributes.html": (page("<p " + " ".join(f"a{n}=b" for n in range(100_000)) + ">"), "too_large"),
    "ampersands.html": (page("&amp;" * 500_000), "too_large"),
    "comments.html": (page("<!--" * 200_000), "no_content"),
    "story.txt": ("\n\n".join(f"In room {n}: {TOLD}" for n in range(2_500)).encode(), "too_large"),
    "objects.jsonl": (b"[" * 30_000_000, "too_large"),
    # leaving the landing zone
    "upward.zip": (c.zipped({"../../a.txt": STORY}), "outside_landing_zone"),
    "upward.tar": (c.tarred({"../../a.txt": STORY}), "outside_landing_zone"),
    "link.tar": (linked(), "outside_landing_zone"),
    # records that are none
    "array.jsonl": (b"[1, 2]", "malformed_record"),
    "no_text_field.jsonl": (b'{"id": 1}', "malformed_record"),
    "deep.jsonl": (b'{"text":' + b"[" * 90_000, "malformed_record"),
    "laughs.xml": ((LAUGHS + "<rss><channel><item>&l9;</item></channel></rss>").encode(), "malformed_record"),
    "sitemap.xml": (b"<?xml version='1.0'?><urlset/>", "malformed_record"),
    "nested.zip": (nested(), "unreadable"),
}
PARTLY: Final[dict[str, tuple[bytes, int, str]]] = {
    "broken_line.jsonl": (
        LINE + b"\nno json\n" + LINE,
        2,
        "malformed_record",
    ),
    "one_bad_member.zip": (c.zipped({"a.txt": STORY, "b.txt": b"\x00\x01"}), 1, "undecodable"),
    "cut_between.warc": (c.response(PAGE) * 2 + c.response(PAGE)[:-90], 2, "unreadable"),
}
"""Files with good records and one bad: how many good ones, and the reason against the bad one."""
ODD: Final[dict[str, bytes]] = {
    "utf16.txt": TOLD.encode("utf-16"),
    "utf16_without_mark.txt": TOLD.encode("utf-16-le"),
    "invalid_byte.txt": STORY * 3 + b"\xff" + STORY * 3,
    "right_to_left.txt": f"\u202e{TOLD}\u200f \u2066(quoted)\u2069".encode(),
    "called_text.txt": PAGE,
    "lone_surrogate.jsonl": b'{"text": "' + STORY + b' \\ud800"}',
    "deep.html": page("<div>" * 50_000 + f"<p>{TOLD}</p>" + "</div>" * 50_000),
    "laughs.html": (LAUGHS + f"<html><body><p>{TOLD} &l9;</p></body></html>").encode(),
}
"""Strange files that hold a document all the same."""


@pytest.fixture(scope="module")
def zones(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The good documents alone, and the same among bad files."""
    good, mixed = tmp_path_factory.mktemp("good"), tmp_path_factory.mktemp("mixed")
    for zone in (good, mixed):
        shutil.copytree(GOLDEN, zone / "wire")
    secret = tmp_path_factory.mktemp("outside") / "secret.txt"
    secret.write_bytes(STORY)
    files = {name: data for name, (data, _) in BAD.items()} | {name: data for name, (data, *_) in PARTLY.items()} | ODD
    for name, data in files.items():
        (mixed / name).write_bytes(data)
    (mixed / "link.txt").symlink_to(secret)
    (mixed / "tiny").mkdir()
    for number in range(1_000):
        (mixed / "tiny" / f"{number}.txt").touch()
    return good, mixed


def rows(data: Path, query: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str((data / "dateline.duckdb").resolve()), read_only=True) as con:
        return con.execute(query).fetchall()


FACTS: Final = (
    "SELECT uri, title, published_date, published_date_basis, agency_source_key, outlet_source_key, is_story, language,"
    " dateline_place_key, body_chars FROM dim_document",
    "SELECT uri, body FROM document_text JOIN dim_document USING (document_key)",
    "SELECT uri, entity_type, surface, person_key, organization_key, place_key, start_char, raw_start, raw_end"
    " FROM fact_mention JOIN dim_document USING (document_key)",
    "SELECT uri, text, kind, speaker_person_key, speaker_surface, raw_start, raw_end"
    " FROM fact_quote JOIN dim_document USING (document_key)",
    "SELECT uri, person_key, office_key, status, raw_start FROM fact_office JOIN dim_document USING (document_key)",
    "SELECT uri, event_key, is_main, raw_start FROM fact_event_report JOIN dim_document USING (document_key)",
    "SELECT name, country_code, person_key FROM dim_person JOIN (SELECT DISTINCT person_key FROM fact_mention JOIN"
    " dim_document USING (document_key) WHERE uri LIKE 'wire/%') USING (person_key)",
)


def facts(data: Path) -> list[list[tuple[object, ...]]]:
    """All that the warehouse tells of the good documents."""
    return [sorted(rows(data, f"SELECT * FROM ({query}) {where(query)}"), key=repr) for query in FACTS]


def where(query: str) -> str:
    return "WHERE uri LIKE 'wire/%'" if query.startswith("SELECT uri") else ""


def refused(data: Path) -> dict[str, list[str]]:
    """The reasons in quarantine by file of the landing zone."""
    reasons: dict[str, list[str]] = {}
    for uri, reason in rows(data, "SELECT uri, reason FROM meta.quarantine"):
        reasons.setdefault(str(uri).split("#")[0].split("!")[0], []).append(str(reason))
    return reasons


def test_bad_files_lose_no_good_document_and_change_no_fact(
    dateline: Command, server_api: str, zones: tuple[Path, Path], tmp_path: Path
) -> None:
    good, mixed = zones
    for zone, data in ((good, "alone"), (mixed, "among")):
        night = ("run", "--landing", zone, "--data", tmp_path / data, "--as-of", "2026-01-31")
        done = dateline(*night, PREFECT_API_URL=server_api)
        assert done.returncode == 0, done.stderr
        assert "Traceback" not in done.stderr
    alone, among = tmp_path / "alone", tmp_path / "among"

    before = facts(alone)
    assert len(before[0]) >= 30
    assert sum(map(len, before)) > 500
    assert facts(among) == before

    reasons = refused(among)
    tiny = [reasons.pop(f"tiny/{number}.txt") for number in range(1_000)]
    assert all(reason == ["empty"] for reason in tiny)
    assert reasons.pop("link.txt") == ["outside_landing_zone"]
    for name, reason in refused(alone).items():
        assert reasons.pop(name) == reason
    expected = {name: [reason] for name, (_, reason) in BAD.items()}
    expected |= {name: [reason] for name, (_, _, reason) in PARTLY.items()}
    assert reasons == expected

    kept = [str(uri) for (uri,) in rows(among, "SELECT uri FROM dim_document WHERE document_key <> 0")]
    assert {name: sum(uri.startswith(name) for uri in kept) for name in PARTLY} == {
        name: n for name, (_, n, _) in PARTLY.items()
    }
    assert set(ODD) <= {uri.split("#")[0] for uri in kept}
    cases = len(BAD) + len(PARTLY) + len(ODD) + 2
    sys.stdout.write(f"{cases} cases and 1000 tiny files beside {len(before[0])} documents: no good one lost\n")
