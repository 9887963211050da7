"""Who says what: direct, mixed and reported speech."""

import pytest

WHO = "Министр обороны Армении Тигран Маркосян прибыл в Минск. "
ENTRIES = [
    (
        '"Мы готовы продолжать работу", - сказал журналистам Тигран Маркосян.',
        "Мы готовы продолжать работу",
        "direct",
        "Tigran Markosyan",
    ),
    (
        "«Мы готовы продолжать работу», – отметил Т. Маркосян.",
        "Мы готовы продолжать работу",
        "direct",
        "Tigran Markosyan",
    ),
    ('Маркосян заявил: "Мы готовы продолжать работу".', "Мы готовы продолжать работу", "direct", "Tigran Markosyan"),
    (
        '"Мы готовы продолжать работу", - подчеркнул министр.',
        "Мы готовы продолжать работу",
        "direct",
        "Tigran Markosyan",
    ),
    (
        '"Мы готовы, - сказал Маркосян, - и будем работать дальше".',
        "и будем работать дальше",
        "direct",
        "Tigran Markosyan",
    ),
    ('Маркосян назвал встречу "важным шагом вперед".', "важным шагом вперед", "mixed", "Tigran Markosyan"),
    ("По словам Маркосяна, документ уже согласован.", "документ уже согласован", "indirect", "Tigran Markosyan"),
    ("По его словам, документ уже согласован.", "документ уже согласован", "indirect", "Tigran Markosyan"),
    ("Как отметил Маркосян, документ уже согласован.", "документ уже согласован", "indirect", "Tigran Markosyan"),
    ("Он сообщил, что документ уже согласован.", "документ уже согласован", "indirect", "Tigran Markosyan"),
    (
        "Маркосян также выразил уверенность, что документ согласуют.",
        "документ согласуют",
        "indirect",
        "Tigran Markosyan",
    ),
    ("Документ уже согласован, сообщил Маркосян.", "Документ уже согласован", "indirect", "Tigran Markosyan"),
    (
        "Документ уже согласован, сообщили ТАСС в Минобороны РФ.",
        "Документ уже согласован",
        "indirect",
        "Ministry of Defense of Russia",
    ),
    (
        "В Минобороны РФ сообщили, что документ уже согласован.",
        "документ уже согласован",
        "indirect",
        "Ministry of Defense of Russia",
    ),
    (
        '"Документ уже согласован", - говорится в сообщении Минобороны РФ.',
        "Документ уже согласован",
        "direct",
        "Ministry of Defense of Russia",
    ),
    (
        "Он сообщил, что осенью делегация прибудет в Дели, и вручил гостю медаль «За заслуги в укреплении дружбы».",
        "осенью делегация прибудет в Дели",
        "indirect",
        "Tigran Markosyan",
    ),
    (
        "Договор подписан. Об этом сообщили в Минобороны РФ.",
        "Договор подписан",
        "indirect",
        "Ministry of Defense of Russia",
    ),
    (
        "По данным пресс-службы президента Армении, документ уже согласован.",
        "документ уже согласован",
        "indirect",
        "Presidential Administration of Armenia",
    ),
    (
        "Генерал-майор Арам Давтян прибыл. По словам генерала, документ уже согласован.",
        "документ уже согласован",
        "indirect",
        "Aram Davtyan",
    ),
    (
        "\n\n— Нам нужен мир. Мы готовы, — отметил Маркосян. — И точка.",
        "Нам нужен мир. Мы готовы",
        "direct",
        "Tigran Markosyan",
    ),
    ("\n\n– Мы готовы, – отметил Маркосян. – Все решено.", "Все решено.", "direct", "Tigran Markosyan"),
    (
        "Пресс-служба Совбеза РФ уточнила, что документ уже согласован.",
        "документ уже согласован",
        "indirect",
        "Security Council of Russia",
    ),
]


@pytest.mark.parametrize(("sentence", "words", "kind", "speaker"), ENTRIES)
def test_words_and_speaker_are_told(read_russian, sentence, words, kind, speaker):
    dossier = read_russian(WHO + sentence)
    found = {
        (
            dossier.document.body[slice(*quote.span)],
            quote.kind,
            dossier.persons[quote.speaker_person].name
            if quote.speaker_person is not None
            else quote.speaker_organization,
        )
        for quote in dossier.quotes
    }
    assert (words, kind, speaker) in found


