import gzip
import io
import stat
import struct
import tarfile
import zipfile

import pytest

from dateline.read import is_readable
from dateline.records import Rejected
from tests.dateline.read.containers import MEMBERS, PAGE, STORY, json_lines, read, tarred, told, warc, zipped

EXPECTED = [
    ("!/a.txt", "text"),
    ("!/d/b.jsonl#1", "jsonl"),
    ("!/d/b.jsonl#2", "jsonl"),
    ("!/d/b.jsonl#3", "jsonl"),
    ("!/d/c.html.gz", "html"),
    ("!/e.parquet#1", "parquet"),
    ("!/e.parquet#2", "parquet"),
    ("!/e.parquet#3", "parquet"),
    ("!/f.warc.gz#2", "html"),
    ("!/f.warc.gz#3", "html"),
]
BOMB = b"\0" * 50_000_000


@pytest.mark.parametrize("name", ["p/a.zip", "p/a.tar", "p/a.tar.gz", "p/a.tgz"])
def test_each_member_is_read_as_the_file_that_it_is(name: str) -> None:
    data = zipped(MEMBERS) if name.endswith("zip") else tarred(dict(MEMBERS))
    assert told(read(name, data if name.endswith(("zip", "tar")) else gzip.compress(data))) == [
        (name + part, kind) for part, kind in EXPECTED
    ]


@pytest.mark.parametrize("name", ["a.zip", "a.tar"])
def test_ways_out_are_refused_and_the_rest_is_read(name: str) -> None:
    make = zipped if name == "a.zip" else tarred
    outside = ["../up.txt", "/etc/abs.txt", "a/../../b.txt", "..\\win.txt", "C:\\win.txt"]
    found = told(read(name, make({**dict.fromkeys(outside, b"bad"), "./good.txt": STORY.encode()})))
    assert [kind for _, kind in found] == ["outside_landing_zone"] * 5 + ["text"]
    assert found[-1][0] == f"{name}!/good.txt"


def test_links_and_devices_of_a_tar() -> None:
    members: dict[str, bytes | tarfile.TarInfo] = {"good.txt": STORY.encode()}
    for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE, tarfile.DIRTYPE):
        info = tarfile.TarInfo(f"{kind.decode()}.txt")
        info.type, info.linkname = kind, "good.txt"
        members[info.name] = info
    found = told(read("a.tar", tarred(members)))
    assert found == [
        ("a.tar!/good.txt", "text"),
        ("a.tar!/2.txt", "outside_landing_zone"),
        ("a.tar!/1.txt", "outside_landing_zone"),
    ]


def test_a_link_in_a_zip() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        info = zipfile.ZipInfo("link.txt")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(info, "/etc/passwd")
    assert told(read("a.zip", data.getvalue())) == [("a.zip!/link.txt", "outside_landing_zone")]


def test_what_no_reader_knows_is_counted_and_archives_within_are_not_opened() -> None:
    members = {"a.jpg": b"x", "b.JPG": b"x", "c": b"x", "d.zip": zipped(MEMBERS), "e.txt": STORY.encode()}
    hidden = {".git/f.txt": b"x", "__MACOSX/._e.txt": b"x"}
    *documents, last = read("a.zip", zipped(members | hidden))
    assert told(documents) == [("a.zip!/e.txt", "text")]
    assert isinstance(last, Rejected)
    assert last.detail == "4 parts that no reader knows: 2 of .jpg, 1 of .zip, 1 of no suffix"


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_second_member_of_one_name() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("a.txt", "One story.")
        archive.writestr("a.txt", "Another story.")
    first, second = told(read("a.zip", data.getvalue()))
    assert first == ("a.zip!/a.txt", "text")
    assert second[0] != first[0]
    assert second[1] == "malformed_record"


def test_names_that_would_write_on_a_terminal_are_spelt_out() -> None:
    [record] = read("a.zip", zipped({"a\x1b[2J\u202etxt.txt": STORY.encode()}))
    assert record.uri == r"a.zip!/a\x1b[2J\u202etxt.txt"


