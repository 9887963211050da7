"""Cleaning: from a raw document to the story in it, with a receipt for every line."""

from dateline.clean.document import clean_document

__all__ = ["clean_document"]
