"""Offices that people leave and take, posts told by "республика", and the country that a story leaves out."""

import pytest

from dateline.extract.dossier import Dossier
from dateline.extract.russian.pipeline import load_russian
from tests.dateline.extract_russian.conftest import russian_document

MINISTER, DEPUTY = "Minister of Defense", "Deputy Chief of the General Staff"


def held(body: str, **frame: str | None) -> set[tuple[str, str, str | None, str]]:
    nlp = load_russian()
    doc = nlp.make_doc(body)
    doc._.dossier = Dossier(russian_document(body, **frame))
    for _, component in nlp.pipeline:
        doc = component(doc)
    dossier: Dossier = doc._.dossier
    return {
        (dossier.persons[office.person].name, office.title, office.country_code, office.status)
        for office in dossier.offices
        if office.person is not None
    }


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Глава государства уволил Остапа Гривко с должности начальника главного управления разведки Украины и "
            "назначил на эту должность Тараса Бойченко.",
            {
                ("Ostap Grivko", "Head of the Main Intelligence Directorate", "UA", "former"),
                ("Taras Boychenko", "Head of the Main Intelligence Directorate", "UA", "current"),
            },
        ),
        (
            "От должности начальника управления боевой подготовки – замначальника Генштаба освобожден генерал-майор "
            "Павел Рогачев.",
            {
                ("Pavel Rogachev", "Head of the Combat Training Department", "BY", "former"),
                ("Pavel Rogachev", DEPUTY, "BY", "former"),
            },
        ),
        (
            "Подписан указ об освобождении Нурбека Садырова от должности секретаря Совета безопасности Киргизии.",
            {("Nurbek Sadyrov", "Secretary of the Security Council", "KG", "former")},
        ),
        (
            "Указом президента генерал-майор Валерий Гнездилов назначен замначальника Генштаба.",
            {("Valery Gnezdilov", DEPUTY, "BY", "current")},
        ),
    ],
)
def test_offices_left_and_taken(body: str, expected: set[tuple[str, str, str | None, str]]) -> None:
    assert held(body, agency="BelTA") == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "В Алматы министр обороны генерал-полковник Руслан Жаксыбеков принял посла Турции в Казахстане.",
            ("Ruslan Zhaksybekov", MINISTER, "KZ", "current"),
        ),
        (
            "Границы Беларуси спокойны, заявил председатель Погранкомитета республики Константин Мостовой.",
            ("Konstantin Mostovoy", "Chairman of the State Border Committee", "BY", "current"),
        ),
        (
            "Гостя принял заместитель секретаря Совета безопасности при президенте Узбекистана Дильшод Рахматов.",
            ("Dilshod Rakhmatov", "Deputy Secretary of the Security Council", "UZ", "current"),
        ),
        (
            "Приехал военный атташе США в Республике Казахстан полковник Дэвид Уайтман.",
            ("Devid Uaytman", "Military Attache", "US", "current"),
        ),
    ],
)
def test_countries_of_offices(body: str, expected: tuple[str, str, str | None, str]) -> None:
    assert expected in held(body, agency=None)


def test_a_service_within_a_service_is_one_body() -> None:
    nlp = load_russian()
    body = "Прибыл руководитель Пограничной службы ФСБ Российской Федерации генерал армии Игорь Кулагин."
    doc = nlp.make_doc(body)
    doc._.dossier = Dossier(russian_document(body))
    for _, component in nlp.pipeline:
        doc = component(doc)
    draft = doc._.dossier.organizations["Border Service of the Federal Security Service of Russia"]
    assert [body[slice(*span)] for span in draft.spans] == ["Пограничной службы ФСБ Российской Федерации"]


def test_the_structure_within_its_committee_is_named_too() -> None:
    nlp = load_russian()
    body = "Выступил директор исполнительного комитета Региональной антитеррористической структуры ШОС Мырза Субанов."
    doc = nlp.make_doc(body)
    doc._.dossier = Dossier(russian_document(body))
    for _, component in nlp.pipeline:
        doc = component(doc)
    assert "Regional Anti-Terrorist Structure of the SCO" in doc._.dossier.organizations


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (  # whom somebody appoints is no subject
            "Президент Армении назначил министром обороны республики Тиграна Маркосяна.",
            {("Tigran Markosyan", "Minister of Defense", "AM", "current")},
        ),
        (  # a post that somebody was sent from
            "В Армении уволен министр обороны Тигран Маркосян. На освободившийся пост назначен Ашот Саргсян.",
            {("Tigran Markosyan", "Minister of Defense", "AM", "current")}
            | {("Ashot Sargsyan", "Minister of Defense", "AM", "current")},
        ),
        (  # several posts in one case
            "Ранее Далер Рахимзода был замминистра обороны Таджикистана, командующим сухопутными войсками.",
            {("Daler Rakhimzoda", "Deputy Minister of Defense", "TJ", "former")}
            | {("Daler Rakhimzoda", "Commander of the Land Forces", "TJ", "former")},
        ),
        (
            "Далер Рахимзода назначен начальником Генштаба ВС Таджикистана вместо Олима Назарова.",
            {("Daler Rakhimzoda", "Chief of the General Staff", "TJ", "current")}
            | {("Olim Nazarov", "Chief of the General Staff", "TJ", "former")},
        ),
        (
            "С ним согласен экс-замминистра обороны Киргизии, а ныне эксперт по безопасности Алмаз Ырысов.",
            {("Almaz Yrysov", "Deputy Minister of Defense", "KG", "former")},
        ),
        (  # a comma before a rank
            "Прибыл начальник Генштаба ВС Таджикистана, генерал-лейтенант Далер Рахимзода.",
            {("Daler Rakhimzoda", "Chief of the General Staff", "TJ", "current")},
        ),
        (
            "Прибыл помощник министра обороны Белоруссии по вопросам внешней политики полковник Олег Левчук.",
            {("Oleg Levchuk", "Assistant to the Minister of Defense", "BY", "current")},
        ),
        (
            "Выступила директор департамента военно-технической политики Минобороны Казахстана Асель Жанова.",
            {("Asel Zhanova", "Director of the Department of Military-Technical Policy", "KZ", "current")},
        ),
        ("Приехал аким Алматы Ерлан Досов.", {("Yerlan Dosov", "Akim of Almaty", "KZ", "current")}),
    ],
)
def test_offices_by_appointment_and_beside_names(body: str, expected: set[tuple[str, str, str | None, str]]) -> None:
    assert held(body, agency=None) >= expected
