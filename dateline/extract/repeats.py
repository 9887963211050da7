"""What was found in stories that may come again: a copy is filed under its own key and not analysed anew."""

import pickle
import zlib
from collections import OrderedDict
from dataclasses import dataclass, fields, replace
from hashlib import blake2b
from typing import Final

from spacy.tokens import Doc

from dateline.extract.dossier import Dossier
from dateline.extract.sentences import sentence_spans
from dateline.records import Document

_OWN: Final = frozenset(
    {"document_key", "uri", "content_sha256", "format", "raw", "offsets", "encoding"}
    | {"stated_title", "stated_published", "stated_url"}
)
"""What a copy has of its own; no component reads it, filing does."""
_READ: Final = tuple(field.name for field in fields(Document) if field.name not in _OWN)


@dataclass(frozen=True, slots=True)
class Findings:
    """The drafts of a story, and the characters at which its sentences begin."""

    dossier: Dossier
    sentence_starts: list[int]

    @classmethod
    def of(cls, doc: Doc) -> "Findings":
        """Return what the components have found in `doc`."""
        return cls(doc._.dossier, [start for start, _ in sentence_spans(doc)])

    def in_copy(self, document: Document) -> "Findings":
        """Return the same findings for a copy of the story."""
        return Findings(replace(self.dossier, document=document), self.sentence_starts)


class Repeats:
    """Remembers what the pipelines of one model found, the latest of it, by all that a component can read.

    Args:
        room: Bytes of packed findings; three thousand make a story of usual length.
    """

    def __init__(self, room: int = 32 * 2**20) -> None:
        self._packed: OrderedDict[bytes, bytes] = OrderedDict()
        self._room = room

    def find(self, key: bytes) -> Findings | None:
        """Return what was found in the story with this key, without its document."""
        packed = self._packed.get(key)
        if packed is None:
            return None
        self._packed.move_to_end(key)
        findings: Findings = pickle.loads(zlib.decompress(packed))  # noqa: S301 - packed by `keep`, in this process
        return findings

    def keep(self, key: bytes, findings: Findings) -> None:
        """Remember what was found; what was not asked for longest makes room."""
        bare = replace(findings.dossier, document=None)  # type: ignore[arg-type]  # each copy brings its own
        packed = zlib.compress(pickle.dumps(Findings(bare, findings.sentence_starts), protocol=5), 1)
        self._room -= len(packed) - len(self._packed.pop(key, b""))
        self._packed[key] = packed
        while self._room < 0:
            self._room += len(self._packed.popitem(last=False)[1])


def key_of(document: Document) -> bytes:
    """Return what is the same for documents of which every component sees the same."""
    read = "\x1f".join(repr(getattr(document, name)) for name in _READ)
    return blake2b(read.encode("utf-8", "surrogatepass"), digest_size=16).digest()
