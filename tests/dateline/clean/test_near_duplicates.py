import random
from collections import defaultdict
from datetime import date
from hashlib import sha256
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.clean.near_duplicates import Candidate, find_duplicates, signature
from dateline.clean.story_match import likeness, why_copies
from dateline.clean.story_signature import SIGNATURE_VERSION
from tests.dateline.clean.wire_copies import make_stories

STORY = (
    "The ministers of defense of two neighbouring states met in Taraz on Monday to look at the protection of 214 "
    "kilometres of their common border.\n\nAskar Tolebayev told the guests that 38 new posts will be ready before "
    "winter, and that the road to the pass has been repaired.\n\nDamir Orozaliyev thanked the builders and proposed to "
    "hold an exercise named Iron Ridge with 1,200 soldiers in August.\n\nBoth sides will finish a plan for next year."
)


def document(number: int, body: str, day: int | None = 1) -> Candidate:
    published = date(2020, 5, day) if day else None
    return Candidate(document_key=number, uri=f"{number}.txt", published_date=published, body=body)


def canonical(*documents: Candidate) -> dict[int, int]:
    return {it.document_key: it.canonical_document_key for it in find_duplicates(documents)}


def test_the_earliest_is_the_original() -> None:
    assert canonical(document(1, STORY, 3), document(2, STORY, 2), document(3, STORY, None)) == {1: 2, 2: 2, 3: 2}


def test_on_one_day_the_address_decides() -> None:
    assert canonical(document(2, STORY), document(1, STORY)) == {1: 1, 2: 1}


@pytest.mark.parametrize(
    "copy",
    [
        STORY.replace(" on Monday", ", the press service reports"),
        STORY.rsplit("\n\n", 1)[0],
        "\n\n".join(reversed(STORY.split("\n\n"))),
        STORY.replace("told the guests that", "said").replace("thanked", "praised").replace("finish", "complete"),
        "Our correspondent reports from the region.\n\n" + STORY + "\n\nEarlier the editors wrote about the harvest.",
    ],
)
def test_edited_copies(copy: str) -> None:
    assert canonical(document(1, STORY), document(2, copy, 2)) == {1: 1, 2: 1}


def test_another_story_of_the_same_event() -> None:
    other = (
        "Taraz hosted talks between Askar Tolebayev and Damir Orozaliyev. According to the press office, the August "
        "exercise Iron Ridge will gather about 1,200 troops, while 38 frontier posts are under construction along "
        "214 kilometres.\n\nThe visitor was shown barracks and a hospital. A return visit is on the agenda."
    )
    assert canonical(document(1, STORY), document(2, other)) == {1: 1, 2: 2}


def test_bulletins_of_one_template() -> None:
    template = (
        "The border service of the region reported on the situation at the checkpoints. During the day {} cars and {} "
        "trucks crossed the line at {}, and {} people were turned back for lack of papers. The head of the shift, {}, "
        "asked travellers to prepare their documents in advance and to follow the signs at the gates."
    )
    first = template.format(311, 87, "Korday", 14, "Marat Isayev")
    second = template.format(298, 92, "Merke", 9, "Oleg Dyachkov")
    assert canonical(document(1, first), document(2, second)) == {1: 1, 2: 2}


def test_a_shared_quote_is_no_copy() -> None:
    quote = "“" + " ".join(f"word{number}" for number in range(60)) + "”"
    first = STORY + f"\n\n{quote} he said."
    other = (
        f"A dozen reporters waited at the airport of Osh for the late plane. {quote}, they heard. Then it rained again."
    )
    assert canonical(document(1, first), document(2, other)) == {1: 1, 2: 2}


def test_a_paragraph_of_background_is_no_copy() -> None:
    background = (
        "\n\nThe working group was set up by the two ministries in 2009. It meets twice a year in turn in both "
        "countries and reports to the heads of government about the state of the crossings."
    )
    first = STORY + background
    other = (
        "The parliament in Osh heard the report of the auditors on the purchase of 16 helicopters. Members asked why "
        "the hangars at Naryn stand empty and who signed the papers. Bakyt Sulaimanov promised answers by Friday.\n\n"
        "He recalled that pilots train on simulators which were bought in 2014 and repaired last summer." + background
    )
    assert canonical(document(1, first), document(2, other)) == {1: 1, 2: 2}


def test_a_digest_is_a_copy_of_none() -> None:
    stories = [it for it in make_stories(7, 12) if it.uri.split("-")[2] == "0"]
    digest = "\n\n".join(it.body for it in stories[:14])
    found = canonical(*(document(n, it.body) for n, it in enumerate(stories, 1)), document(99, digest, 9))
    assert found[99] == 99
    assert all(found[number] == number for number in range(1, len(stories) + 1))


def test_a_season_later_the_same_words_of_a_template_are_a_series() -> None:
    assert canonical(document(1, STORY), document(2, STORY + " More follows.")) == {1: 1, 2: 1}
    later = Candidate(document_key=2, uri="2", published_date=date(2021, 5, 1), body=STORY + " More follows.")
    assert canonical(document(1, STORY), later) == {1: 1, 2: 2}


