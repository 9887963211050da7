"""Openings of some sixty agencies: what they say, and where the story begins."""

import pytest

from dateline.clean.dateline import find_dateline

OPENINGS = [
    # text, place, agency surface, canonical agency, (day, month, year)
    ("ASTANA, April 26. /TASS/. The", "ASTANA", "TASS", "TASS", (26, 4, None)),
    ("MOSCOW, April 26 /ITAR-TASS/. The", "MOSCOW", "ITAR-TASS", "TASS", (26, 4, None)),
    ("MOSCOW, April 26 (Itar-Tass) -- The", "MOSCOW", "Itar-Tass", "TASS", (26, 4, None)),
    ("ST. PETERSBURG, June 26. /TASS/. The", "ST. PETERSBURG", "TASS", "TASS", (26, 6, None)),
    ("TASHKENT, 24 Aug – RIA Novosti. The", "TASHKENT", "RIA Novosti", "RIA Novosti", (24, 8, None)),
    ("MOSCOW (RIA Novosti) - The", "MOSCOW", "RIA Novosti", "RIA Novosti", None),
    ("МОСКВА, 26 апр — РИА Новости. The", "МОСКВА", "РИА Новости", "RIA Novosti", (26, 4, None)),
    ("ЕРЕВАН, 17 июня. /ТАСС/. The", "ЕРЕВАН", "ТАСС", "TASS", (17, 6, None)),
    ("Dushanbe. July 28. INTERFAX-The", "Dushanbe", "INTERFAX", "Interfax", (28, 7, None)),
    ("MOSCOW. July 28 (Interfax) - The", "MOSCOW", "Interfax", "Interfax", (28, 7, None)),
    ("BAKU. July 3 (Interfax-Azerbaijan) – The", "BAKU", "Interfax-Azerbaijan", "Interfax-Azerbaijan", (3, 7, None)),
    ("Москва. 28 июля. INTERFAX.RU - The", "Москва", "INTERFAX.RU", "Interfax", (28, 7, None)),
    ("DUSHANBE, July 27 (Xinhua) -- The", "DUSHANBE", "Xinhua", "Xinhua", (27, 7, None)),
    ("BEIJING, Sept. 18, 2019 (Xinhua) -- The", "BEIJING", "Xinhua", "Xinhua", (18, 9, 2019)),
    ("ASTANA. KAZINFORM - The", "ASTANA", "KAZINFORM", "Kazinform", None),
    ("NUR-SULTAN. KAZINFORM /Gaukhar Omar/ - The", "NUR-SULTAN", "KAZINFORM", "Kazinform", None),
    ("ASTANA. May 12. KAZINFORM. The", "ASTANA", "KAZINFORM", "Kazinform", (12, 5, None)),
    ("OSH (UrduPoint News / Sputnik - 3rd June, 2020) The", "OSH", "UrduPoint News / Sputnik", "Sputnik", (3, 6, 2020)),
    ("YEREVAN (Sputnik) - The", "YEREVAN", "Sputnik", "Sputnik", None),
    ("DUSHANBE, 27.07.2021 (NIAT Khovar) – The", "DUSHANBE", "NIAT Khovar", "Khovar", (27, 7, 2021)),
    ("ДУШАНБЕ, 27.07.2021 /НИАТ «Ховар»/. The", "ДУШАНБЕ", "НИАТ «Ховар»", "Khovar", (27, 7, 2021)),
    ("Baku, Azerbaijan, Oct. 25 By Ali Vali – Trend: The", "Baku", "Trend", "Trend", (25, 10, None)),
    ("BAKU, Azerbaijan, May 12. Trend: The", "BAKU", "Trend", "Trend", (12, 5, None)),
    ("Baku. 5 May. APA. The", "Baku", "APA", "APA", (5, 5, None)),
    ("Baku-APA. The", "Baku", "APA", "APA", None),
    ("Baku, May 5, AZERTAC The", "Baku", "AZERTAC", "AZERTAC", (5, 5, None)),
    ("RAWALPINDI, Feb 12 (APP): The", "RAWALPINDI", "APP", "Associated Press of Pakistan", (12, 2, None)),
    ("WASHINGTON (Reuters) - The", "WASHINGTON", "Reuters", "Reuters", None),
    ("MOSCOW/BEIJING, April 2 (Reuters) - The", "MOSCOW/BEIJING", "Reuters", "Reuters", (2, 4, None)),
    ("KYIV, Ukraine (AP) — The", "KYIV", "AP", "AP", None),
    ("PORT-AU-PRINCE, Haiti (AP) — The", "PORT-AU-PRINCE", "AP", "AP", None),
    ("Moscow, March 5, 2021 (AFP) - The", "Moscow", "AFP", "AFP", (5, 3, 2021)),
    ("MINSK, 12 March (BelTA) – The", "MINSK", "BelTA", "BelTA", (12, 3, None)),
    ("5 июля, Минск /Корр. БЕЛТА/. The", "Минск", "Корр. БЕЛТА", "BelTA", (5, 7, None)),
    ("AKIPRESS.COM - The", None, "AKIPRESS.COM", "AKIpress", None),
    ("Bishkek (AKIpress) - The", "Bishkek", "AKIpress", "AKIpress", None),
    ("Bishkek, July 5, 2019 / Kabar /. The", "Bishkek", "Kabar", "Kabar", (5, 7, 2019)),
    ("Tehran, May 3, IRNA - The", "Tehran", "IRNA", "IRNA", (3, 5, None)),
    ("TEHRAN (FNA)- The", "TEHRAN", "FNA", "Fars News Agency", None),
    ("TEHRAN, Apr. 5 (MNA) – The", "TEHRAN", "MNA", "Mehr News Agency", (5, 4, None)),
    ("YEREVAN, 26 APRIL, ARMENPRESS. The", "YEREVAN", "ARMENPRESS", "Armenpress", (26, 4, None)),
    ("ANKARA (AA) - The", "ANKARA", "AA", "Anadolu Agency", None),
    ("New Delhi, Jul 28 (PTI) The", "New Delhi", "PTI", "Press Trust of India", (28, 7, None)),
    ("NEW DELHI [India], July 28 (ANI): The", "NEW DELHI", "ANI", "ANI", (28, 7, None)),
    ("Berlin (dpa) - The", "Berlin", "dpa", "DPA", None),
    ("TOKYO, July 5 (Kyodo) -- The", "TOKYO", "Kyodo", "Kyodo", (5, 7, None)),
    ("SEOUL, July 5 (Yonhap) -- The", "SEOUL", "Yonhap", "Yonhap", (5, 7, None)),
    ("TASHKENT, June 5. /UzA/. The", "TASHKENT", "UzA", "UzA", (5, 6, None)),
    ("Tashkent, Uzbekistan (UzDaily.com) -- The", "Tashkent", "UzDaily.com", "UzDaily", None),
    ("ULAANBAATAR /MONTSAME/ The", "ULAANBAATAR", "MONTSAME", "MONTSAME", None),
    ("ABU DHABI, 5th July, 2021 (WAM) -- The", "ABU DHABI", "WAM", "WAM", (5, 7, 2021)),
    ("ALMATY, Kazakhstan, July 5, 2021 /PRNewswire/ -- The", "ALMATY", "PRNewswire", "PR Newswire", (5, 7, 2021)),
    ("NEW YORK--(BUSINESS WIRE)--The", "NEW YORK", "BUSINESS WIRE", "Business Wire", None),
    ("TASHKENT, 27.07.2021 (X) - The", "TASHKENT", "X", None, (27, 7, 2021)),
    ("TASHKENT, July 28 – The", "TASHKENT", None, None, (28, 7, None)),
    ("WASHINGTON — The", "WASHINGTON", None, None, None),
    ("ISLAMABAD: The", "ISLAMABAD", None, None, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place", "agency", "canonical", "day"), OPENINGS)
def test_openings(
    text: str, place: str | None, agency: str | None, canonical: str | None, day: tuple[int, int, int | None] | None
) -> None:
    found = find_dateline(text + " council met.")
    assert found is not None
    assert (found.place, found.agency) == (place, agency)
    assert (found.agency_source.name if found.agency_source else None) == canonical
    assert ((found.date.day, found.date.month, found.date.year) if found.date else None) == day
    assert text[found.end :] + " council met." == "The council met."


@pytest.mark.parametrize(
    "text",
    [
        "The Shanghai Cooperation Organization (SCO) - founded in 2001 - has new members.",
        "The CSTO Secretary General met with the Ambassador of a neighboring country.",
        "Moscow: talks on borders continue",
        "China, Tajikistan to keep military contacts growing",
        "Interfax reports that the talks were held.",
        "On 28 January 2025, the Secretary General was received in Bishkek.",
        "Last updated: 12 May 2020",
        "July 28 (Wednesday) will be a day off in the capital.",
        "",
        "- ",
    ],
)
def test_no_dateline(text: str) -> None:
    assert find_dateline(text) is None


def test_story_that_begins_with_the_name_of_a_regional_feed() -> None:
    found = find_dateline("NUR-SULTAN. Feb 25. INTERFAX-Kazakhstan and Russia agreed on drills.")
    assert found is not None
    assert found.agency_source is not None
    assert found.agency_source.name == "Interfax"
    assert found.end == len("NUR-SULTAN. Feb 25. INTERFAX-")
