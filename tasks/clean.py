"""Clean: raw batches in, cleaned documents with their blocks and sources out."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from prefect import task

from dateline import frames
from dateline.clean import clean_document
from dateline.records import Cleaned, RawDocument, Rejected
from tasks import shelf
from tasks.caching import RETRY_DELAYS, is_transient, key_by_folder
from tasks.isolation import attempt
from tasks.night import CleanBatch, Night, RawBatch
from tasks.profiles import profiles_at
from tasks.shelf import Place


def _folder(arguments: Mapping[str, Any]) -> Place:
    batch: RawBatch = arguments["batch"]
    night: Night = arguments["night"]
    made_by = (night.as_of, night.rules_version, night.profiles_version)
    return night.shelf / "clean" / shelf.digest_of(batch.digest, *made_by)


@task(
    name="clean",
    task_run_name="clean batch {batch.number} of {batch.of}",
    cache_key_fn=key_by_folder(_folder),
    persist_result=True,
    retries=len(RETRY_DELAYS),
    retry_delay_seconds=RETRY_DELAYS,
    retry_condition_fn=is_transient,
)
def clean_batch(batch: RawBatch, night: Night) -> CleanBatch:
    """Clean one raw batch; what cannot be cleaned is kept beside it with the reason.

    The rules version, the profiles' and the day that counts as today stand in the folder's name, and so in the cache
    key.
    """
    folder = _folder({"batch": batch, "night": night})
    documents = frames.from_frame(RawDocument, shelf.take(batch.folder, "raw_document"))
    profiles = profiles_at(night.shelved_profiles, night.profiles_version)
    cleaned = [
        attempt("clean", raw.uri, partial(clean_document, raw, as_of=night.as_of, profile=profiles.of(raw)))
        for raw in documents
    ]
    kept = [outcome for outcome in cleaned if isinstance(outcome, Cleaned)]
    shelf.put(folder, _tables(kept, [outcome for outcome in cleaned if isinstance(outcome, Rejected)]))
    return CleanBatch(number=batch.number, of=batch.of, digest=folder.name, folder=folder, rows=len(kept))


def _tables(cleaned: Sequence[Cleaned], rejected: Sequence[Rejected]) -> dict[str, Any]:
    return {
        "document": frames.to_frame("document", (one.document for one in cleaned)),
        "block": frames.to_frame("block", (block for one in cleaned for block in one.blocks)),
        "source": frames.to_frame("source", (source for one in cleaned for source in one.sources)).unique(
            maintain_order=True
        ),
        "rejected": frames.to_frame("rejected", rejected),
    }
