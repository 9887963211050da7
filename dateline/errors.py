"""Every error of ours, and what the caller is meant to do about it.

DatelineError
├── UsageError          wrong settings or arguments: one clear line, exit status 2
├── SourceError         a landing zone, or a store of batches, that cannot be reached just now: retry
├── InvalidRecord       one record that contradicts itself: reject the record, go on
├── OverLimit           one document that is too much to clean: reject it, go on
├── LexiconError        a malformed lexicon entry: stop, it is our own data
├── CheckFailed         the audit found critical failures: withhold publication, exit status 1
└── WarehouseError      the warehouse file cannot be used as it is
    ├── WarehouseBusy       another run holds the writer's lock
    └── SchemaTooNew        written by a newer version of this code
"""


class DatelineError(Exception):
    """Base of all errors that this project raises on purpose."""


class UsageError(DatelineError):
    """The caller asked for something impossible; the message says what and how to put it right."""


class SourceError(DatelineError):
    """The landing zone, or the store of batches, could not be reached, and a later try may succeed."""


class InvalidRecord(DatelineError):
    """A record whose fields contradict each other."""


class OverLimit(DatelineError):
    """A document holds more text, lines or markup than is cleaned in one piece; the message names the limit."""


class LexiconError(DatelineError):
    """A lexicon file holds an entry that is not well-formed."""


class CheckFailed(DatelineError):
    """The audit failed with critical severity; publication was withheld."""


class WarehouseError(DatelineError):
    """The warehouse cannot be read or written."""


class WarehouseBusy(WarehouseError):
    """Another process is writing to this data directory."""


class SchemaTooNew(WarehouseError):
    """The file was written by a newer schema version than this code knows."""
