"""Publication dates: the order of bases, years that are not printed, and what is no evidence."""

from datetime import date

import pytest

from dateline.clean.date_text import PrintedDate, find_dates
from dateline.clean.dates import DateEvidence, publication_date, read_link, read_prefix, read_stated
from dateline.clean.years import fitting_days, narrowed, story_weekday, year_facts

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
