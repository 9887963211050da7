"""Whole documents of our own through the recipe, form by form."""

from datetime import date

import pytest

from dateline.clean import clean_document
from dateline.records import Cleaned, Format, RawDocument

TODAY = date(2026, 11, 22)


def clean(raw: str, format_: Format = "text", **stated: str) -> Cleaned:
    found = clean_document(
        RawDocument(uri="x", content_sha256="0", format=format_, encoding="utf-8", raw=raw, **stated), as_of=TODAY
    )
    assert isinstance(found, Cleaned)
    return found


def reasons(found: Cleaned) -> dict[str, str]:
    raw = found.document.raw
    return {raw[b.raw_start : b.raw_end].strip(): b.reason for b in found.blocks}


PORTAL = """Кыргызча Русский English
USD 84.80 EUR 99.12 RUB 1.15
Latest News
Security Council chief briefs ambassadors on border talks
12.07.2021 14:20
Views: 381

AKIPRESS.COM - Deputy Secretary of the Security Council Bakyt Esen briefed the ambassadors of four countries on Monday.

Read also: Customs posts to work round the clock

"We have agreed on the most difficult sections first," Esen said.

ADVERTISEMENT

Next steps

He said the joint commission had described more than half of the line and would meet again in August.

The guests thanked him.

Комментарии
Читайте также
Цены на муку выросли
© AKIpress News Agency - 2001-2021.
"""


def test_portal_with_foreign_furniture() -> None:
    found = clean(PORTAL)
    document = found.document
    assert document.title == "Security Council chief briefs ambassadors on border talks"
    assert document.body.split("\n\n") == [
        "Deputy Secretary of the Security Council Bakyt Esen briefed the ambassadors of four countries on Monday.",
        '"We have agreed on the most difficult sections first," Esen said.',
        "Next steps",
        "He said the joint commission had described more than half of the line and would meet again in August.",
        "The guests thanked him.",
    ]
    assert (document.agency, document.outlet, document.language) == ("AKIpress", "AKIpress", "en")
    assert (document.published_date, document.published_date_basis) == (date(2021, 7, 12), "timestamp")
    why = reasons(found)
    assert why["USD 84.80 EUR 99.12 RUB 1.15"] == "rates"
    assert why["12.07.2021 14:20"] == "timestamp"
    assert why["AKIPRESS.COM -"] == "dateline"
    assert why["Цены на муку выросли"] == "related"


def test_wire_text_without_title() -> None:
    found = clean(" date 2018-03-15 BISHKEK. KAZINFORM - The heads of the centers will gather in April.\n")
    document = found.document
    assert (document.title, document.body) == (None, "The heads of the centers will gather in April.")
    assert (document.dateline_place, document.agency) == ("BISHKEK", "Kazinform")
    assert (document.published_date, document.published_date_basis) == (date(2018, 3, 15), "prefix")


def test_markdown() -> None:
    raw = """## Delegations hold talks in Tashkent

---

**The first round of talks took place on 5-6 September in Tashkent.**

It was agreed that officers would visit the training center in

Chirchik in the *summer* of 2019, and [the plan](https://x.example/1) was signed.

*UzA*

Link: <http://uza.uz/en/delegations-hold-talks-07-09-2018>

[Print](http://uza.uz/print) | [Send by e-mail](mailto:)
"""
    document = clean(raw, "markdown").document
    assert document.title == "Delegations hold talks in Tashkent"
    assert document.body.split("\n\n") == [
        "The first round of talks took place on 5-6 September in Tashkent.",
        "It was agreed that officers would visit the training center in Chirchik in the summer of 2019,"
        " and the plan was signed.",
    ]
    assert (document.agency, document.published_date) == ("UzA", date(2018, 9, 7))


