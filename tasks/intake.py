"""What the landing zone holds against what the warehouse knows, and the new records as raw batches on the shelf."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Final, Literal

import polars as pl

from dateline import frames
from dateline.clean.profile import Profiles
from dateline.errors import UsageError
from dateline.records import RawDocument, Rejected
from dateline.version import extractor_version
from tasks import landing, shelf
from tasks.landing import LandedFile, LandingZone
from tasks.night import Night, RawBatch
from tasks.profiles import profiles_at, shelve_profiles
from tasks.shelf import Place
from warehouse.books import KnownVersion

Change = Literal["new", "changed", "outdated", "kept", "kept_quarantined", "withdrawn"]
"""`outdated`: read by older rules, another model or profile; `withdrawn`: an operator took it out, and it stays out."""

_STAYS: Final = frozenset[Change | None]({"kept", "kept_quarantined", "withdrawn"})

BATCH_CHARACTERS: Final = 16_000_000
"""Raw characters after which a batch is closed even with few documents, which bounds a worker's memory."""

SEEN: Final = pl.Schema({"uri": pl.String(), "content_sha256": pl.String(), "extractor_version": pl.String()})


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What a night found; `folder` holds the tables `seen` (uri and versions of what is read anew) and `rejected`."""

    folder: Path
    batches: tuple[RawBatch, ...]
    outcomes: Mapping[str, int]
    leaving: tuple[KnownVersion, ...]
    """What goes out of the warehouse, with the state that it has then: vanished from a complete zone, or withdrawn."""


@dataclass(slots=True)
class _Comparison:
    """Tells for each record what changed about it, and counts."""

    known: Mapping[str, KnownVersion]
    night: Night
    outcomes: Counter[str] = field(default_factory=Counter)
    uris: set[str] = field(default_factory=set)
    seen: list[tuple[str, str, str]] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    profiles: Profiles = field(init=False)
    certain: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self.profiles = profiles_at(self.night.profiles, self.night.profiles_version)
        self.certain = _certain_versions(self.profiles, self.night)

    def to_do(self, zone: LandingZone) -> Iterator[RawDocument]:
        """Yield the documents that must be read anew; rejected records are kept aside."""
        for file in zone.files:
            for record in self._unknown(zone, file):
                version = version_of(record)
                extractor = extractor_version_of(record, self.profiles, self.night.model)
                change = change_of(self.known.get(record.uri), version, extractor)
                self._count(record.uri, change)
                if change in _STAYS:
                    continue
                self.seen.append((record.uri, version, extractor))
                if isinstance(record, Rejected):
                    self.rejected.append(record)
                else:
                    yield record

    def _unknown(self, zone: LandingZone, file: LandedFile) -> Iterable[RawDocument | Rejected]:
        """Return the records of a file but for those that stay as they are; a file of one document is hashed first."""
        most = self.night.max_record_bytes
        content = landing.bare_version(zone, file, most) if file.uri in self.known else None
        if content and self._stays(file.uri, content):
            return ()
        return landing.read_file(zone, file, most, self.night.columns, self._stays)

    def _stays(self, uri: str, content: str) -> bool:
        """Whether the record at `uri` stays as it is, as far as its content alone tells; then it is counted here."""
        before = self.known.get(uri)
        if before is None or before.extractor_version not in self.certain:
            return False
        change = change_of(before, content, before.extractor_version)
        if change in _STAYS:
            self._count(uri, change)
        return change in _STAYS

    def _count(self, uri: str, change: Change) -> None:
        self.outcomes["found"] += 1
        self.outcomes[change] += 1
        self.uris.add(uri)

    def vanished(self) -> tuple[KnownVersion, ...]:
        """Return what a complete landing zone no longer holds of what stands in the warehouse, in the order of URIs.

        Raises:
            UsageError: so much is gone that the zone itself is likely not there.
        """
        night = self.night
        if not night.complete_landing:
            return ()
        standing = {uri for uri, version in self.known.items() if version.state in ("loaded", "quarantined")}
        gone = standing - self.uris
        if len(gone) > night.max_vanished * len(standing):
            raise UsageError(
                f"landing zone {night.landing} is said to be complete, but {len(gone)} of {len(standing)} known "
                "documents are not in it, so nothing was done. Is it mounted? To withdraw them, allow it for one run: "
                "--max-vanished 1"
            )
        return tuple(replace(self.known[uri], state="vanished") for uri in sorted(gone))


def _certain_versions(profiles: Profiles, night: Night) -> frozenset[str]:
    """Return the extractor versions that stand as long as a document's content does.

    A document's outlet follows from its URI and content: what was read by a profile that still holds would be given
    that profile again. One that was read without a profile has to be read to tell whether its outlet has one now.
    """
    read_by = {extractor_version(night.model, profile.version) for profile in profiles.outlets.values()}
    return frozenset(read_by or {night.extractor_version})


def version_of(record: RawDocument | Rejected) -> str:
    """Return the hash of a record's content; of a record that cannot be read, the hash of why."""
    if isinstance(record, RawDocument):
        return record.content_sha256
    return sha256(f"{record.reason}\n{record.detail}".encode("utf-8", "backslashreplace")).hexdigest()


