"""Documents: where a name begins and ends, and what became of it."""

import pytest

from dateline.extract.instruments import find_instruments
from tests.dateline.extract.story_maker import make_story


def named(body: str) -> list[tuple[str, str]]:
    return [(instrument.name, instrument.status) for instrument in find_instruments(make_story(body))]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The ministers signed a joint communique.", [("joint communique", "signed")]),
        ("The ministers signed a Protocol of the meeting on Monday.", [("Protocol of the meeting", "signed")]),
        (
            "The plan of military cooperation for 2024 was signed in Astana.",
            [("plan of military cooperation for 2024", "signed")],
        ),
        (
            "The heads of delegations approved the plan of joint training for 2024-2025.",
            [("plan of joint training for 2024-2025", "adopted")],
        ),
        ("The parties adopted the Declaration on border trust.", [("Declaration on border trust", "adopted")]),
        ("The sides agreed on a roadmap for staff talks.", [("roadmap for staff talks", "adopted")]),
        ("Experts prepared a draft Convention on crossing points.", [("Convention on crossing points", "draft")]),
        ("The draft of the final protocol is ready.", [("final protocol", "draft")]),
        (
            "A memorandum of understanding on mountain training is to be signed in June.",
            [("memorandum of understanding on mountain training", "draft")],
        ),
        (
            "Both sides agreed to sign a Memorandum of Understanding on cadets before the end of the year.",
            [("Memorandum of Understanding on cadets", "draft")],
        ),
        ("He proposed a single calendar of events for 2025.", [("single calendar of events for 2025", "proposed")]),
        ("She suggested drawing up a strategy on water rescue.", [("strategy on water rescue", "proposed")]),
        (
            "The drill is held under the agreement on friendship signed by the two countries in 2010.",
            [("agreement on friendship", "mentioned")],
        ),
        ("The treaty on collective security remains in force.", [("treaty on collective security", "in_force")]),
        (
            "An exchange of letters on language courses was completed.",
            [("exchange of letters on language courses", "signed")],
        ),
        (
            "They signed a joint statement, a protocol of the meeting and a plan of cooperation for 2024.",
            [
                ("joint statement", "signed"),
                ("protocol of the meeting", "signed"),
                ("plan of cooperation for 2024", "signed"),
            ],
        ),
        (
            "They signed a protocol on amendments to the agreement on joint drills.",
            [
                ("protocol on amendments to the agreement on joint drills", "signed"),
                ("agreement on joint drills", "mentioned"),
            ],
        ),
        (
            "The Minutes of the third session were signed and an information report was adopted.",
            [("Minutes of the third session", "signed"), ("information report", "adopted")],
        ),
    ],
)
def test_names_and_status(body: str, expected: list[tuple[str, str]]) -> None:
    assert named(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "Everything goes according to the plan.",
        "The sides reached an agreement.",
        "All agreements remain valid.",
        "The ministry said in a statement that the road is open.",
        "The plan is not a declaration.",
        "The guests took part in the cultural program.",
        "The chief of protocol met the guests.",
        "Within minutes the road was open.",
        "He is the author of a training programme.",
    ],
)
def test_what_names_no_document(body: str) -> None:
    assert named(body) == []


def test_one_document_named_twice_is_one() -> None:
    body = "They signed the Plan of joint training. The Plan of joint training has ten points."
    (instrument,) = find_instruments(make_story(body))
    assert len(instrument.spans) == 2
    assert instrument.status == "signed"


@pytest.mark.parametrize(
    ("body", "name", "status"),
    [
        (
            "They discussed the idea of a common glossary of naval terms.",
            "common glossary of naval terms",
            "proposed",
        ),
        (
            "The council approved the Regulations on the Joint Rescue Unit.",
            "Regulations on the Joint Rescue Unit",
            "adopted",
        ),
        ("A communique and a plan of joint patrols for 2024 were signed.", "communique", "signed"),
        (
            "The protocol about the exchange of cadets is in a stage of preparation.",
            "protocol about the exchange of cadets",
            "draft",
        ),
        (
            "The draft Roadmap on Cooperation in Civil Defense will be presented.",
            "Roadmap on Cooperation in Civil Defense",
            "draft",
        ),
    ],
)
def test_papers_by_other_names(body: str, name: str, status: str) -> None:
    found = {draft.name: draft.status for draft in find_instruments(make_story(body))}
    assert found.get(name) == status


def test_a_schedule_is_a_paper_only_when_something_becomes_of_it() -> None:
    assert find_instruments(make_story("The ministers compared the schedule of joint drills for 2024.")) == []
