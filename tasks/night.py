"""What a run is about: plain values that every task is given, so that no task reads settings or the environment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

from dateline.settings import Settings
from dateline.version import RULES_VERSION, extractor_version
from tasks.corrections import load_corrections
from tasks.profiles import load_profiles
from tasks.shelf import Place, place_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Night:
    """One run over one landing zone.

    `run_id` names it in the pipeline's books; `as_of` is the day that counts as today when a year is inferred;
    `corrections` is the text of the operator's file when the run began;
    `profiles_version` is that of the file `profiles` when the run began; `wait` is for how many seconds another run
    that writes is waited for; `shelf_root` is where batches stand instead of the data directory.
    """

    run_id: str
    started_at: datetime
    landing: str
    data: Path
    model: str
    as_of: date
    batch_size: int
    max_record_bytes: int
    complete_landing: bool
    max_vanished: float
    keep_snapshots: int
    columns: str | None = None
    lease: str | None = None
    corrections: str = ""
    profiles: Path | None = None
    profiles_version: str = ""
    wait: float = 0
    shelf_root: str | None = None
    rules_version: str = RULES_VERSION

    @property
    def shelf(self) -> Place:
        """Where staged batches stand, which workers on other machines read and write too."""
        return place_at(self.shelf_root) / "staging" if self.shelf_root else self.desk

    @property
    def desk(self) -> Path:
        """Where staged tables stand that this machine alone reads and writes."""
        return self.data / "staging"

    @property
    def shelved_profiles(self) -> Place | None:
        """Where workers find the file of outlet profiles."""
        if not self.profiles or not self.shelf_root:
            return self.profiles
        return self.shelf / "profiles" / f"{self.profiles_version}.toml"

    @property
    def corrections_version(self) -> str | None:
        """Hash of the corrections; `None` without any."""
        return sha256(self.corrections.encode()).hexdigest() if self.corrections else None

    @property
    def extractor_version(self) -> str:
        """The version of what makes the facts of a document whose outlet has no profile."""
        return extractor_version(self.model)


def begin_night(settings: Settings) -> Night:
    """Name a run that starts now with `settings`.

    Raises:
        UsageError: the file of outlet profiles, that of corrections or the shelf cannot be used.
    """
    now = datetime.now(UTC)
    return Night(
        run_id=now.strftime("%Y%m%dT%H%M%S.%fZ"),
        started_at=now,
        landing=settings.landing,
        data=settings.data.resolve(),
        model=settings.model,
        as_of=settings.as_of or now.date(),
        batch_size=settings.batch_size,
        max_record_bytes=settings.max_record_bytes,
        complete_landing=settings.complete_landing,
        max_vanished=settings.max_vanished,
        keep_snapshots=settings.keep_snapshots,
        columns=settings.columns,
        lease=settings.lease,
        corrections=load_corrections(settings.corrections),
        profiles=settings.profiles and settings.profiles.resolve(),
        profiles_version=load_profiles(settings.profiles).version,
        wait=settings.wait,
        shelf_root=settings.shelf and str(place_at(settings.shelf)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Reference to the staged tables of some documents; `digest` names their content and all that made it."""

    number: int
    of: int
    digest: str
    folder: Place
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RawBatch(Batch):
    """Raw documents as they were read: table `raw_document`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanBatch(Batch):
    """Cleaned documents: tables `document`, `block`, `source` and `rejected`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractedBatch(Batch):
    """What extraction found in a cleaned batch: the tables of an analysis and `rejected`."""

    clean: CleanBatch


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchGroup:
    """Extracted batches that are validated in one go, since each validation has a fixed cost."""

    number: int
    of: int
    batches: tuple[ExtractedBatch, ...]


def grouped(batches: Sequence[ExtractedBatch], size: int = 32) -> list[BatchGroup]:
    """Return `batches` in groups of at most `size`, in order."""
    parts = [tuple(batches[start : start + size]) for start in range(0, len(batches), size)]
    return [BatchGroup(number=number, of=len(parts), batches=part) for number, part in enumerate(parts, start=1)]