@pytest.mark.parametrize(
    "sentence",
    [
        'Учения "Щит Союза" начались.',
        "Стороны отметили, что сотрудничество крепнет.",
        "Участники заседания подчеркнули, что терроризм опасен.",
        "Маркосян отметил важность сотрудничества.",
        "Маркосян предложил создать рабочую группу.",
        "Документ уже согласован, передает ТАСС.",
        "Маркосян подписал указ «О мерах по укреплению границы», сообщают СМИ.",
        "Маркосяну вручили орден «За личное мужество в бою».",
        "Документ уже согласован. Об этом сообщает ТАСС.",
        "Как сообщает агентство ТАСС, документ уже согласован.",
        "\n\n— первое дело сделано;\n\n— второе дело ждет решения.",
        "\n\n— Порядок дня был долгим, — и все устали.",
    ],
)
def test_terms_sides_and_credits_are_no_quotes(read_russian, sentence):
    assert not read_russian(WHO + sentence).quotes


def test_a_clause_with_words_in_marks_is_told_by_the_words(read_russian):
    dossier = read_russian(WHO + 'Он сообщил, что стороны ведут "открытый и честный разговор".')
    assert [dossier.document.body[slice(*quote.span)] for quote in dossier.quotes] == ["открытый и честный разговор"]


def test_a_pronoun_is_of_the_gender_of_the_speaker(read_russian):
    dossier = read_russian(
        "Представитель МИД РФ Марина Захарченко и министр Егор Самойлов прибыли. Она добавила, что план готов."
    )
    assert [dossier.persons[quote.speaker_person].name for quote in dossier.quotes] == ["Marina Zakharchenko"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("«У нас всё решается согласием», – заметил Маркосян.", "У нас всё решается согласием"),
        ("\n\n– Мы в Ташкенте решили больше, – вспоминает Маркосян.", "Мы в Ташкенте решили больше"),
        ("Маркосян рассказал, что Ереван открыл группу, и пригласил туда врачей.", "Ереван открыл группу"),
        ("Маркосян рассказал, что Ереван построил дом, и продал его.", "Ереван построил дом, и продал его"),
    ],
)
def test_words_end_where_the_speaker_acts(read_russian, text, words):
    body = WHO + text
    assert words in [body[slice(*quote.span)] for quote in read_russian(body).quotes]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        (
            "Как сообщает агентство со ссылкой на Минобороны РФ, документ уже согласован.",
            "Ministry of Defense of Russia",
        ),
        ("Документ уже согласован, передает агентство со ссылкой на Минобороны РФ.", "Ministry of Defense of Russia"),
        ("Документ уже согласован, следует из сообщения Минобороны РФ.", "Ministry of Defense of Russia"),
        ("Согласно сообщению Минобороны РФ, документ уже согласован.", "Ministry of Defense of Russia"),
        ("Документ уже согласован. Такое мнение высказал Тигран Маркосян.", "Tigran Markosyan"),
        ("Документ уже согласован. Об этом в понедельник рассказал журналистам Тигран Маркосян.", "Tigran Markosyan"),
    ],
)
def test_statements_passed_on_belong_to_their_source(read_russian, sentence, speaker):
    dossier = read_russian(sentence)
    [quote] = dossier.quotes
    start, end = quote.span
    assert sentence[start:end].lower() == "документ уже согласован"
    person = quote.speaker_person
    assert speaker == (dossier.persons[person].name if person is not None else quote.speaker_organization)


@pytest.mark.parametrize("marks", [("«", "»"), ('"', '"')])
def test_words_over_paragraphs_with_two_marks_are_one_quotation(read_russian, marks):
    opening, closing = marks
    body = f"{opening}Нужен опыт.\n\nНужно время{closing}, - сказал министр обороны Армении Тигран Маркосян."
    dossier = read_russian(body)
    [quote] = dossier.quotes
    assert body[quote.span[0] : quote.span[1]] == "Нужен опыт.\n\nНужно время"
    assert quote.speaker_person == 0


def test_full_stops_without_a_blank_end_sentences(read_russian):
    body = "Документ уже согласован, сообщила пресс-служба Минобороны РФ.Тигран Маркосян прибыл в Минск."
    [quote] = read_russian(body).quotes
    assert quote.speaker_organization == "Ministry of Defense of Russia"