def test_reasons_are_readable() -> None:
    found = find_duplicates([document(1, STORY), document(2, STORY, 2), document(3, "Nothing alike.")])
    assert [it.because for it in found] == ["an original of its own", "same words in 1.txt", "an original of its own"]


@pytest.mark.parametrize(("seed", "strength"), [(1, 0.8), (2, 1.0)])
def test_pairs_of_a_made_up_set(seed: int, strength: float) -> None:
    stories = make_stories(seed, 40, strength)
    found = find_duplicates(
        Candidate(document_key=n, uri=it.uri, published_date=it.published, body=it.body) for n, it in enumerate(stories)
    )
    gold, got = defaultdict(list), defaultdict(list)
    for number, it in enumerate(stories):
        gold[it.origin].append(number)
    for one in found:
        got[one.canonical_document_key].append(one.document_key)
    true, claimed = (
        {pair for group in groups.values() for pair in combinations(sorted(group), 2)} for groups in (gold, got)
    )
    hits = len(true & claimed)
    assert 2 * hits / (len(true) + len(claimed)) >= 0.96
    assert not any(
        stories[a].origin != stories[b].origin and stories[a].origin.split("-")[0] == stories[b].origin.split("-")[0]
        for a, b in claimed
    )


def test_any_order_of_arrival_gives_the_same() -> None:
    documents = [document(n, it.body, None) for n, it in enumerate(make_stories(3, 10))]
    first = find_duplicates(documents)
    for seed in range(3):
        random.Random(seed).shuffle(documents)
        assert find_duplicates(documents) == first


@given(st.lists(st.text(max_size=60), max_size=6))
def test_any_texts(bodies: list[str]) -> None:
    documents = [document(number, body) for number, body in enumerate(bodies)]
    found = canonical(*documents)
    assert set(found) == set(range(len(bodies)))
    assert all(found[original] == original for original in found.values())


@given(st.text())
def test_a_signature_depends_on_the_words_alone(body: str) -> None:
    assert signature(body) == signature(body)
    assert signature(body).text == signature(body.replace(" ", "  ")).text


def numbers_of(body: str) -> frozenset[int]:
    return signature(body).numbers


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("They brought thirty-eight tents.", "They brought 38 tents."),
        ("They sent two hundred and fourteen men.", "They sent 214 men."),
        ("They sent three thousand five hundred men.", "They sent 3,500 men."),
        ("They sent 3 500 men.", "They sent 3500 men."),
    ],
)
def test_numbers_in_words(one: str, other: str) -> None:
    assert numbers_of(one) == numbers_of(other) != frozenset()


@pytest.mark.parametrize("text", ["Both sides named three reasons.", "One and all came.", "The hundred days passed."])
def test_small_and_loose_numbers_tell_nothing(text: str) -> None:
    assert numbers_of(text) == frozenset()


@pytest.mark.parametrize(
    ("one", "other"),
    [("Then Sergei Kholmatov came", "Then Sergey Holmatov came"), ("In Dzhizak it rained", "In Jizak it rained")],
)
def test_names_in_another_spelling(one: str, other: str) -> None:
    assert signature(one).names == signature(other).names != frozenset()


def test_words_may_be_put_between() -> None:
    one, other = (
        signature("The column reached the northern ridge at 06:40."),
        signature("At 06:40, it is said, the whole northern ridge was reached by the column."),
    )
    assert len(one.pairs & other.pairs) >= 3


def test_background_whole_and_nothing_else_is_no_copy() -> None:
    background = (
        "\n\nThe Council of secretaries of Taraz and Osh has met since 2009. It sits in Naryn in every second May."
        "\n\nThe working group on border rivers was set up in 2011 in Naryn. It reports to Taraz and to Osh."
    )
    other = (
        "In a hall at Taraz the guests from Osh heard of 214 kilometres and of 38 posts.\n\nIn the afternoon Damir "
        "Orozaliyev rode out to see 1,200 soldiers in August heat.\n\nThe talks of Askar Tolebayev go on at Taraz."
    )
    assert canonical(document(1, STORY + background), document(2, other + background)) == {1: 1, 2: 2}


def test_the_verdict_does_not_depend_on_which_comes_first() -> None:
    made = [signature(it.body) for it in make_stories(9, 4)]
    assert all(why_copies(a, b) == why_copies(b, a) for a, b in combinations(made, 2))
    assert all(likeness(a, b) == likeness(b, a) for a, b in combinations(made, 2))


def test_other_verdicts_need_another_version() -> None:
    """Indexes that are kept know by the version that they must be made anew."""
    made = [signature(it.body) for it in make_stories(11, 8)]
    told = [(sorted(it.sample), it.text, sorted(it.numbers), sorted(it.names)) for it in made]
    verdicts = [why_copies(a, b) for a, b in combinations(made, 2)]
    digest = sha256(repr((told, verdicts)).encode()).hexdigest()[:16]
    assert (SIGNATURE_VERSION, digest) == (1, "20e5b26cb9b2c261")