def extractor_version_of(record: RawDocument | Rejected, profiles: Profiles, model: str) -> str:
    """Return the version of what reads a record: a profile touches the documents of its own outlet only."""
    profile = profiles.of(record) if isinstance(record, RawDocument) else None
    return extractor_version(model, profile.version if profile else None)


def change_of(known: KnownVersion | None, content_sha256: str, extractor_version: str) -> Change:
    """Return what a record with `content_sha256` is to a warehouse that knows `known` at its URI."""
    if known is None or known.state == "vanished":
        return "new"
    if known.state == "withdrawn":
        return "withdrawn"
    if known.content_sha256 != content_sha256 or (known.state == "loaded" and not known.is_staged):
        return "changed"
    if known.extractor_version != extractor_version:
        return "outdated"
    return "kept_quarantined" if known.state == "quarantined" else "kept"


def take_in(night: Night, known: Mapping[str, KnownVersion]) -> Intake:
    """Read the landing zone and put what is new or changed on the shelf as raw batches.

    Batches are cut by content: the same records give the same batches, whatever run reads them.

    Raises:
        UsageError: there is no such landing zone, or it misses most of what it held.
        SourceError: it cannot be read just now.
    """
    zone = landing.survey(night.landing)
    comparison = _Comparison(known, night)
    batches = put_raw(comparison.to_do(zone), night)
    return Intake(
        folder=put_seen(night, night.run_id, comparison.seen, comparison.rejected),
        batches=batches,
        outcomes=_with_ignored(comparison.outcomes, zone),
        leaving=comparison.vanished(),
    )


def put_raw(documents: Iterable[RawDocument], night: Night) -> tuple[RawBatch, ...]:
    """Put `documents` on the shelf as raw batches of the night's size, with what workers need to clean them."""
    shelve_profiles(night.profiles, night.shelved_profiles)
    batches = [_put_raw(night.shelf, batch) for batch in _cut(documents, night.batch_size)]
    return tuple(replace(batch, number=n, of=len(batches)) for n, batch in enumerate(batches, start=1))


def put_seen(night: Night, name: str, seen: Iterable[tuple[str, str, str]], rejected: Iterable[Rejected]) -> Path:
    """Put down what is read anew (URI, content, extractor version) and what was rejected; return the folder."""
    folder = night.desk / "intake" / name
    versions = pl.DataFrame(list(seen), schema=SEEN, orient="row")
    shelf.put(folder, {"seen": versions, "rejected": frames.to_frame("rejected", rejected)})
    return folder


def nothing_to_do(zone: LandingZone, night: Night, known: Mapping[str, KnownVersion]) -> Mapping[str, int] | None:
    """Return the counts by change when every record is known and none vanished that should be withdrawn, else `None`.

    Reading stops at the first record that is new or changed.

    Raises:
        UsageError: there is no such landing zone, or it misses most of what it held.
    """
    comparison = _Comparison(known, night)
    if any(True for _ in comparison.to_do(zone)) or comparison.seen:
        return None
    if comparison.vanished():
        return None
    return _with_ignored(comparison.outcomes, zone)


def _with_ignored(outcomes: Mapping[str, int], zone: LandingZone) -> dict[str, int]:
    """Files that no reader knows are no documents, but they are told too."""
    return {**outcomes, "ignored": zone.ignored} if zone.ignored else dict(outcomes)


def _cut(documents: Iterable[RawDocument], batch_size: int) -> Iterator[list[RawDocument]]:
    batch: list[RawDocument] = []
    characters = 0
    for document in documents:
        batch.append(document)
        characters += len(document.raw)
        if len(batch) == batch_size or characters >= BATCH_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _put_raw(place: Place, documents: list[RawDocument]) -> RawBatch:
    digest = shelf.digest_of(*(f"{document.uri} {document.content_sha256}" for document in documents))
    folder = place / "raw" / digest
    if not shelf.is_whole(folder):
        shelf.put(folder, {"raw_document": frames.to_frame("raw_document", documents)})
    return RawBatch(number=0, of=0, digest=digest, folder=folder, rows=len(documents))
