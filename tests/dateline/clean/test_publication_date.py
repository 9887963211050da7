"""Publication dates: the order of bases, years that are not printed, and what is no evidence."""

from datetime import date

import pytest

from dateline.clean import clean_document
from dateline.clean.date_text import PrintedDate, find_dates, short_date
from dateline.clean.dates import (
    DateEvidence,
    publication_date,
    read_link,
    read_prefix,
    read_prefix_month,
    read_stated,
)
from dateline.clean.years import dated_weekday, fitting_days, narrowed, story_weekday, year_facts
from dateline.records import Cleaned, RawDocument

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("April 26", (26, 4, None)),
        ("26 April 2019", (26, 4, 2019)),
        ("Sept. 18, 2013", (18, 9, 2013)),
        ("3rd June, 2020", (3, 6, 2020)),
        ("17 ИЮН 2022, 11:40", (17, 6, 2022)),
        ("27.07.2021 17:20", (27, 7, 2021)),
        ("2021-07-27 23:48:17", (27, 7, 2021)),
        ("7/27/2021", (27, 7, 2021)),
        ("12 наурыз 2020", (12, 3, 2020)),
        ("10 Mayıs 2022", (10, 5, 2022)),
    ],
)
def test_printed_dates(text: str, expected: tuple[int, int, int | None]) -> None:
    found = next(iter(find_dates(text)))
    assert (found.day, found.month, found.year) == expected


@pytest.mark.parametrize("text", ["23.09 16:28", "31.02.2020", "USD 84.80", "1415", "May 2019", "version 1.2.2019.4"])
def test_no_dates(text: str) -> None:
    assert [d for d in find_dates(text) if d.full] == []


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("https://news.example/en/council-meets-15-04-2016", date(2016, 4, 15)),
        ("https://news.example/2021/07/27/talks", date(2021, 7, 27)),
        ("https://news.example/20190430/talks", date(2019, 4, 30)),
        ("https://news.example/2021/13/45/talks", None),
        ("https://news.example/item/100000", None),
        (None, None),
    ],
)
def test_links(link: str | None, expected: date | None) -> None:
    assert read_link(link) == expected


def test_prefix_and_stated_values() -> None:
    assert read_prefix(" date 2016-06-08 ASTANA. The council met.") == (date(2016, 6, 8), 17)
    assert read_prefix("The date 2016-06-08 was set.") == (None, 0)
    assert read_stated("2021-07-27T17:20:00+05:00") == date(2021, 7, 27)
    assert read_stated("14.09.2018") == date(2018, 9, 14)
    assert read_stated("soon") is None


def decide(evidence: DateEvidence, story: str = "") -> tuple[date | None, str]:
    published = publication_date(evidence, story, TODAY)
    return published.day, published.basis


def test_order_of_bases() -> None:
    full = DateEvidence(
        prefix=date(2019, 4, 29), metadata=[date(2019, 4, 30)], stamps=[date(2019, 5, 1)], dateline=date(2019, 5, 2)
    )
    assert decide(full) == (date(2019, 4, 29), "prefix")
    full.prefix = None
    assert decide(full) == (date(2019, 4, 30), "metadata")
    full.metadata = []
    assert decide(full) == (date(2019, 5, 1), "timestamp")
    full.stamps = []
    assert decide(full) == (date(2019, 5, 2), "dateline")
    full.dateline = None
    assert decide(full) == (None, "none")


def test_constant_prefix_of_a_site_is_ignored() -> None:
    assert decide(DateEvidence(prefix=date(2019, 12, 13), stamps=[date(2021, 3, 12)])) == (
        date(2021, 3, 12),
        "timestamp",
    )


def test_future_dates_are_errors() -> None:
    assert decide(DateEvidence(prefix=date(2031, 1, 1))) == (None, "none")
    assert decide(DateEvidence(metadata=[date(2031, 1, 1)])) == (None, "none")


