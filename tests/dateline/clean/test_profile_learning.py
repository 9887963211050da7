"""What is learnt from the stories of an outlet, and what is not."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.clean import clean_document
from dateline.clean.document import see_story
from dateline.clean.profile import OutletProfile, Profiles, fold_line, outlet_of
from dateline.clean.profile_file import write_profiles
from dateline.clean.profile_learning import SeenStory, learn_profiles
from dateline.records import Cleaned
from tests.dateline.clean.outlet_pages import (
    AT_END,
    BACKGROUND,
    FIRST_DAY,
    OUTLET,
    PROTOCOL,
    RECURRING,
    MadePage,
    made_pages,
)

TODAY = date(2026, 1, 1)
PAGES = made_pages()


def seen(pages: list[MadePage]) -> list[SeenStory]:
    found = [see_story(page.raw, as_of=TODAY, outlet=outlet_of(page.raw)) for page in pages]
    return [story for story in found if story]


STORIES = seen(PAGES)
LEARNT = learn_profiles(STORIES)


def folded(line: str) -> str:
    return fold_line(line.format(n=0, m=0))


def kept(page: MadePage, profile: OutletProfile | None) -> Cleaned:
    found = clean_document(page.raw, as_of=TODAY, profile=profile)
    assert isinstance(found, Cleaned)
    return found


def furniture(page: MadePage, profile: OutletProfile | None) -> int:
    """Recurring lines that are left in the story of a page."""
    lines = {folded(line) for line in RECURRING}
    return sum(fold_line(line) in lines for line in kept(page, profile).document.body.split("\n\n"))


def test_just_the_lines_of_the_outlet_are_learnt() -> None:
    profile = LEARNT.outlets[OUTLET]
    assert profile.texts == {folded(line) for line in RECURRING}
    assert profile.stories == len(PAGES)
    [everywhere] = [line for line in profile.lines if line.text == folded(AT_END)]
    assert (everywhere.stories, everywhere.days) == (40, 40)
    assert fold_line(everywhere.example) == everywhere.text


def test_the_furniture_goes_and_no_line_of_a_story_does() -> None:
    profile = LEARNT.outlets[OUTLET]
    assert sum(furniture(page, None) for page in PAGES) > 200
    for page in PAGES:
        document = kept(page, profile).document
        assert furniture(page, profile) == 0
        assert document.title == page.title
        assert document.body.split("\n\n") == page.story


def test_pages_that_nobody_learnt_from_are_read_as_well() -> None:
    learnt = learn_profiles(seen(PAGES[:20])).outlets[OUTLET]
    unseen = PAGES[20:]
    assert [kept(page, learnt).document.body.split("\n\n") for page in unseen] == [page.story for page in unseen]


@settings(max_examples=10, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_stories_does_not_matter(dice: Random) -> None:
    shuffled = dice.sample(STORIES, len(STORIES))
    assert write_profiles(learn_profiles(iter(shuffled))) == write_profiles(LEARNT)


@settings(max_examples=15, deadline=None)
@given(st.sets(st.integers(0, len(STORIES) - 1)))
def test_only_lines_that_recur_enough_are_ever_learnt(chosen: set[int]) -> None:
    stories = [STORIES[number] for number in chosen]
    for profile in learn_profiles(stories).outlets.values():
        for line in profile.lines:
            holders = [story for story in stories if line.text in map(fold_line, story.lines)]
            assert len(holders) >= line.stories >= 5
            assert line.stories >= 0.2 * profile.stories


def test_learning_from_two_outlets_keeps_them_apart() -> None:
    others = [replace(story, outlet="other", uri=f"other/{story.uri}", lines=story.lines[:2]) for story in STORIES]
    together = learn_profiles([*STORIES, *others])
    assert together.outlets[OUTLET] == LEARNT.outlets[OUTLET]


def grown(number: int) -> SeenStory:
    """A wire story that runs day after day, as it was or with a paragraph more."""
    lines = (
        "The ferry turned back when its second engine failed in the middle of the lake.",
        "Passengers sang until a tug from the fishing harbour took them in tow.",
        "The company promised to send each of them a ticket for the summer.",
    )
    return SeenStory(
        outlet="wire",
        uri=f"wire/{number}.txt",
        title="Ferry towed home",
        day=FIRST_DAY + timedelta(days=number),
        lines=lines,
        lead="",
    )


def test_copies_of_one_story_teach_nothing() -> None:
    assert learn_profiles([grown(number) for number in range(12)]) == Profiles()


def test_one_headline_on_all_pages_is_no_story() -> None:
    nameless = [replace(story, title="Valley Courier") for story in STORIES]
    undated = [replace(story, day=None) for story in nameless]
    for stories in (nameless, undated):
        assert learn_profiles(stories).outlets[OUTLET].texts == {folded(line) for line in RECURRING}


def test_a_story_that_grows_through_a_day_teaches_nothing() -> None:
    news = [line for page in PAGES for line in page.story[1:2]]
    growing = [
        replace(grown(n), day=FIRST_DAY, title=f"Ferry towed home, part {n}", lines=(*grown(n).lines, *news[: n + 1]))
        for n in range(9)
    ]
    learnt = learn_profiles([*growing, *(replace(story, outlet="wire") for story in STORIES[:9])])
    assert learnt.outlets["wire"].texts <= {folded(line) for line in RECURRING}


def test_background_and_protocol_stay() -> None:
    texts = LEARNT.outlets[OUTLET].texts
    for line in (BACKGROUND, PROTOCOL):
        assert sum(line in story.lines for story in STORIES) >= 5
        assert fold_line(line) not in texts


def test_background_of_every_story_stays() -> None:
    note = "The {river} carries the water of the glacier to canals of two governments, which measure it at {city}."
    told = [
        replace(story, lines=(*story.lines, note.format(river="Aksay", city="Arzin")))
        for story in (
            replace(story, lead=f"{story.lead} Governments along the Aksay measure its water, and canals carry it.")
            for story in STORIES
        )
    ]
    assert fold_line(note.format(river="Aksay", city="Arzin")) not in learn_profiles(told).outlets[OUTLET].texts


def test_headlines_are_never_learnt() -> None:
    column = [replace(story, lines=("The week on the frontier", *story.lines)) for story in STORIES]
    named = [replace(story, title="The week on the frontier") for story in column[:1]] + column[1:]
    assert "the week on the frontier" in learn_profiles(column).outlets[OUTLET].texts
    assert "the week on the frontier" not in learn_profiles(named).outlets[OUTLET].texts