def test_a_bomb_among_members_harms_no_other() -> None:
    bombs = {"b.jsonl": BOMB, "c.txt": BOMB}
    found = told(read("a.zip", zipped({"a.txt": STORY.encode(), **bombs, "z.html": PAGE.encode()})))
    assert found == [
        ("a.zip!/a.txt", "text"),
        ("a.zip!/b.jsonl", "too_large"),
        ("a.zip!/c.txt", "too_large"),
        ("a.zip!/z.html", "html"),
    ]


def test_members_that_overlap() -> None:
    data = bytearray(zipped({"a.txt": STORY.encode() * 50, "b.txt": b"x" * 5000}, zipfile.ZIP_STORED))
    directory = data.rfind(b"PK\x01\x02")
    data[directory + 42 : directory + 46] = struct.pack("<L", 0)  # the second member begins where the first does
    assert {kind for _, kind in told(read("a.zip", bytes(data)))} <= {"text", "unreadable"}
    data[directory + 20 : directory + 24] = struct.pack("<L", 50_000)
    assert told(read("a.zip", bytes(data))) == [("a.zip", "too_large")]


def test_a_directory_that_claims_too_much() -> None:
    data = bytearray(zipped({"a.txt": b"x"}))
    end = data.rfind(b"PK\x05\x06")
    data[end + 12 : end + 16] = struct.pack("<L", 1 << 30)
    assert told(read("a.zip", bytes(data))) == [("a.zip", "too_large")]


def test_an_encrypted_member_and_an_unknown_method() -> None:
    data = zipped({"a.txt": STORY.encode(), "b.txt": STORY.encode()})
    first = data.find(b"PK\x01\x02")
    locked = bytearray(data)
    locked[first + 8] |= 1
    assert told(read("a.zip", bytes(locked))) == [("a.zip!/a.txt", "unreadable"), ("a.zip!/b.txt", "text")]
    strange = bytearray(data)
    strange[first + 10] = 77
    assert told(read("a.zip", bytes(strange))) == [("a.zip!/a.txt", "unreadable"), ("a.zip!/b.txt", "text")]


def test_a_member_whose_checksum_is_wrong() -> None:
    data = bytearray(zipped({"a.txt": STORY.encode(), "b.txt": STORY.encode()}, zipfile.ZIP_STORED))
    at = data.find(STORY.encode())
    data[at] ^= 1
    assert told(read("a.zip", bytes(data))) == [("a.zip!/a.txt", "unreadable"), ("a.zip!/b.txt", "text")]


def test_archives_that_are_cut_short() -> None:
    tar = tarred({"a.txt": STORY.encode(), "b.jsonl": json_lines(), "c.warc": warc()})
    assert told(read("a.zip", zipped(MEMBERS)[:-40])) == [("a.zip", "unreadable")]
    for cut in (1100, 1600, 2700):
        found = told(read("a.tar", tar[:cut]))
        assert found[0] == ("a.tar!/a.txt", "text")
        assert found[-1][1] == "unreadable"
    damaged = tar[:1024] + b"\xff" * 512 + tar[1536:]
    assert told(read("a.tar", damaged)) == [("a.tar!/a.txt", "text"), ("a.tar", "unreadable")]


def test_a_sparse_member_is_refused() -> None:
    info = tarfile.TarInfo("a.txt")
    info.type = tarfile.GNUTYPE_SPARSE
    data = tarred({"a.txt": info, "b.txt": STORY.encode()})
    assert told(read("a.tar", data)) == [("a.tar!/a.txt", "too_large"), ("a.tar!/b.txt", "text")]


def test_a_header_without_an_end_is_given_up() -> None:
    info = tarfile.TarInfo("name")
    info.type, info.size = tarfile.GNUTYPE_LONGNAME, 60_000_000
    data = gzip.compress(info.tobuf() + b"x" * 60_000_000 + tarred({"b.txt": STORY.encode()}))
    assert told(read("a.tar.gz", data)) == [("a.tar.gz", "too_large")]


@pytest.mark.parametrize("data", [zipped({}), tarred({})])
def test_an_empty_archive(data: bytes) -> None:
    name = "a.zip" if data.startswith(b"PK") else "a.tar"
    assert told(read(name, data)) == [(name, "empty")]


def test_packed_archives_that_must_be_sought_in_are_no_kind_of_ours() -> None:
    assert not is_readable("a.zip.gz")
    assert not is_readable("a.parquet.zst")
    assert is_readable("A.WARC.GZ")
    assert is_readable("a.wet.zst")
