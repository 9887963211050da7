"""Events with body, place and date; the stories are of Thursday, 15 June 2023."""

from datetime import date

import pytest

EVENTS = [
    (
        "Заседание Совета министров обороны СНГ пройдет 20 июня в Минске.",
        ("meeting", "Council of Defense Ministers of the CIS", "Minsk", date(2023, 6, 20), True),
    ),
    (
        "Саммит ШОС прошел в Ташкенте 12 июня.",
        ("summit", "Shanghai Cooperation Organization", "Tashkent", date(2023, 6, 12), False),
    ),
    (
        "Встреча министров обороны государств - членов ШОС состоялась в Дели в среду.",
        ("meeting", "Shanghai Cooperation Organization", "Delhi", date(2023, 6, 14), False),
    ),
    (
        "Сессия Совета коллективной безопасности состоится осенью в Минске.",
        ("session", "Collective Security Council of the CSTO", "Minsk", date(2023, 1, 1), True),
    ),
    (
        "Учения ОДКБ пройдут в сентябре в Казани.",
        ("exercise", "Collective Security Treaty Organization", "Kazan", date(2023, 9, 1), True),
    ),
    ('Учение "Рубеж-2024" пройдет в Киргизии.', ("exercise", None, "Kyrgyzstan", date(2024, 1, 1), True)),
    (
        "Накануне Егор Самойлов встретился в Ереване с Тиграном Маркосяном.",
        ("meeting", None, "Yerevan", date(2023, 6, 14), False),
    ),
    (
        "Егор Самойлов прибыл с официальным визитом в Анкару 13 июня.",
        ("visit", None, "Ankara", date(2023, 6, 13), False),
    ),
    (
        "Министры обороны стран СНГ на заседании в Минске утвердили план мероприятий на 2024 год.",
        ("meeting", "Council of Defense Ministers of the CIS", "Minsk", date(2023, 6, 15), False),
    ),
    (
        "СМО СНГ собирался в Казани семь лет назад.",
        ("meeting", "Council of Defense Ministers of the CIS", "Kazan", date(2016, 1, 1), False),
    ),
    (
        'Они одобрили учение "Щит", которое пройдет в сентябре на полигоне Сары-Кум.',
        ("exercise", None, "Sary-Kum training ground", date(2023, 9, 1), True),
    ),
    (
        "Министры договорились во вторник провести в сентябре в Ошской области учения горных подразделений.",
        ("exercise", None, "Osh Region", date(2023, 9, 1), True),
    ),
    (
        "Секретари Совбезов Киргизии и Таджикистана встречались в Исфаре 13 января 2020 года.",
        ("meeting", None, "Isfara", date(2020, 1, 13), False),
    ),
    (
        "Саммит ШОС прошел в Ташкенте 12 июня. Егор Самойлов провел двустороннюю встречу с Тиграном Маркосяном.",
        ("meeting", None, "Tashkent", date(2023, 6, 12), False),
    ),
    (
        "Сбор военных врачей пройдет в Казани осенью 2024 года.",
        ("other", None, "Kazan", date(2024, 1, 1), True),
    ),
    (
        "Егор Самойлов и Тигран Маркосян провели переговоры в столице Армении.",
        ("talks", None, "Yerevan", date(2023, 6, 15), False),
    ),
]


@pytest.mark.parametrize(("text", "event"), EVENTS)
def test_an_event_has_its_setting(read_russian, text, event):
    dossier = read_russian(text)
    found = [
        (
            draft.type,
            draft.organization,
            dossier.places[draft.place].name if draft.place else None,
            draft.start_date,
            draft.is_planned,
        )
        for draft in dossier.events
    ]
    assert event in found


@pytest.mark.parametrize(
    ("phrase", "start", "precision"),
    [
        ("17 июня", date(2023, 6, 17), "day"),
        ("17-18 июня 2022 года", date(2022, 6, 17), "day"),
        ("с 28 июня по 2 июля", date(2023, 6, 28), "day"),
        ("17.06.2022", date(2022, 6, 17), "day"),
        ("в пятницу", date(2023, 6, 16), "day"),
        ("завтра", date(2023, 6, 16), "day"),
        ("в июле", date(2023, 7, 1), "month"),
        ("в ноябре следующего года", date(2024, 11, 1), "month"),
        ("в 2024 году", date(2024, 1, 1), "year"),
        ("в следующем году", date(2024, 1, 1), "year"),
        ("до конца года", date(2023, 1, 1), "year"),
        ("весной", date(2024, 1, 1), "year"),
    ],
)
def test_a_planned_date_lies_ahead(read_russian, phrase, start, precision):
    dossier = read_russian(f"Заседание Совета министров обороны СНГ состоится {phrase} в Минске.")
    assert [(event.start_date, event.date_precision) for event in dossier.events] == [(start, precision)]


