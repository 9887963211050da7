"""Who holds which office, as printed in the manner of the agencies."""

import pytest

OFFICES = [
    (
        "Министр обороны Армении Тигран Маркосян вылетел в Москву.",
        ("Tigran Markosyan", "Minister of Defense", "AM", "current"),
    ),
    (
        "Он говорил с министром обороны Армении Тиграном Маркосяном.",
        ("Tigran Markosyan", "Minister of Defense", "AM", "current"),
    ),
    (
        "Министр обороны РФ генерал армии Егор Самойлов открыл форум.",
        ("Yegor Samoylov", "Minister of Defense", "RU", "current"),
    ),
    (
        "Глава российского военного ведомства Егор Самойлов открыл форум.",
        ("Yegor Samoylov", "Minister of Defense", "RU", "current"),
    ),
    (
        "Глава МИД Казахстана Ержан Сулейменов прибыл в Минск.",
        ("Yerzhan Suleymenov", "Minister of Foreign Affairs", "KZ", "current"),
    ),
    (
        "Замминистра обороны Узбекистана Шавкат Норматов выступил первым.",
        ("Shavkat Normatov", "Deputy Minister of Defense", "UZ", "current"),
    ),
    (
        "Первый заместитель министра обороны Узбекистана Шавкат Норматов выступил.",
        ("Shavkat Normatov", "First Deputy Minister of Defense", "UZ", "current"),
    ),
    (
        "Секретарь Совета безопасности Кыргызстана Дамир Сагынов уехал.",
        ("Damir Sagynov", "Secretary of the Security Council", "KG", "current"),
    ),
    (
        "Заместитель секретаря Совбеза РФ Юрий Калачев уехал.",
        ("Yury Kalachev", "Deputy Secretary of the Security Council", "RU", "current"),
    ),
    (
        "Госсекретарь Совета безопасности Беларуси Олег Левчук уехал.",
        ("Oleg Levchuk", "State Secretary of the Security Council", "BY", "current"),
    ),
    (
        "Начальник Генштаба ВС Таджикистана Далер Рахимзода уехал.",
        ("Daler Rakhimzoda", "Chief of the General Staff", "TJ", "current"),
    ),
    (
        "Генеральный секретарь ОДКБ Эдуард Голованов выступил с докладом.",
        ("Eduard Golovanov", "Secretary-General", None, "current"),
    ),
    (
        "Заместитель генерального секретаря ШОС Нурбек Алимов выступил.",
        ("Nurbek Alimov", "Deputy Secretary-General", None, "current"),
    ),
    ("Директор Исполкома РАТС ШОС Рустам Каландаров выступил.", ("Rustam Kalandarov", "Director", None, "current")),
    (
        "Начальник Объединенного штаба ОДКБ Анатолий Синицын выступил.",
        ("Anatoly Sinitsyn", "Chief of the Joint Staff", None, "current"),
    ),
    (
        "Официальный представитель Минобороны Индии Ашок Верма ответил.",
        ("Ashok Verma", "Spokesperson", "IN", "current"),
    ),
    ("Представитель секретариата ОДКБ Ирина Лобанова ответила.", ("Irina Lobanova", "Spokesperson", None, "current")),
    ("Пресс-секретарь президента РФ Дмитрий Лесков ответил.", ("Dmitry Leskov", "Spokesperson", "RU", "current")),
    ("Президент Таджикистана Фаррух Сафарзода принял гостей.", ("Farrukh Safarzoda", "President", "TJ", "current")),
    ("Посол Казахстана в Армении Ерлан Байтасов дал интервью.", ("Yerlan Baytasov", "Ambassador", "KZ", "current")),
    (
        "Постпред Белоруссии при ОДКБ Игорь Литвинчик дал интервью.",
        ("Igor Litvinchik", "Permanent Representative to the CSTO", "BY", "current"),
    ),
    (
        "Егор Самойлов, министр обороны России, выступил первым.",
        ("Yegor Samoylov", "Minister of Defense", "RU", "current"),
    ),
    ("Экс-министр обороны Молдавии Ион Чебану дал интервью.", ("Ion Chebanu", "Minister of Defense", "MD", "former")),
    (
        "Бывший глава Генштаба Грузии Гия Ломидзе дал интервью.",
        ("Giya Lomidze", "Chief of the General Staff", "GE", "former"),
    ),
    (
        "Врио председателя ГКНБ Киргизии Азамат Токтогонов выступил.",
        ("Azamat Toktogonov", "Chairman of the State Committee for National Security", "KG", "acting"),
    ),
    (
        "И.о. министра обороны Казахстана Аскар Темирханов выступил.",
        ("Askar Temirkhanov", "Minister of Defense", "KZ", "acting"),
    ),
    (
        "Виктор Махмудходжаев назначен секретарем Совета безопасности Узбекистана.",
        ("Viktor Makhmudkhojayev", "Secretary of the Security Council", "UZ", "current"),
    ),
    (
        "Ранее Олег Левчук возглавлял Совет безопасности Белоруссии.",
        ("Oleg Levchuk", "State Secretary of the Security Council", "BY", "former"),
    ),
    (
        "До этого Олег Левчук занимал должность министра обороны Белоруссии.",
        ("Oleg Levchuk", "Minister of Defense", "BY", "former"),
    ),
    (
        "Секретарь Совета безопасности при Президенте Республики Узбекистан Шавкат Норматов прибыл.",
        ("Shavkat Normatov", "Secretary of the Security Council", "UZ", "current"),
    ),
    (
        "Замминистра транспорта Таджикистана Парвиз Рахимов уехал.",
        ("Parviz Rakhimov", "Deputy Minister of Transport", "TJ", "current"),
    ),
    (
        "Генерал принял военного атташе посольства Индии полковника Раджеша Шарму.",
        ("Rajesh Sharma", "Military Attache", "IN", "current"),
    ),
    (
        "И.о. директора Пограничной службы КНБ Казахстана Ерлан Сеитов выступил.",
        ("Yerlan Seitov", "Director", "KZ", "acting"),
    ),
    (
        "Экс-начальник погранслужбы Киргизии генерал-майор Талгат Мырзаев ответил.",
        ("Talgat Myrzayev", "Head of the Border Service", "KG", "former"),
    ),
    (
        "Депутат Жогорку Кенеша Гульнара Осмонова ответила.",
        ("Gulnara Osmonova", "Deputy", "KG", "current"),
    ),
    (
        "Подписан указ о назначении Марата Ташбаева секретарем Совбеза Киргизии.",
        ("Marat Tashbayev", "Secretary of the Security Council", "KG", "current"),
    ),
    (
        "Подписан указ об освобождении Марата Ташбаева от должности секретаря Совбеза Киргизии.",
        ("Marat Tashbayev", "Secretary of the Security Council", "KG", "former"),
    ),
    (
        "Указом президента Данияр Осмонов назначен министром обороны Киргизии.",
        ("Daniyar Osmonov", "Minister of Defense", "KG", "current"),
    ),
    (
        "Данияр Осмонов назначен министром обороны Киргизии. На этом посту он сменил Марата Ташбаева.",
        ("Marat Tashbayev", "Minister of Defense", "KG", "former"),
    ),
    (
        "Данияр Осмонов освобожден от должности министра обороны Киргизии. На эту должность назначен Марат Ташбаев.",
        ("Marat Tashbayev", "Minister of Defense", "KG", "current"),
    ),
    (
        "Марат Ташбаев родился в 1974 году. С 2014 по 2017 год был послом Киргизии в Иране.",
        ("Marat Tashbayev", "Ambassador", "KG", "former"),
    ),
    (
        "Марат Ташбаев занимает пост министра обороны Киргизии с 2019 года.",
        ("Marat Tashbayev", "Minister of Defense", "KG", "current"),
    ),
    (
        "Делегация Минобороны Монголии во главе с министром Батом Тумуром посетит Дели.",
        ("Bat Tumur", "Minister of Defense", "MN", "current"),
    ),
    (
        "Прошла встреча с генеральным секретарем Организации Договора о коллективной безопасности Станиславом Русем.",
        ("Stanislav Rus", "Secretary-General", None, "current"),
    ),
    (
        "Тем же указом назначен министр обороны Российской Федерации Егор Самойлов.",
        ("Yegor Samoylov", "Minister of Defense", "RU", "current"),
    ),
    (
        "Президент Казахстана Алан-Тимур Сараев принял гостей.",
        ("Alan-Timur Sarayev", "President", "KZ", "current"),
    ),
    (
        "Он говорил с председателем Комитета начальников штабов Вооруженных сил США генералом Джоном Смитом.",
        ("Jon Smit", "Chairman of the Joint Chiefs of Staff", "US", "current"),
    ),
    (
        "К Александру Сидоренко вызван секретарь СБ РФ Александр Левкович.",
        ("Alexander Levkovich", "Secretary of the Security Council", "RU", "current"),
    ),
    (
        "До назначения Марат Ташбаев был советником председателя кабинета министров Киргизии.",
        ("Marat Tashbayev", "Adviser to the Chairman of the Cabinet of Ministers", "KG", "former"),
    ),
    (
        "Он прилетел на встречу с главой Таджикистана Фаррухом Сафарзодой.",
        ("Farrukh Safarzoda", "President", "TJ", "current"),
    ),
    (
        "Главы Минобороны РФ и Узбекистана Егор Самойлов и Шавкат Норматов подписали план.",
        ("Shavkat Normatov", "Minister of Defense", "UZ", "current"),
    ),
    (
        "Главы Минобороны РФ и Узбекистана Егор Самойлов и Шавкат Норматов подписали план.",
        ("Yegor Samoylov", "Minister of Defense", "RU", "current"),
    ),
    (
        "Генсек ОДКБ и секретарь Совбеза РФ Юрий Калачев прибыли. Его предшественник на посту секретаря "
        "Павел Дорошенков ушел.",
        ("Pavel Doroshenkov", "Secretary of the Security Council", "RU", "former"),
    ),
    (
        "Министры стран ОДКБ согласны, сообщил генеральный секретарь организации Нуржан Касымов.",
        ("Nurzhan Kasymov", "Secretary-General", None, "current"),
    ),
    (
        "Член Госсовета КНР, министр обороны Китая Ли Вэньхао прибыл в Минск.",
        ("Li Wenhao", "State Councilor", "CN", "current"),
    ),
]


