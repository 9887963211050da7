"""Reading: from the bytes of a landing zone to raw documents."""

from dateline.read.columns import Columns
from dateline.read.records import is_one_document, is_readable, read_records
from dateline.read.source import IsKnown, nothing_known

__all__ = ["Columns", "IsKnown", "is_one_document", "is_readable", "nothing_known", "read_records"]
