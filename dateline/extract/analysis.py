"""From documents to analyses: each story through the pipeline of its language."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from spacy.language import Language
from spacy.tokens import Doc

from dateline.extract.dossier import Dossier
from dateline.extract.filing import analysis_of
from dateline.extract.repeats import Findings, Repeats, key_of
from dateline.extract.russian.pipeline import load_russian
from dateline.records import Analysis, Document


def extract_documents(
    documents: Sequence[Document], nlp: Language, *, batch_size: int = 64, repeats: Repeats | None = None
) -> Iterator[Analysis]:
    """Yield one analysis a document, in order: an empty one for what is no story or in a language without rules.

    Args:
        documents: Cleaned documents.
        nlp: A pipeline from `dateline.extract.model.load_model`, for stories in English; Russian ones go through
            their own pipeline, built when the first one comes.
        batch_size: Documents that the model sees at once; more costs memory, not time.
        repeats: What the same pipelines found before, where copies are to be expected; it is added to. A copy's
            analysis is the same with it and without.
    """
    known = repeats or Repeats()
    streams = {"en": _analysed(_stories(documents, "en"), lambda: nlp, batch_size, known)}
    streams["ru"] = _analysed(_stories(documents, "ru"), load_russian, batch_size, known)
    for document in documents:
        stream = streams.get(document.language) if document.is_story else None
        yield next(stream) if stream else Analysis()


def _stories(documents: Sequence[Document], language: str) -> Iterator[tuple[bytes, Document]]:
    for document in documents:
        if document.is_story and document.language == language:
            yield key_of(document), document


def _analysed(
    stories: Iterator[tuple[bytes, Document]], load: Callable[[], Language], batch_size: int, repeats: Repeats
) -> Iterator[Analysis]:
    """Analyse the stories in one language; nothing is loaded before the first is asked for."""
    nlp = load()
    while part := list(islice(stories, batch_size)):
        found = {key: findings for key, _ in part if (findings := repeats.find(key))}
        new = {key: document for key, document in part if key not in found}
        docs = nlp.pipe((_opened(document, nlp) for document in new.values()), batch_size=batch_size)
        for key, doc in zip(new, docs, strict=True):
            found[key] = Findings.of(doc)
            repeats.keep(key, found[key])
        for key, document in part:
            yield analysis_of(found[key].in_copy(document))


def _opened(document: Document, nlp: Language) -> Doc:
    doc = nlp.make_doc(document.body)
    doc._.dossier = Dossier(document)
    return doc
