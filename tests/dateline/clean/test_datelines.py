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
    ("Baku, October 5, ShirvanInfo – The", "Baku", "ShirvanInfo", None, (5, 10, None)),
    ("Tehran, Feb 24, PNS - The", "Tehran", "PNS", None, (24, 2, None)),
    ("Damascus, LNNA- The", "Damascus", "LNNA", None, None),
    ("DUSHANBE, 21 Aug — Pamirpress. The", "DUSHANBE", "Pamirpress", None, (21, 8, None)),
    ("30 мая, Минск /Корр. ПолесьеПресса/. The", "Минск", "Корр. ПолесьеПресса", None, (30, 5, None)),
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
        "Moscow, May 9, Victory Day – a parade is held on the square every year.",
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


FORMS = [
    # text, place, canonical agency, (day, month, year); the story begins at "The" or "Переговоры"
    ("KYIV. March 3 (Interfax-Ukraine) – The", "KYIV", "Interfax-Ukraine", (3, 3, None)),
    ("MOSCOW. March 3 (Interfax-AVN) - The", "MOSCOW", "Interfax", (3, 3, None)),
    ("Astana. April 5. Interfax-Kazakhstan – The", "Astana", "Interfax-Kazakhstan", (5, 4, None)),
    ("ASTANA. April 5. KAZINFORM /Saule Temirova/ - The", "ASTANA", "Kazinform", (5, 4, None)),
    ("ASTANA. KAZINFORM. The", "ASTANA", "Kazinform", None),
    ("ASTANA. April 5. KAZINFORM - The", "ASTANA", "Kazinform", (5, 4, None)),
    ("ASTANA. KAZINFORM/ The", "ASTANA", "Kazinform", None),
    ("KAZINFORM – The", None, "Kazinform", None),
    ("BISHKEK (24.kg) — The", "BISHKEK", "24.kg", None),
    ("24.kg news agency, Bishkek – The", "Bishkek", "24.kg", None),
    ("Bishkek – 24.kg news agency. The", "Bishkek", "24.kg", None),
    ("Chisinau, 12 March /MOLDPRES/ - The", "Chisinau", "Moldpres", (12, 3, None)),
    ("Tashkent, May 12, 2012 - UzA. The", "Tashkent", "UzA", (12, 5, 2012)),
    ("TASHKENT, May 12 (Jahon IA) – The", "TASHKENT", "Dunyo", (12, 5, None)),
    ("TASHKENT, May 12 /Dunyo IA/. The", "TASHKENT", "Dunyo", (12, 5, None)),
    ("Ashgabat, 12 May 2019 (nCa) — The", "Ashgabat", "News Central Asia", (12, 5, 2019)),
    ("ASHGABAT (TDH) - The", "ASHGABAT", "TDH", None),
    ("Warsaw, March 5 (PAP) - The", "Warsaw", "PAP", (5, 3, None)),
    ("VILNIUS, Mar 05, BNS - The", "VILNIUS", "BNS", (5, 3, None)),
    ("Sofia, March 5 (BTA) - The", "Sofia", "BTA", (5, 3, None)),
    ("BUCHAREST, March 5 /Agerpres/ - The", "BUCHAREST", "Agerpres", (5, 3, None)),
    ("Prague, March 5 (CTK) - The", "Prague", "CTK", (5, 3, None)),
    ("BELGRADE, 5 March (Tanjug) - The", "BELGRADE", "Tanjug", (5, 3, None)),
    ("ATHENS (ANA-MPA) — The", "ATHENS", "ANA-MPA", None),
    ("Baku, March 5 (AzerTAc). The", "Baku", "AZERTAC", (5, 3, None)),
    ("Trend, Baku, March 5. The", "Baku", "Trend", (5, 3, None)),
    ("Baku. Leyla Rzayeva – APA. The", "Baku", "APA", None),
    ("Baku – APA. The", "Baku", "APA", None),
    ("Baku, 5 March 2019 – Trend. The", "Baku", "Trend", (5, 3, 2019)),
    ("Damascus, (SANA)- The", "Damascus", "SANA", None),
    ("DAMASCUS, March 5 (SANA) - The", "DAMASCUS", "SANA", (5, 3, None)),
    ("CAIRO, March 5 (MENA) - The", "CAIRO", "MENA", (5, 3, None)),
    ("AMMAN, March 5 (Petra) -- The", "AMMAN", "Petra", (5, 3, None)),
    ("Riyadh, Mar 5, 2020, SPA -- The", "Riyadh", "SPA", (5, 3, 2020)),
    ("Doha, March 05 (QNA) - The", "Doha", "QNA", (5, 3, None)),
    ("BAGHDAD / NINA / The", "BAGHDAD", "NINA", None),
    ("KABUL (Pajhwok): The", "KABUL", "Pajhwok", None),
    ("DHAKA, March 5, 2021 (BSS) - The", "DHAKA", "BSS", (5, 3, 2021)),
    ("(KPL) The", None, "KPL", None),
    ("VOV.VN - The", None, "VOV", None),
    ("Hanoi, March 5 (VNA) – The", "Hanoi", "VNA", (5, 3, None)),
    ("HÀ NỘI — The", "HÀ NỘI", None, None),
    ("PYONGYANG July 14 (KCNA) -- The", "PYONGYANG", "KCNA", (14, 7, None)),
    ("Pyongyang, September 9 Juche 108 (2019) (KCNA) -- The", "Pyongyang", "KCNA", (9, 9, 2019)),
    ("МОСКВА, 5 мар (Рейтер) - Переговоры", "МОСКВА", "Reuters", (5, 3, None)),
    ("МОСКВА, 26 апр - ПРАЙМ. Переговоры", "МОСКВА", "Prime", (26, 4, None)),
    ("МИНСК, 26 апреля. /Корр. БЕЛТА/. Переговоры", "МИНСК", "BelTA", (26, 4, None)),
    ("26 апреля, Минск /Алесь Лунин - БЕЛТА/. Переговоры", "Минск", "BelTA", (26, 4, None)),
    ("26 апреля, КИЕВ /Укринформ/. Переговоры", "КИЕВ", "Ukrinform", (26, 4, None)),
    ("БИШКЕК, 26 апр — Sputnik. Переговоры", "БИШКЕК", "Sputnik", (26, 4, None)),
    ("ЕРЕВАН, 26 апр — Sputnik, Армен Сарьян. Переговоры", "ЕРЕВАН", "Sputnik", (26, 4, None)),
    ("КИЕВ, 26 апр – РИА Новости, Олег Дымов. Переговоры", "КИЕВ", "RIA Novosti", (26, 4, None)),
    ("АСТАНА. 26 апреля. КАЗИНФОРМ /Асель Кенжина/ - Переговоры", "АСТАНА", "Kazinform", (26, 4, None)),
    ("АСТАНА. КАЗИНФОРМ — Переговоры", "АСТАНА", "Kazinform", None),
    ("Бишкек, 26 апреля 2019. /Кабар/. Переговоры", "Бишкек", "Kabar", (26, 4, 2019)),
    ("Баку. 26 апреля. ИНТЕРФАКС-АЗЕРБАЙДЖАН - Переговоры", "Баку", "Interfax-Azerbaijan", (26, 4, None)),
    ("Баку, 26 апреля, АЗЕРТАДЖ Переговоры", "Баку", "AZERTAC", (26, 4, None)),
    ("ЕРЕВАН, 26 АПРЕЛЯ, АРМЕНПРЕСС. Переговоры", "ЕРЕВАН", "Armenpress", (26, 4, None)),
    ("ЕРЕВАН, 26 апреля. /АРКА/. Переговоры", "ЕРЕВАН", "ARKA", (26, 4, None)),
    ("МОСКВА, 26 апреля. /Корр.ИТАР-ТАСС Олег Дымов/. Переговоры", "МОСКВА", "TASS", (26, 4, None)),
    ("ДУШАНБЕ, 26 апр — Авеста. Переговоры", "ДУШАНБЕ", "Avesta", (26, 4, None)),
    ("ДУШАНБЕ, 26.04.2019 /НИАТ «Ховар»/. Переговоры", "ДУШАНБЕ", "Khovar", (26, 4, 2019)),
    ("ДУШАНБЕ. 26 апреля 2019. «Азия-Плюс» - Переговоры", "ДУШАНБЕ", "Asia-Plus", (26, 4, 2019)),
    ("КИЕВ. 26 апреля. УНН. Переговоры", "КИЕВ", "UNN", (26, 4, None)),
    ("КИЇВ, 26 квітня. /УКРІНФОРМ/. Переговоры", "КИЇВ", "Ukrinform", (26, 4, None)),
    ("ТАШКЕНТ, 26 апр — Podrobno.uz. Переговоры", "ТАШКЕНТ", "Podrobno.uz", (26, 4, None)),
    ("БРЮССЕЛЬ, 26 апреля. /Спец. корр. ТАСС Олег Дымов/. Переговоры", "БРЮССЕЛЬ", "TASS", (26, 4, None)),
    ("ANKARA - 5 Mart 2019 (AA) The", "ANKARA", "Anadolu Agency", (5, 3, 2019)),
    ("ANKARA, March 5 (AA) - The", "ANKARA", "Anadolu Agency", (5, 3, None)),
    ("March 3 (Reuters) - The", None, "Reuters", (3, 3, None)),
    ("Nov 20 (UPI) -- The", None, "UPI", (20, 11, None)),
    ("(Reuters) - The", None, "Reuters", None),
    ("AFP, Kabul: The", "Kabul", "AFP", None),
    ("PTI | New Delhi | The", "New Delhi", "Press Trust of India", None),
    ("IANS, New Delhi: The", "New Delhi", "IANS", None),
    ("New Delhi, July 5, 2019 (PTI): The", "New Delhi", "Press Trust of India", (5, 7, 2019)),
    ("NEW DELHI, JULY 5 (UNI): The", "NEW DELHI", "United News of India", (5, 7, None)),
    ("Lahore, Jul 5 (INP): The", "Lahore", "INP", (5, 7, None)),
    ("ISLAMABAD, July 5 (Online): The", "ISLAMABAD", "Online", (5, 7, None)),
    ("KARACHI, Pakistan (Reuters) - The", "KARACHI", "Reuters", None),
    ("THE HAGUE, Netherlands (AP) — The", "THE HAGUE", "AP", None),
    ("ABOARD AIR FORCE ONE (Reuters) - The", "ABOARD AIR FORCE ONE", "Reuters", None),
    ("UNITED NATIONS, March 5 (Xinhua) -- The", "UNITED NATIONS", "Xinhua", (5, 3, None)),
    ("WASHINGTON/MOSCOW (Reuters) - The", "WASHINGTON/MOSCOW", "Reuters", None),
    ("MOSCOW, Idaho, March 5 (UPI) -- The", "MOSCOW", "UPI", (5, 3, None)),
    ("BAGRAM AIR BASE, Afghanistan (AP) -- The", "BAGRAM AIR BASE", "AP", None),
    ("PARIS, Oct 19 - The", "PARIS", None, (19, 10, None)),
    ("BEIJING, Wednesday, March 5 (Xinhua) -- The", "BEIJING", "Xinhua", (5, 3, None)),
    ("RIGA, 5.3.2020 (LETA) - The", "RIGA", "LETA", (5, 3, 2020)),
    ("Rome, March 5 - (ANSA) - The", "Rome", "ANSA", (5, 3, None)),
    ("(ANSA) - Rome, March 5 - The", "Rome", "ANSA", (5, 3, None)),
    ("Havana, Mar 5 (Prensa Latina) The", "Havana", "Prensa Latina", (5, 3, None)),
    ("Berlin, 5. März (dpa) - The", "Berlin", "DPA", (5, 3, None)),
    ("Dubai (dpa) - The", "Dubai", "DPA", None),
    ("Moskau (dpa) — The", "Moskau", "DPA", None),
    ("MINSK, 5 March (BelTA) - The", "MINSK", "BelTA", (5, 3, None)),
    ("MINSK. KAZINFORM The", "MINSK", "Kazinform", None),
    ("TBILISI. March 5 (Interfax) - The", "TBILISI", "Interfax", (5, 3, None)),
    ("TBILISI, March 5. /TASS/. The", "TBILISI", "TASS", (5, 3, None)),
    ("YUZHNO-SAKHALINSK, March 5. /TASS/. The", "YUZHNO-SAKHALINSK", "TASS", (5, 3, None)),
    ("ROSTOV-ON-DON, March 5 (RIA Novosti) - The", "ROSTOV-ON-DON", "RIA Novosti", (5, 3, None)),
    ("MOSCOW, March 5 (RIA Novosti, Oleg Dymov) - The", "MOSCOW", "RIA Novosti", (5, 3, None)),
    ("MOSCOW, March 5 (RIA Novosti correspondent Oleg Dymov) - The", "MOSCOW", "RIA Novosti", (5, 3, None)),
    ("MOSCOW, March 5, RAPSI. The", "MOSCOW", None, (5, 3, None)),
    ("MOSCOW (AFP) The", "MOSCOW", "AFP", None),
    ("YEREVAN (Panorama.am) — The", "YEREVAN", "Panorama.am", None),
    ("YEREVAN, March 5. /ARKA/. The", "YEREVAN", "ARKA", (5, 3, None)),
    ("PanARMENIAN.Net - The", None, "PanARMENIAN.Net", None),
    ("STEPANAKERT, MARCH 5, ARTSAKHPRESS: The", "STEPANAKERT", None, (5, 3, None)),
    ("ULAANBAATAR, Mar 5 (Montsame). The", "ULAANBAATAR", "MONTSAME", (5, 3, None)),
    ("TOKYO, March 5 (Jiji Press) – The", "TOKYO", "Jiji Press", (5, 3, None)),
    ("Geneva, 5 March 2019 – The", "Geneva", None, (5, 3, 2019)),
    ("NUR-SULTAN – The", "NUR-SULTAN", None, None),
    ("ALMATY (Reuters) – The", "ALMATY", "Reuters", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place", "canonical", "day"), FORMS)
def test_forms(text: str, place: str | None, canonical: str | None, day: tuple[int, int, int | None] | None) -> None:
    rest = " council met on Tuesday in the capital." if text.endswith("The") else " прошли в столице во вторник."
    found = find_dateline(text + rest)
    assert found is not None
    assert found.place == place
    assert (found.agency_source.name if found.agency_source else None) == canonical
    assert ((found.date.day, found.date.month, found.date.year) if found.date else None) == day
    assert (text + rest)[found.end :].startswith(("The council", "Переговоры прошли"))


@pytest.mark.parametrize(
    "text",
    [
        "MOSCOW MAYOR - the office announced new rules on Monday.",
        "WASHINGTON - based firm opens an office in Tashkent this year.",
        "(Reuters) photo of the summit hall",
        "MOSCOW REGION GOVERNOR VISITS DUBNA",
        "Moscow – Beijing axis is what the paper calls it in its review of the year that ended with talks.",
        "Georgia: The country lies between two seas and has long been a road for trade of the continent, says a guide.",
        "Washington and Moscow - the two capitals - have kept quiet.",
        "May 12 - the day of the victory over the flood.",
        "Interfax Group, a holding of agencies, opened a school of journalism.",
        "Trend: prices of oil go up again.",
        "Report: Armed forces grow",
        "The Hague – based court hears the case on Monday.",
        "Baku 12.50, Tbilisi 14.20, Yerevan 13.10",
        "USD 84.80 EUR 92.10 / CBR",
        "SCO: the organization and its members",
        "Dawn - the time before the sun rises - is when the drill began.",
        "TASS reported on Monday that the talks were held.",
        "AP Photo/John Doe",
        "On March 5, Minsk hosted the talks.",
        "Kyiv, Ukraine and its partners will meet on Monday.",
        "5 March, Monday - the council meets.",
        "Almaty, Kazakhstan's largest city, hosted the conference.",
        "Beijing, 5 October, hosted the summit.",
        "India, Pakistan - two members of the SCO - agreed on the agenda.",
    ],
)
def test_sentences_that_begin_like_datelines(text: str) -> None:
    assert find_dateline(text) is None


@pytest.mark.parametrize(
    ("text", "place", "agency"),
    [
        ("By ANNA LINDEN DOHA, Qatar (AP) -- The pumps run again.", "DOHA", "AP"),
        ("By Anna Linden and Per Holm WASHINGTON, Nov 6 (Reuters) - The pumps run again.", "WASHINGTON", "Reuters"),
        ("Border talks go on KYIV, March 3 (Xinhua) -- The pumps run again.", "KYIV", "Xinhua"),
        ("(MENAFN- Trend News Agency) BAKU, Azerbaijan, May 6. The pumps run again.", "BAKU", "Trend"),
        ("(MENAFN- Kuwait News Agency (KUNA)) DOHA, July 3 (KUNA) -- The pumps run again.", "DOHA", "KUNA"),
        ("Canadian Press - OTTAWA (CP) - The pumps run again.", "OTTAWA", "CP"),
        ("SANTA FE, N.M. (AP) — The pumps run again.", "SANTA FE", "AP"),
        ("Park City, Utah (CNN)The pumps run again.", "Park City", "CNN"),
        ("Azerbaijan, Baku, 12 February / Trend / The pumps run again.", "Baku", "Trend"),
        ("Baku / 21.12.18 / Turan: The pumps run again.", "Baku", "Turan"),
        ("JUNE 9 2016 (The Steppe Bulletin) — The pumps run again.", None, "The Steppe Bulletin"),
        ("SteppeCourier.com - The pumps run again.", None, "SteppeCourier.com"),
        ("MOSCOW, March 5, STEPPEPRESS. The pumps run again.", "MOSCOW", "STEPPEPRESS"),
    ],
)
def test_parts_in_other_orders(text: str, place: str | None, agency: str) -> None:
    found = find_dateline(text)
    assert found is not None
    assert found.place == place
    assert (found.agency_source.name if found.agency_source else found.agency) == agency
    assert text[found.end :] == "The pumps run again."


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "BISHKEK. Farmers in the southern districts have finished sowing, the ministry of agriculture said.",
            "BISHKEK",
        ),
        ("New Delhi: Engineers of two states looked over the new bridge and its lamps for three days.", "New Delhi"),
        ("Москва, 23 февраля. Делегация инженеров в четверг прибывает с трехдневным рабочим визитом.", "Москва"),
        ("ДУШАНБЕ, 14 июля Два отряда инженеров прибыли для работ на мосту.", "ДУШАНБЕ"),
        ("Georgia: Farmers in the southern districts have finished sowing, the ministry of agriculture said.", None),
        ("New Delhi: engineers of two states looked over the new bridge and its lamps for three days.", None),
        ("Russia: December 24, 2003", None),
    ],
)
def test_places_without_an_agency(text: str, place: str | None) -> None:
    found = find_dateline(text)
    assert (found.place if found else None) == place