PAGE = """<html><head><title>Talks on drills end in Ufa | Example Herald</title>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Talks on drills end in Ufa",
"datePublished":"2015-07-09T10:00:00+05:00","publisher":{"@type":"Organization","name":"Example Herald"}}</script>
</head>
<body><div class="top-menu"><a href="/">Главная</a> <a href="/n">Новости</a></div>
<article><h1>Talks on drills end in Ufa</h1>
<p>UFA, July 9 /TASS/. Delegations of eight countries ended talks on joint drills in
Ufa on Thursday, a&nbsp;source said.</p>
<p>The talks lasted two <a href="/t">days</a>&nbsp;&mdash; longer than planned.
The hosts offered to hold the next round.</p>
<figure><img src="1.jpg"><figcaption>Delegates in Ufa</figcaption></figure>
<p>&ldquo;We have a calendar,&rdquo; the head of the delegation, General Pavel Dron, said
after the closing session.</p></article>
<aside><h3>Popular</h3><ul><li><a href="/3">Concert on the square</a></li></ul></aside>
<footer>&copy; 2015</footer></body></html>
"""


def test_html_page() -> None:
    found = clean(PAGE, "html")
    document = found.document
    assert document.title == "Talks on drills end in Ufa"
    assert document.body.split("\n\n") == [
        "Delegations of eight countries ended talks on joint drills in Ufa on Thursday, a source said.",
        "The talks lasted two days — longer than planned. The hosts offered to hold the next round.",
        "“We have a calendar,” the head of the delegation, General Pavel Dron, said after the closing session.",
    ]
    assert (document.agency, document.outlet, document.dateline_place) == ("TASS", "Example Herald", "UFA")
    assert (document.published_date, document.published_date_basis) == (date(2015, 7, 9), "metadata")
    assert reasons(found)["Delegates in Ufa"] == "caption"


def test_record_with_title_repeated_in_the_text() -> None:
    text = (
        "Talks at the ministry\n14.09.2018\n"
        "The parties exchanged views on the situation in the region.\nBack to the list"
    )
    found = clean(text, "jsonl", title="Talks at the ministry", published="2018-09-14", url="https://mod.gov.kz/1")
    document = found.document
    assert (document.title, document.body) == (
        "Talks at the ministry",
        "The parties exchanged views on the situation in the region.",
    )
    assert document.agency == "Ministry of Defense of Kazakhstan"
    assert reasons(found)["Talks at the ministry"] == "duplicate_title"


def test_dateline_on_two_lines_with_a_byline() -> None:
    raw = "Baku hosts talks\n\nBaku, Azerbaijan, Oct. 25\nBy Ali Vali – Trend: A working group has met.\n"
    document = clean(raw).document
    assert (document.title, document.dateline_place, document.agency) == ("Baku hosts talks", "Baku", "Trend")
    assert document.body == "A working group has met."


def test_standfirst_stays_and_caption_goes() -> None:
    raw = (
        "Council opens session in Minsk\n\nEight delegations are expected to sign the plan\n\n"
        "Minister Oleg Tarn\n© Press office/TASS\n\nMINSK, May 5. /TASS/. The council opened its session on Thursday.\n"
    )
    found = clean(raw)
    assert found.document.title == "Council opens session in Minsk"
    assert found.document.body == (
        "Eight delegations are expected to sign the plan\n\nThe council opened its session on Thursday."
    )
    assert reasons(found)["Minister Oleg Tarn"] == "caption"


@pytest.mark.parametrize(
    "raw",
    [
        "Home / Cookie Policy\n\nCookie Policy\n\nThis page explains how we use cookies on the site. If you keep"
        " reading the site you accept the use of cookies.\n\nYou can block cookies in the settings of your browser.\n",
        "Error 404\nPage not found\nThe page you are looking for does not exist or has been moved.\n",
        "News portal\nAll news\n12:40 Secretaries of councils to meet in May\n12:10 Exercise begins in the region\n",
    ],
)
def test_pages_without_a_story(raw: str) -> None:
    document = clean(raw).document
    assert not document.is_story
    assert document.published_date is None


def test_russian_story() -> None:
    raw = (
        "В столице прошли учения\n\nМОСКВА, 12 мар — РИА Новости. Учения прошли в четверг, сообщил журналистам"
        " представитель штаба.\n\nПо его словам, в них участвовали шесть государств.\n\n"
        "Читайте также\nКак изменится погода\n"
    )
    document = clean(raw).document
    assert (document.language, document.agency, document.dateline_place) == ("ru", "RIA Novosti", "МОСКВА")
    assert (document.published_date, document.published_date_basis) == (date(2026, 3, 12), "weekday")
    assert document.body.endswith("шесть государств.")


