"""The Russian pipeline as a whole: dispatch by language, offsets, the lexicon behind it."""

from datetime import date

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.extract.analysis import extract_documents
from dateline.extract.dossier import Dossier
from dateline.extract.russian.morphology import endings, forms, keys
from dateline.extract.russian.pipeline import load_russian
from dateline.extract.russian.reading import read
from dateline.lexicon.bodies import bodies
from dateline.lexicon.russian import russian_bodies, russian_names, russian_places, russian_posts, russian_words
from dateline.records import Analysis, Document

BODY = (
    "Министр обороны Армении Тигран Маркосян в четверг встретился в Минске с генсеком ОДКБ Эдуардом Головановым.\n\n"
    '"Мы обсудили учения", - сказал он. '
    "По словам Голованова, заседание Совета коллективной безопасности пройдет осенью."
)


def _document(body: str, language: str = "ru", *, is_story: bool = True) -> Document:
    return Document(
        document_key=1,
        uri="story.txt",
        content_sha256="0",
        format="text",
        language=language,
        is_story=is_story,
        title=None,
        raw=body,
        body=body,
        offsets=[0, len(body), 0, len(body)],
        agency="TASS",
        outlet=None,
        published_date=date(2023, 6, 15),
        published_date_basis="metadata",
        published_date_candidates=[],
        dateline_place=None,
        dateline_text=None,
        is_machine_translated=False,
        machine_translation_evidence=None,
    )


def test_a_story_goes_to_the_pipeline_of_its_language_in_order():
    documents = [_document(BODY), _document(BODY, "kk"), _document(BODY, is_story=False), _document(BODY)]
    first, other, no_story, last = extract_documents(documents, spacy.blank("en"))
    assert other == no_story == Analysis()
    assert first == last
    assert [person.name for person in first.persons] == ["Tigran Markosyan", "Eduard Golovanov"]
    assert {mention.surface for mention in first.mentions} >= {
        "Тигран Маркосян",
        "Эдуардом Головановым",
        "Голованова",
        "Минске",
    }


def test_every_mention_reads_as_its_surface():
    (analysis,) = extract_documents([_document(BODY)], spacy.blank("en"))
    assert all(BODY[mention.raw_start : mention.raw_end] == mention.surface for mention in analysis.mentions)
    assert all(BODY[quote.raw_start : quote.raw_end] == quote.text for quote in analysis.quotes)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.sampled_from([*BODY.split(), "по", "что", ",", "-", '"', "«", "»", "(", "17", "июня", "\n\n", "С."]),
        max_size=25,
    )
)
def test_any_order_of_words_can_be_read(words):
    body = " ".join(words).strip() or "Слово"
    nlp = load_russian()
    doc = nlp.make_doc(body)
    doc._.dossier = Dossier(_document(body))
    for _, component in nlp.pipeline:
        doc = component(doc)
    dossier = doc._.dossier
    spans = [
        span
        for draft in (*dossier.persons, *dossier.organizations.values(), *dossier.places.values())
        for span in draft.spans
    ]
    assert all(0 <= start < end <= len(body) and body[start:end].strip() == body[start:end] for start, end in spans)
    assert all(0 <= quote.span[0] < quote.span[1] <= len(body) for quote in dossier.quotes)


@given(st.text(max_size=80))
def test_words_and_sentences_lie_in_the_text(text):
    reading = read(text)
    assert all(text[word.start : word.end] == word.text for word in reading.words)
    assert all(0 <= start < end <= len(text) for start, end in reading.sentences)


@given(st.text(alphabet="абвгдежзийклмнопрстуфхцчшщыьэюя", min_size=1, max_size=10))
def test_a_word_is_among_its_own_keys(word):
    assert word in keys(word)
    assert (word, "nomn", "masc") in endings(word)
    assert forms(word)


def test_a_full_stop_inside_a_quotation_ends_no_sentence():
    reading = read('"План готов. Работа идет", - сказал он. Встреча завершена.')
    assert len(reading.sentences) == 2


@pytest.mark.parametrize("load", [russian_bodies, russian_posts, russian_places, russian_names, russian_words])
def test_the_lexicon_is_well_formed(load):
    assert load()


def test_international_bodies_have_the_names_of_the_english_lexicon():
    english = {body.name for _, body in bodies().whole}
    ours = {body.name for body in russian_bodies() if body.scope == "international"}
    assert ours <= english


def test_no_form_names_two_bodies_of_one_scope():
    seen: dict[tuple[str, str], str] = {}
    for body in russian_bodies():
        for form in body.forms:
            assert seen.setdefault((body.scope, form), body.name) == body.name


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Президент России Владимир Ветров выступил первым.", ["Vladimir Vetrov"]),
        ("После встречи с Романом Заозерским он уехал.", ["Roman Zaozersky"]),
        ("Прибыл экс-министр обороны Киргизии Талант Омуралиев.", ["Talant Omuraliyev"]),
    ],
)
def test_given_names_that_are_towns_or_words_stay_names(sentence, names):
    (analysis,) = extract_documents([_document(sentence)], spacy.blank("en"))
    assert [person.name for person in analysis.persons] == names