def _offices(dossier):
    return {
        (dossier.persons[office.person].name, office.title, office.country_code, office.status)
        for office in dossier.offices
        if office.person is not None
    }


@pytest.mark.parametrize(("text", "office"), OFFICES)
def test_an_office_is_given_to_its_holder(read_russian, text, office):
    assert office in _offices(read_russian(text))


@pytest.mark.parametrize(
    "text",
    [
        "Прибыли министры обороны Армении Тигран Маркосян, Белоруссии Виталий Ковзель и Казахстана Аскар Темирханов.",
        "Прибыли министры обороны Армении, Белоруссии и Казахстана - "
        "Тигран Маркосян, Виталий Ковзель и Аскар Темирханов.",
        "Министр обороны РФ Егор Самойлов принял гостей. Прибыли его коллеги из Армении, Белоруссии и Казахстана - "
        "Тигран Маркосян, Виталий Ковзель и Аскар Темирханов.",
    ],
)
def test_a_list_gives_each_person_an_office(read_russian, text):
    offices = _offices(read_russian(text))
    for name, country in (("Tigran Markosyan", "AM"), ("Vitaly Kovzel", "BY"), ("Askar Temirkhanov", "KZ")):
        assert (name, "Minister of Defense", country, "current") in offices


def test_heads_of_two_countries_share_a_title(read_russian):
    offices = _offices(
        read_russian("Главы МИД Армении и Азербайджана Арсен Давтян и Эльчин Гулузаде провели переговоры.")
    )
    assert {
        ("Arsen Davtyan", "Minister of Foreign Affairs", "AM", "current"),
        ("Elchin Guluzade", "Minister of Foreign Affairs", "AZ", "current"),
    } <= offices


