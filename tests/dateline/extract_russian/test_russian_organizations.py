"""Bodies under their canonical English names."""

import pytest


@pytest.mark.parametrize(
    ("text", "name", "surface"),
    [
        ("Это решение ОДКБ.", "Collective Security Treaty Organization", "ОДКБ"),
        (
            "Страны Шанхайской организации сотрудничества согласны.",
            "Shanghai Cooperation Organization",
            "Шанхайской организации сотрудничества",
        ),
        ("Резолюцию внесли в Совет Безопасности ООН.", "Security Council of the UN", "Совет Безопасности ООН"),
        (
            "Заседание Совета министров обороны СНГ прошло.",
            "Council of Defense Ministers of the CIS",
            "Совета министров обороны СНГ",
        ),
        (
            "Заседание Совета министров обороны (СМО) ОДКБ прошло.",
            "Council of Defense Ministers of the CSTO",
            "Совета министров обороны (СМО) ОДКБ",
        ),
        (
            "Комитет секретарей советов безопасности ОДКБ собрался.",
            "Committee of Secretaries of Security Councils of the CSTO",
            "Комитет секретарей советов безопасности ОДКБ",
        ),
        ("Он работал в секретариате ШОС.", "Secretariat of the SCO", "секретариате ШОС"),
        (
            "Доклад сделал Исполком РАТС ШОС.",
            "Executive Committee of the Regional Anti-Terrorist Structure of the SCO",
            "Исполком РАТС ШОС",
        ),
        (
            "Он возглавил Антитеррористический центр СНГ.",
            "Anti-Terrorism Center of the CIS",
            "Антитеррористический центр СНГ",
        ),
        (
            "Министерство обороны Казахстана сообщило о тренировке.",
            "Ministry of Defense of Kazakhstan",
            "Министерство обороны Казахстана",
        ),
        ("В Минобороны Армении это подтвердили.", "Ministry of Defense of Armenia", "Минобороны Армении"),
        ("В Минобороны КНР это подтвердили.", "Ministry of National Defense of China", "Минобороны КНР"),
        ("В Минобороны это подтвердили.", "Ministry of Defense of Russia", "Минобороны"),
        (
            "Туда прибыл Генеральный штаб Вооруженных сил Белоруссии.",
            "General Staff of the Armed Forces of Belarus",
            "Генеральный штаб Вооруженных сил Белоруссии",
        ),
        (
            "Аппарат Совбеза Кыргызстана подготовил справку.",
            "Security Council of Kyrgyzstan",
            "Аппарат Совбеза Кыргызстана",
        ),
        ("Об этом сообщил КНБ РК.", "National Security Committee of Kazakhstan", "КНБ РК"),
        ("Обыски провел ГКНБ.", "State Committee for National Security of Kyrgyzstan", "ГКНБ"),
        ("Российское Минобороны ответило.", "Ministry of Defense of Russia", "Российское Минобороны"),
        ("Интервью опубликовало РИА Новости.", "RIA Novosti", "РИА Новости"),
    ],
)
def test_a_body_is_found_with_its_whole_name(read_russian, text, name, surface):
    dossier = read_russian(text)
    assert name in dossier.organizations
    assert [text[start:end] for start, end in dossier.organizations[name].spans] == [surface]


def test_only_the_international_body_counts_inside_the_name_of_an_organ(read_russian):
    names = set(read_russian("Заседание Комитета секретарей советов безопасности ОДКБ открыто.").organizations)
    assert names == {
        "Collective Security Treaty Organization",
        "Committee of Secretaries of Security Councils of the CSTO",
    }


@pytest.mark.parametrize(
    "text", ["Министерства обороны обсудят план.", "Секретари советов безопасности собрались.", "Совет дал отец."]
)
def test_generic_bodies_are_no_names(read_russian, text):
    assert not [body for body in read_russian(text, agency=None).organizations.values() if body.spans]
