"""Places and times that one event of a story lends another, and those that are no event's place."""

from datetime import date

import pytest

from dateline.records import Analysis
from tests.dateline.extract.english import analyse


def _settings(analysis: Analysis) -> dict[str, tuple[str | None, date | None, bool]]:
    places = {place.place_key: place.name for place in analysis.places}
    return {event.name: (places.get(event.place_key), event.start_date, event.is_planned) for event in analysis.events}


def test_an_ambassador_to_a_country_does_not_put_the_meeting_there() -> None:
    text = "Defense Minister Rovshan Mammad met with Ambassador of Turkey to Azerbaijan Kemal Aksoy on Monday."
    ((place, _, _),) = _settings(analyse(text, place="Baku")).values()
    assert place == "Baku"


def test_the_city_of_the_dateline_says_more_than_its_country() -> None:
    text = (
        "Azerbaijani Defense Minister Rovshan Mammad met with Turkish Defense Minister Kemal Aksoy on May 31.\n\n"
        "Mammad expressed satisfaction with the meeting with them in Azerbaijan."
    )
    ((place, _, _),) = _settings(analyse(text, place="Baku")).values()
    assert place == "Baku"


def test_who_is_at_a_conclave_is_also_to_meet_others_there() -> None:
    text = (
        "Indian Defense Minister Ravi Kumar on Monday attended a conclave of the SCO in Dushanbe.\n\n"
        "Kumar is also expected to meet Tajik Defense Minister Umed Hayrullo."
    )
    found = _settings(analyse(text))
    assert ("Dushanbe", None, True) in found.values()


def test_the_sidelines_are_those_of_the_gathering_told_last() -> None:
    text = (
        "Indian Defense Minister Ravi Kumar on Monday attended a conclave of the SCO in Dushanbe.\n\n"
        "Foreign Minister Sanjay Rao of India visited Dushanbe to attend a conclave of foreign ministers of the SCO on"
        " May 14. He held a meeting with Chinese Foreign Minister Li Wen on the sidelines of the conclave."
    )
    dates = [when for name, (_, when, _) in _settings(analyse(text)).items() if "Wen" in name]
    assert dates == [date(2021, 5, 14)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The exercises of the CSTO on the territory of Kyrgyzstan began on Monday.", "Kyrgyzstan"),
        ("The SCO summit is being held in Samarkand.", "Samarkand"),
    ],
)
def test_where_it_is_held(text: str, expected: str) -> None:
    assert expected in [place for place, _, _ in _settings(analyse(text)).values()]


def test_meetings_with_several_are_several_of_the_visitor() -> None:
    text = (
        "Secretary General of the CICA Kairat Omarov paid a working visit to Moscow.\n\nThe meetings with Deputy"
        " Foreign Minister of Russia Andrei Rusin and Ambassador Ivan Petrenko discussed trade."
    )
    names = {name for name in _settings(analyse(text)) if name.startswith("Meeting of")}
    assert names == {"Meeting of Kairat Omarov and Andrei Rusin", "Meeting of Kairat Omarov and Ivan Petrenko"}


def test_a_delegation_which_has_arrived_is_not_the_host() -> None:
    text = (
        "Minister of Defense of Armenia Arshak Karap received a delegation of specialists from Russia, which has"
        " arrived in Armenia for talks on Monday."
    )
    assert not [name for name in _settings(analyse(text)) if name.startswith("Visit of Arshak Karap")]


def test_the_agency_that_has_learned_it_ends_no_clause() -> None:
    text = (
        "Belarus and Iran have the same views, State Secretary Pavel Hryn told journalists at a meeting with Ali Amadi,"
        " BelTA has learned."
    )
    assert [quote.text for quote in analyse(text).quotes] == ["Belarus and Iran have the same views"]
