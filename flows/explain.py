"""What `dateline explain` does: finds the records that are meant, and has them explained."""

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from dateline.errors import UsageError
from dateline.records import RawDocument, Rejected
from dateline.settings import Settings
from flows.explanation import Explanation, explain_record, read_frame, read_lines
from tasks import landing
from tasks.landing import LandingZone
from tasks.profiles import load_profiles
from warehouse import read

_RECORD: Final = re.compile(r"#\d+$")
_PROTOCOL: Final = re.compile(r"\w+://")
_MEMBER: Final = "!/"


def explain_file(given: str, settings: Settings, *, record: int | None = None) -> Iterator[Explanation]:
    """Explain the records of a file: all of them, or the one that is asked for.

    Args:
        given: A path, an fsspec URI, or the URI of a document in the landing zone (`file.jsonl#3`).
        settings: Landing zone, profiles, and how records are read.
        record: Number of the record, from 1, where the file holds several.

    Raises:
        UsageError: there is no such file or record, or no reader for it.
    """
    zone, part = _find(given, settings.landing)
    uri = zone.files[0].uri
    profiles = load_profiles(settings.profiles)
    as_of = settings.as_of or datetime.now(UTC).date()
    asked, told, number = bool(part or record), 0, 0
    for number, one in enumerate(landing.read(zone, settings.max_record_bytes, settings.columns), start=1):
        if not _is_meant(one, one.uri.removeprefix(uri), part, record, number):
            continue
        told += 1
        yield explain_record(one, as_of=as_of, profile=profiles.of(one) if isinstance(one, RawDocument) else None)
    if asked and not told:
        raise UsageError(f"{uri} has no record {part or record}; records in it: {number}")


def _is_meant(one: RawDocument | Rejected, rest: str, part: str, record: int | None, number: int) -> bool:
    """Return whether a record is asked for: by what follows the file's name in its URI, or by its number."""
    if isinstance(one, Rejected) and not rest:  # the file as a whole cannot be read: that explains each of its records
        return True
    if part:
        return rest == part
    return record is None or (rest == f"#{record}" if _RECORD.fullmatch(rest) else number == record)


def explain_published(data: Path, uri: str) -> Explanation:
    """Explain a document as the published warehouse holds it, whatever has become of its file.

    Raises:
        UsageError: nothing is published, or the warehouse does not know the document.
    """
    with closing(read.open_published(data)) as con:
        documents = read.document(con, uri).to_dicts()
        if not documents:
            set_aside = read.set_aside(con, uri).to_dicts()
            if not set_aside:
                raise UsageError(f"{data} knows no document {uri}: give its URI as in dim_document.uri")
            return Explanation(uri=uri, rejected=Rejected(uri=uri, **set_aside[0]))
        [facts] = documents
        lines = read_lines(facts["raw"], facts["format"], read.blocks(con, facts["document_key"]).to_dicts())
    return Explanation(uri=uri, frame=list(read_frame(facts, lines)), lines=lines)


def _find(given: str, zone: str) -> tuple[LandingZone, str]:
    """Return a zone of the one file that is meant, under its URI there, and which part of it is meant."""
    path, part = _split(given)
    refused = f"{given} does not exist, neither by itself nor in the landing zone {zone}"
    for place, rest in ((given, ""), (path, part), (f"{zone.rstrip('/')}/{path}", part)):
        try:
            found = landing.survey(place)
        except UsageError as error:
            if _PROTOCOL.match(place):  # why a store cannot be asked is worth more than that nothing was found
                refused = str(error)
            continue
        if len(found.files) > 1 or found.filesystem.isdir(place):
            raise UsageError(f"{given} holds several files: name one of them")
        if not found.files:
            raise UsageError(f"{given} is of a kind that no reader knows: the README lists the suffixes")
        [file] = found.files
        return replace(found, files=(replace(file, uri=_uri_in(zone, file.path, file.uri)),)), rest
    raise UsageError(refused)


def _split(given: str) -> tuple[str, str]:
    """Return the file and what names a member or record in it: `posts.zip`, `!/a.jsonl#3`."""
    if _MEMBER in given:
        path, member = given.split(_MEMBER, 1)
        return path, f"{_MEMBER}{member}"
    number = _RECORD.search(given)
    return (given[: number.start()], number[0]) if number else (given, "")


def _uri_in(zone: str, path: str, name: str) -> str:
    """Return the URI that a file has in the landing zone; its name, where it lies elsewhere."""
    try:
        return Path(path).resolve().relative_to(Path(zone).resolve()).as_posix()
    except ValueError:
        return name
