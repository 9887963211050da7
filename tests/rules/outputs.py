"""What the rules give for the golden raw files, as one digest; `python -m tests.rules.outputs` pins it anew."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any, Final

from dateline.clean import clean_document
from dateline.extract.analysis import extract_documents
from dateline.extract.model import load_model
from dateline.read import read_records
from dateline.records import Cleaned, RawDocument
from dateline.settings import Settings
from dateline.version import RULES_VERSION

PINNED: Final = Path(__file__).with_name("pinned.json")
_LANDING: Final = Path(__file__).parents[1] / "golden" / "landing"
_AS_OF: Final = date(2026, 6, 1)


def digest() -> str:
    """Return the SHA-256 of all cleaned documents and analyses of the golden raw files, in order of their names."""
    cleaned = [clean_document(raw, as_of=_AS_OF) for raw in _raw_documents()]
    kept = [one for one in cleaned if isinstance(one, Cleaned)]
    model = load_model(Settings.model_fields["model"].default)
    outputs = [*cleaned, *extract_documents([one.document for one in kept], model)]
    text = json.dumps([asdict(output) for output in outputs], default=str, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _raw_documents() -> Iterator[RawDocument]:
    for path in sorted(path for path in _LANDING.rglob("*") if path.is_file()):
        with path.open("rb") as stream:
            records = read_records(path.relative_to(_LANDING).as_posix(), stream, max_record_bytes=1_000_000)
            yield from (record for record in records if isinstance(record, RawDocument))


def pinned() -> dict[str, Any]:
    """Return the rules version and the digest that were pinned last."""
    held: dict[str, Any] = json.loads(PINNED.read_text(encoding="utf-8"))
    return held


def main() -> None:
    """Write down what today's rules give under today's version."""
    held = {"rules_version": RULES_VERSION, "sha256": digest()}
    PINNED.write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