def test_the_headline_and_the_dateline_complete_the_main_event(read_russian):
    dossier = read_russian(
        "Секретари советов безопасности собрались в четверг. "
        "В заседании участвует секретарь Совета безопасности Казахстана Аскар Темирханов.",
        title="В Минске проходит заседание Комитета секретарей советов безопасности ОДКБ",
        place="МИНСК",
    )
    main = dossier.events[0]
    assert main.is_main
    assert main.organization == "Committee of Secretaries of Security Councils of the CSTO"
    assert (dossier.places[main.place].name, main.start_date) == ("Minsk", date(2023, 6, 15))
    assert [dossier.persons[part.person].name for part in main.participations] == ["Askar Temirkhanov"]


def test_talks_with_two_people_are_two_events(read_russian):
    dossier = read_russian(
        "Егор Самойлов встретился в Душанбе с Фаррухом Сафарзодой. "
        "В тот же день Егор Самойлов провел переговоры с Далером Рахимзодой."
    )
    assert [len(event.participations) for event in dossier.events] == [2, 2]


def test_exercises_in_a_row_are_told_apart(read_russian):
    names = [
        event.name
        for event in read_russian("Учения «Поиск-2023» и «Взаимодействие-2023» пройдут в октябре в Армении.").events
    ]
    assert names == ["Poisk-2023", "Vzaimodeystviye-2023"]


def test_a_finished_stage_and_the_term_of_a_plan_date_nothing_ahead(read_russian):
    text = "Очередной этап учения «Щит» завершился на полигоне Сары-Кум 12 июня. Принят план заседаний на 2025 год."
    assert [(event.start_date, event.is_planned) for event in read_russian(text).events] == [(date(2023, 6, 12), False)]


def test_an_earlier_meeting_is_not_on_the_sidelines(read_russian):
    text = "Саммит ШОС прошел в Ташкенте 12 июня. Ранее Егор Самойлов провел рабочую встречу с Тиграном Маркосяном."
    assert [event.type for event in read_russian(text).events] == ["summit"]


def test_the_day_of_the_words_is_not_the_day_of_the_event(read_russian):
    events = read_russian("Учения ОДКБ пройдут 20 июня в Казани, сообщил в среду Егор Самойлов.").events
    assert [(event.start_date, event.is_planned) for event in events] == [(date(2023, 6, 20), True)]


SUMMIT = "Саммит ШОС прошел в Ташкенте 12 июня. "
BESIDE_SUMMIT = [
    (
        "Накануне Егор Самойлов был принят президентом Узбекистана Бахромом Салимовым.",
        ("meeting", "Tashkent", "2023-06-14", False),
    ),
    ("Накануне, в среду, глав делегаций принял президент Узбекистана.", ("meeting", "Tashkent", "2023-06-14", False)),
    ("Российская делегация прибыла в столицу Узбекистана 11 июня.", ("visit", "Tashkent", "2023-06-11", False)),
    ("Следующие консультации намечены на апрель 2024 года в Астрахани.", ("talks", "Astrakhan", "2024-04-01", True)),
    ("До этого, в ноябре, эксперты соберутся в Самарканде.", ("meeting", "Samarkand", "2023-11-01", True)),
    ("Соглашение о доверии, подписанное в Оше в декабре, он назвал важным.", ("signing", "Osh", "2022-12-01", False)),
    (
        "План подпишут министры обороны двух стран на полях форума в Астане 6 июля.",
        ("signing", "Astana", "2023-07-06", True),
    ),
    ("Егор Самойлов провел переговоры с Тиграном Маркосяном.", ("talks", "Tashkent", "2023-06-12", False)),
    ("Егор Самойлов и Тигран Маркосян подписали план взаимодействия.", ("signing", "Tashkent", "2023-06-12", False)),
    (
        "Они обсудили учение «Щит-2023», которое пройдет в сентябре на полигоне «Чебаркуль» в Челябинской области.",
        ("exercise", "Chebarkul training ground", "2023-09-01", True),
    ),
]