def test_two_posts_joined_by_a_dash_are_two_offices_of_one_country(read_russian):
    dossier = read_russian("Прибыл начальник Генштаба - первый заместитель министра обороны Белоруссии Андрей Лукашик.")
    assert {title for _, title, country, _ in _offices(dossier) if country == "BY"} == {
        "Chief of the General Staff",
        "First Deputy Minister of Defense",
    }
    assert "General Staff of the Armed Forces of Belarus" in dossier.organizations


def test_a_colleague_holds_the_office_in_the_other_country(read_russian):
    dossier = read_russian("Министр обороны РФ Егор Самойлов встретился с армянским коллегой Тиграном Маркосяном.")
    assert ("Tigran Markosyan", "Minister of Defense", "AM", "current") in _offices(dossier)


def test_a_predecessor_held_the_same_office(read_russian):
    dossier = read_russian("Министром обороны РФ назначен Егор Самойлов. Его предшественник Павел Дорошенков уходит.")
    assert ("Pavel Doroshenkov", "Minister of Defense", "RU", "former") in _offices(dossier)


def test_items_of_a_list_have_titles_of_their_own(read_russian):
    text = (
        "Освобождены сразу несколько руководителей ГКНБ Киргизии:\n\n- Талгат Мырзаев, заместитель председателя ГКНБ;"
    )
    assert {title for _, title, _, _ in _offices(read_russian(text))} == {
        "Deputy Chairman of the State Committee for National Security"
    }


