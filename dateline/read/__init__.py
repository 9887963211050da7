"""Reading: from the bytes of a landing zone to raw documents."""

from dateline.read.columns import Columns
from dateline.read.records import is_one_document, is_readable, read_records

__all__ = ["Columns", "is_one_document", "is_readable", "read_records"]