def test_weekday_supports_the_latest_fitting_year() -> None:
    evidence = DateEvidence(yearless=PrintedDate(18, 11, None, 0, 0))
    published = publication_date(evidence, "The plan was signed on Thursday in the capital.", TODAY)
    assert (published.day, published.basis) == (date(2021, 11, 18), "weekday")
    assert published.candidates[-2:] == (date(2010, 11, 18), date(2021, 11, 18))


def test_without_weekday_the_year_stays_open() -> None:
    evidence = DateEvidence(yearless=PrintedDate(18, 11, None, 0, 0))
    published = publication_date(evidence, "The plan was signed.", TODAY)
    assert (published.day, published.basis) == (None, "none")
    assert len(published.candidates) == 36


def test_years_of_the_text_narrow_the_candidates() -> None:
    story = "Ministers signed a calendar for 2020-2021 on Monday. Two states joined in June 2017."
    days = fitting_days(29, 4, 0, 1991, TODAY)
    assert [d.year for d in days] == [1991, 1996, 2002, 2013, 2019, 2024]
    assert [d.year for d in narrowed(days, year_facts(story))] == [2019]


@pytest.mark.parametrize(
    ("story", "weekday"),
    [
        ("The ministers met on Wednesday, officials said.", 2),
        ("Officials said Thursday that the talks were useful.", 3),
        ("Секретари собрались в пятницу в столице.", 4),
        ("The talks are scheduled for Wednesday.", None),
        ("The council will meet on Friday.", None),
        ("The guests come to next Monday's session.", None),
        ("He spoke on Monday, July 3.", None),
        ("The council met.", None),
        ("Rescuers came down from the glacier early on Tuesday.", 1),
    ],
)
def test_weekday_of_the_story(story: str, weekday: int | None) -> None:
    assert story_weekday(story) == weekday


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("13. Februar 2020", (13, 2, 2020)),
        ("21 ene", (21, 1, None)),
        ("10 août 2022", (10, 8, 2022)),
        ("5 de mayo de 2019", (5, 5, 2019)),
        ("4-уми декабр.", (4, 12, None)),
        ("12 EKİM 2018", (12, 10, 2018)),
        ("10 Kasım 2021", (10, 11, 2021)),
        ("2018 жылғы 12 қазан", (12, 10, 2018)),
        ("2018 yil 12 oktyabr", (12, 10, 2018)),
        ("12 квітня 2021", (12, 4, 2021)),
        ("04/05/2019 10:20", (4, 5, 2019)),
        ("Tue, 03/05/2019 - 10:20", (5, 3, 2019)),
        ("04/05/2019 | 3:15 PM EST", (5, 4, 2019)),
        ("1397/12/23 - March 14, 2019", (14, 3, 2019)),
        ("14 March 2019 - 7 Rajab 1440", (14, 3, 2019)),
    ],
)
def test_dates_of_many_languages(text: str, expected: tuple[int, int, int | None]) -> None:
    found = next(iter(find_dates(text)))
    assert (found.day, found.month, found.year) == expected


@pytest.mark.parametrize("text", ["in group 13. May we go on", "3 temples", "Mars 3 landed", "31 June 2020"])
def test_words_that_are_no_months(text: str) -> None:
    assert [d for d in find_dates(text) if d.month != 6 or d.year] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [("21.12.18", date(2018, 12, 21)), ("03/04/97", date(1997, 4, 3)), ("40.12.18", None), ("1.2.18.4", None)],
)
def test_years_of_two_digits(text: str, expected: date | None) -> None:
    found = short_date(text)
    assert (found.full if found else None) == expected


@pytest.mark.parametrize(
    ("story", "weekday"),
    [
        ("The minister will visit the capital, Ulsk, on Monday to open a bridge.", None),
        ("The minister will visit the capital, he said on Monday.", 0),
        ("The envoy has arrived to take part in a meeting of the council on Tuesday.", None),
        ("Министр прибыл для участия во встрече в пятницу.", None),
        ("Power was restored by Tuesday morning, the grid operator said.", 1),
    ],
)
def test_things_to_come_have_their_own_day(story: str, weekday: int | None) -> None:
    assert story_weekday(story) == weekday