def test_credit_in_the_text_and_at_the_end() -> None:
    assert (
        clean("Title of the day\n\nTwo ministers met in the capital on Monday, Xinhua reports.\n").document.agency
        == "Xinhua"
    )
    raw = (
        "Visit to the border post\n\nA delegation visited the border posts of the region this week.\n\nN. Karim, UzA\n"
    )
    assert clean(raw).document.agency == "UzA"


def test_machine_translation_is_flagged_with_its_evidence() -> None:
    raw = (
        "MOSCOW, 18 Nov – RIA Novosti. The defense Minister spoke on the fields of the meeting of the"
        " Security council.\n\n"
        "“The plan is ready,” – said the defense Minister of Belorussia.\n"
    )
    document = clean(raw).document
    assert document.is_machine_translated
    assert "dash after a quote ×1" in (document.machine_translation_evidence or "")
    assert not clean(PORTAL).document.is_machine_translated


WIRE = """Minister reviews border roads

New Delhi, Mar 4 (PTI) Defence Minister Anand Kulkarni on Tuesday reviewed the state of roads along the northern border.

He told engineers that three tunnels would be opened before the winter and asked them to report every month.

{furniture}

The ministry has set aside Rs 900 crore for the programme, and two more tunnels are to follow next year.{mark}
"""


@pytest.mark.parametrize("mark", ["", " PTI KRV SNE", " PTI MPB SKL NSD NSD", " Enditem"])
def test_initials_of_the_desk_are_no_words_of_the_story(mark: str) -> None:
    body = clean(WIRE.format(furniture="", mark=mark)).document.body
    assert body.endswith("two more tunnels are to follow next year.")


@pytest.mark.parametrize("end", ["the project was led by the PTI.", "PTI MPB had won."])
def test_what_only_looks_like_initials_stays(end: str) -> None:
    assert clean(WIRE.format(furniture="", mark=f" He said {end}")).document.body.endswith(end)


@pytest.mark.parametrize(
    "line",
    [
        "Don’t miss: Wheat prices fall to a five-year low",
        "Don't miss: Wheat prices fall to a five-year low",
        "Follow the Valley Post Facebook page for the latest news and updates.",
        "This story is auto-generated from a syndicated feed.",
    ],
)
def test_furniture_between_paragraphs_goes(line: str) -> None:
    assert line not in clean(WIRE.format(furniture=line, mark="")).document.body


UNDATED = """Desk of the North
Home Politics Security Exercises Frontier Archive

Border chiefs compare notes in Osh

Osh. 11 September. DESK OF THE NORTH - The heads of two border services met on Friday to compare notes on crossings.

They agreed to open three more posts before the winter, the press service of the Kyrgyz service said.

{rights}
"""


@pytest.mark.parametrize(
    ("rights", "day"),
    [
        ("© 2012-2020 Desk of the North", date(2020, 9, 11)),
        ("© 2016 Desk of the North. All rights reserved", date(2015, 9, 11)),
        ("Desk of the North", date(2026, 9, 11)),
        ("© 1990 Desk of the North", date(2026, 9, 11)),
    ],
    ids=["range", "one year", "none", "older than all"],
)
def test_a_page_is_no_older_than_its_line_of_rights(rights: str, day: date) -> None:
    document = clean(UNDATED.format(rights=rights)).document
    assert (document.published_date, document.published_date_basis) == (day, "weekday")
    assert document.title == "Border chiefs compare notes in Osh"


ABOUT = """Northern Desk
Home | News | Contacts

About us

Northern Desk has followed the armies and border services of nine countries since 2009, from drills to appointments.

Our team

The editors work in Osh and Almaty, and fifteen correspondents write from the capitals of the region every day.

© 2024 Northern Desk
"""


def test_a_page_about_the_site_is_no_story() -> None:
    assert not clean(ABOUT).document.is_story
    assert clean(ABOUT.replace("About us", "Tenth year begins")).document.is_story


def test_a_sentence_that_begins_with_a_day_is_no_dateline() -> None:
    lead = "The deputy chief of staff was made acting chief, the press service of the ministry reported on Wednesday."
    later = "On March 10 Prime Minister Arman Petrosyan asked the president to approve the appointment of a new chief."
    document = clean(f"Deputy chief of staff takes over for a time\n\n{lead}\n\n{later}").document
    assert document.body == f"{lead}\n\n{later}"
    assert document.agency is None