@pytest.mark.parametrize(("text", "expected"), BESIDE_SUMMIT)
def test_a_report_tells_of_events_beside_its_own(read_russian, text, expected):
    dossier = read_russian(SUMMIT + text)
    found = [event for event in dossier.events if not event.is_main]
    places = {event.place: dossier.places[event.place].name for event in found if event.place}
    told = [(event.type, places.get(event.place), str(event.start_date), event.is_planned) for event in found]
    assert expected in told


@pytest.mark.parametrize(
    "text",
    [
        "Егор Самойлов отметил, что закон был принят президентом в среду в Ташкенте.",
        "Президент принял приглашение министров обороны посетить парад.",
        "По итогам заседания министры подписали протокол.",
        "Для Егора Самойлова поездка в Ташкент стала первой в новой должности: управление он возглавляет с 1 января.",
        "Бюджет на 2024 год одобрен в Ташкенте.",
    ],
)
def test_what_is_accepted_or_part_of_the_event_is_no_other_event(read_russian, text):
    assert [event.is_main for event in read_russian(SUMMIT + text).events] == [True]


def test_two_encounters_of_one_day_are_two(read_russian):
    text = "Егор Самойлов провел переговоры с Тиграном Маркосяном, а Бахром Салимов встретился с Русланом Каримовым."
    dossier = read_russian(SUMMIT + text)
    assert [len(event.participations) for event in dossier.events if not event.is_main] == [2, 2]


def test_the_lead_signs_a_plan_of_talks(read_russian):
    text = "Егор Самойлов и Тигран Маркосян подписали в среду в Ереване план консультаций на 2024 год."
    events = read_russian(text).events
    assert [(event.type, str(event.start_date)) for event in events] == [("signing", "2023-06-14")]


def test_talks_are_over_though_their_sides_intend_more(read_russian):
    text = "Стороны намерены расширить обмен, сообщил Егор Самойлов по итогам переговоров с армянской делегацией."
    (event,) = read_russian(text, place="Минск").events
    assert (event.is_planned, str(event.start_date), event.place is not None) == (False, "2023-06-15", True)


def test_the_capital_of_a_renamed_city_is_known(read_russian):
    dossier = read_russian("В столице Казахстана завершилось совещание министров обороны государств - членов ШОС.")
    assert dossier.places[dossier.events[0].place].name == "Astana"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Министр обороны Армении Тигран Маркосян принял в Ереване коллег. Прошли учения «Щит-2024» и «Заслон-2024» "
            "в Киргизии, «Рубеж-2024» в Таджикистане.",
            {("Shchit-2024", "Kyrgyzstan"), ("Zaslon-2024", "Kyrgyzstan"), ("Rubezh-2024", "Tajikistan")},
        ),
        ("В Минске открылась выставка вооружения MILARM-2023.", {("MILARM-2023", "Minsk")}),
    ],
)
def test_names_have_places_of_their_own(read_russian, text, expected):
    dossier = read_russian(text)
    named = {(event.name, dossier.places[event.place].name) for event in dossier.events if event.place}
    assert named >= expected


def test_an_appointment_is_an_event_of_who_is_appointed(read_russian):
    [event] = read_russian("Президент Армении Ашот Саргсян назначил министром обороны Тиграна Маркосяна.").events
    assert (event.type, event.name) == ("other", "Appointment of Tigran Markosyan")


def test_steps_of_a_career_are_no_events(read_russian):
    assert not read_russian("В 2015 году Тигран Маркосян назначен министром обороны Армении.").events


def test_a_sentence_of_its_own_dates_the_main_event(read_russian):
    text = "Подведены итоги визита Тиграна Маркосяна в Минск.\n\nВизит проходил с 5 по 7 июня."
    [event] = read_russian(text).events
    assert (event.start_date, event.end_date) == (date(2023, 6, 5), date(2023, 6, 7))


def test_what_may_be_done_on_a_visit_lies_ahead(read_russian):
    text = (
        "Министр обороны Армении Тигран Маркосян принял посла Белоруссии Олега Левчука. "
        "Обсужден меморандум, который может быть подписан в ходе визита в Минск в октябре."
    )
    visit = next(event for event in read_russian(text).events if event.type == "visit")
    assert visit.is_planned
    assert visit.start_date == date(2023, 10, 1)