@pytest.mark.parametrize(
    ("text", "office"),
    [
        (
            "Указом президента Данияр Осмонов назначен министром обороны Киргизии.",
            ("Daniyar Osmonov", "President", "KG", "current"),
        ),
        (
            "Указ подписан. Советник министра обороны Киргизии Данияр Осмонов ответил.",
            ("Daniyar Osmonov", "Minister of Defense", "KG", "current"),
        ),
        (
            "Марат Ташбаев остался доволен. Министр обороны Киргизии был приглашен.",
            ("Marat Tashbayev", "Minister of Defense", "KG", "former"),
        ),
    ],
)
def test_cases_and_subjects_keep_offices_from_others(read_russian, text, office):
    assert office not in _offices(read_russian(text))


def test_one_person_in_several_forms_is_one(read_russian):
    text = "Секретарь Совбеза РФ Юрий Калачев прибыл. С Калачевым прибыли эксперты. По словам Ю. Калачева, план готов."
    dossier = read_russian(text)
    assert [person.name for person in dossier.persons] == ["Yury Kalachev"]
    assert [text[a:b] for a, b in dossier.persons[0].spans] == ["Юрий Калачев", "Калачевым", "Ю. Калачева"]


def test_a_given_name_with_a_patronymic_is_the_person_of_that_name(read_russian):
    text = "Секретарь Совбеза РФ Юрий Калачев прибыл с Иваном Левчуком. Юрий Павлович доволен."
    persons = read_russian(text).persons
    assert [person.name for person in persons] == ["Yury Kalachev", "Ivan Levchuk"]
    assert [text[a:b] for a, b in persons[0].spans] == ["Юрий Калачев", "Юрий Павлович"]


@pytest.mark.parametrize(
    "text",
    [
        'Стартовали учения "Щит Союза".',
        "Улица имени Петра Великого закрыта.",
        "Центральный военный округ готов.",
        'Издание "Красная Звезда" закрылось.',
    ],
)
def test_other_capitals_are_no_people(read_russian, text):
    assert not read_russian(text).persons


def test_a_deputy_adviser_and_a_minister_of_public_security(read_russian):
    text = (
        "Министр общественной безопасности Китая Ли Вэньтао принял Аруна Мехту. Заместитель советника премьер-министра "
    )
    dossier = read_russian(text + "Индии по национальной безопасности Арун Мехта прибыл в Пекин.")
    titles = {office.title for office in dossier.offices}
    assert {"Minister of Public Security", "Deputy National Security Adviser"} <= titles
