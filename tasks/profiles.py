"""Profiles of outlets on disk: read for a night, or learnt from a landing zone."""

from collections.abc import Iterator
from datetime import date
from functools import cache, partial
from pathlib import Path

from dateline.clean.document import see_story
from dateline.clean.profile import Profiles, outlet_of
from dateline.clean.profile_file import read_profiles, write_profiles
from dateline.clean.profile_learning import LEAST_STORIES, SeenStory, learn_profiles
from dateline.errors import UsageError
from dateline.records import RawDocument, Rejected
from tasks import landing
from tasks.isolation import attempt
from tasks.shelf import Place, put_text
from warehouse.stores import reaching


def load_profiles(path: Place | None) -> Profiles:
    """Return the profiles in the file at `path`; none where there is no path.

    Raises:
        UsageError: the file does not exist, or is no file of profiles.
    """
    if path is None:
        return Profiles()
    try:
        with reaching(f"profiles {path}"):
            return read_profiles(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise UsageError(f"profiles {path}: it is no text") from error
    except OSError as error:
        raise UsageError(f"profiles {path}: {error.strerror or error}") from error
    except UsageError as error:
        raise UsageError(f"profiles {path}: {error}") from error


@cache
def profiles_at(path: Place | None, version: str) -> Profiles:
    """Return the profiles that a run began with, read once in each process.

    Raises:
        UsageError: the file was changed while the run lasted, so two documents would be read by two versions.
    """
    profiles = load_profiles(path)
    if profiles.version != version:
        raise UsageError(f"profiles {path} changed while the run lasted: run again")
    return profiles


def shelve_profiles(path: Path | None, shelved: Place | None) -> None:
    """Copy the file of profiles at `path` to where workers read it, unless they read it where it lies."""
    if path and shelved and shelved != path:
        put_text(shelved, path.read_text(encoding="utf-8"))


def save_profiles(path: Path, profiles: Profiles) -> None:
    """Write `profiles` to `path`, which is replaced in one step: a run that reads it meets the old or the new file."""
    unfinished = path.with_name(f".{path.name}.unfinished")
    unfinished.write_text(write_profiles(profiles), encoding="utf-8")
    unfinished.replace(path)


def learn_from_landing(
    zone: str,
    *,
    as_of: date,
    max_record_bytes: int,
    columns: str | None = None,
    least_stories: int = LEAST_STORIES,
) -> Profiles:
    """Return the profiles of all outlets in a landing zone; what cannot be read or cleaned teaches nothing.

    Args:
        zone: Folder, file, glob or fsspec URI.
        as_of: Day that counts as today when a year is inferred.
        max_record_bytes: Largest record that is read.
        columns: Columns of tables that have other names than the usual ones.
        least_stories: Different stories in which a line must stand.

    Raises:
        UsageError: there is no such landing zone.
        SourceError: it cannot be read just now.
    """
    records = landing.read(landing.survey(zone), max_record_bytes, columns)
    return learn_profiles(_stories(records, as_of), least_stories=least_stories)


def _stories(records: Iterator[RawDocument | Rejected], as_of: date) -> Iterator[SeenStory]:
    for record in records:
        if isinstance(record, RawDocument):
            outlet = outlet_of(record)
            seen = attempt("clean", record.uri, partial(see_story, record, as_of=as_of, outlet=outlet))
            if isinstance(seen, SeenStory):
                yield seen