@pytest.mark.parametrize(
    ("story", "weekday"),
    [
        ("The council meets on Wednesday, 13 July.", 2),
        ("The council meets on Friday, July 15, and parts the next day.", 2),
        ("В пятницу, 15 июля, совет соберется вновь.", 2),
        ("The council met on Friday, 3 March.", None),
        ("The council met on Friday.", None),
    ],
)
def test_a_weekday_beside_a_date_tells_that_of_the_dateline(story: str, weekday: int | None) -> None:
    assert dated_weekday(story, PrintedDate(13, 7, None, 0, 0)) == weekday


HEADLINE = "Engineers of two states agree on plan of joint work"
BODY = (
    "The engineers of two neighbouring states met in the capital and agreed on a plan of joint work for two years.\n\n"
    "The sides also discussed the training of welders and the exchange of maps of the border area, the service said.\n"
)
DATELINE = "TASHKENT, May 3 (Xinhua) -- "


def published(raw: str) -> tuple[date | None, str]:
    cleaned = clean_document(
        RawDocument(uri="x", content_sha256="0", format="text", encoding="utf-8", raw=raw), as_of=TODAY
    )
    assert isinstance(cleaned, Cleaned)
    assert cleaned.document.title == HEADLINE
    return cleaned.document.published_date, cleaned.document.published_date_basis


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        ("Published: 14 March 2019, 10:20 | Updated: 16 March 2019, 09:11", "", date(2019, 3, 14)),
        ("Updated: 16 March 2019, 09:11\nPublished: 14 March 2019, 10:20", "", date(2019, 3, 14)),
        ("Updated: 16 March 2019, 09:11", "", date(2019, 3, 16)),
        ("Event date: 20 May 2019\nPosted on: 14 March 2019", "", date(2019, 3, 14)),
        ("14.03.19 10:20", "", date(2019, 3, 14)),
        ("14 March 2031, 10:20", "", None),
        ("3 days ago", "", None),
        ("", "14.03.2019", date(2019, 3, 14)),
        ("", "Last modified: 20 June 2022", None),
        ("", "© 2021 Steppe Courier. All rights reserved", None),
        ("", "Latest news\n22.11.2021 12:00 Council meets\n21.11.2021 10:00 Drill ends", None),
    ],
)
def test_stamps_round_a_story(above: str, below: str, expected: date | None) -> None:
    assert published(f"{HEADLINE}\n\n{above}\n\n{BODY}\n{below}\n")[0] == expected


def test_the_day_of_the_visit_is_no_day_of_publication() -> None:
    assert published(f"Today is Monday, 22 November 2021\nMain | News\n\n{HEADLINE}\n\n{BODY}") == (None, "none")


def test_dateline_tells_how_a_slashed_stamp_is_read() -> None:
    assert published(f"{HEADLINE}\n\n05/03/2019 10:20\n\n{DATELINE}{BODY}") == (date(2019, 5, 3), "timestamp")


def test_prefix_of_a_month_gives_the_year() -> None:
    assert read_prefix_month(" date 2019-05 (@editor)") == (2019, 5)
    assert read_prefix_month(" date 2019-05-03 Talks") is None
    assert published(f" date 2019-05 {HEADLINE}\n\n{DATELINE}{BODY}") == (date(2019, 5, 3), "dateline")


def test_prefix_with_a_time() -> None:
    assert read_prefix(" date 2019-05-03 14:04 Talks") == (date(2019, 5, 3), 23)


def test_weekday_of_a_stamp() -> None:
    evidence = DateEvidence(yearless=next(iter(find_dates("Thursday, September 19"))))
    found = publication_date(evidence, "The plan of 2013 was signed on Wednesday.", TODAY)
    assert (found.day, found.basis) == (date(2013, 9, 19), "weekday")
