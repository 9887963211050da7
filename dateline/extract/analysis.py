"""From documents to analyses: each story through the pipeline of its language."""

from collections.abc import Callable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from dateline.extract.dossier import Dossier
from dateline.extract.filing import analysis_of
from dateline.extract.russian.pipeline import load_russian
from dateline.records import Analysis, Document


def extract_documents(documents: Sequence[Document], nlp: Language, *, batch_size: int = 64) -> Iterator[Analysis]:
    """Yield one analysis a document, in order: an empty one for what is no story or in a language without rules.

    Args:
        documents: Cleaned documents.
        nlp: A pipeline from `dateline.extract.model.load_model`, for stories in English; Russian ones go through
            their own pipeline, built when the first one comes.
        batch_size: Documents that the model sees at once; more costs memory, not time.
    """
    streams = {"en": _analysed(documents, "en", lambda: nlp, batch_size)}
    streams["ru"] = _analysed(documents, "ru", load_russian, batch_size)
    for document in documents:
        stream = streams.get(document.language) if document.is_story else None
        yield next(stream) if stream else Analysis()


def _analysed(
    documents: Sequence[Document], language: str, load: Callable[[], Language], batch_size: int
) -> Iterator[Analysis]:
    """Analyse the stories in one language; nothing is loaded before the first is asked for."""
    nlp = load()
    stories = (document for document in documents if document.is_story and document.language == language)
    for doc in nlp.pipe((_opened(document, nlp) for document in stories), batch_size=batch_size):
        yield analysis_of(doc)


def _opened(document: Document, nlp: Language) -> Doc:
    doc = nlp.make_doc(document.body)
    doc._.dossier = Dossier(document)
    return doc
