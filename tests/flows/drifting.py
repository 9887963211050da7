"""Writes nights of invented stories: a few sources, each in its own form, so that a change of form can be seen."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

SYLLABLES = ("bar", "dal", "gul", "kar", "mir", "nur", "ol", "rak", "sul", "tash", "tem", "um", "yar", "zor")
GIVEN = ("Azamat", "Bakyt", "Daniyar", "Ilhom", "Jamshed", "Rustam", "Sanjar", "Timur")
TITLES = ("Minister of Defense", "Secretary of the Security Council", "Chief of the General Staff")
AGENCIES = {
    "UzA": ("Tashkent", "Uzbekistan"),
    "Kazinform": ("Astana", "Kazakhstan"),
    "BelTA": ("Minsk", "Belarus"),
}
TOPICS = ("joint exercises", "border security", "the fight against terrorism", "drug trafficking", "demining")


def write_night(zone: Path, night: date, agency: str, stories: int, *, in_new_layout: bool = False) -> None:
    """Write the stories of an agency in a night; in the new layout most of a page is furniture, and no day is told."""
    folder = zone / f"{night:%Y-%m-%d}"
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(stories):
        dice = Random(f"{night} {agency} {number}")
        text = "\n\n".join(_story(dice, night, agency, in_new_layout=in_new_layout))
        (folder / f"{agency.lower()}-{number:02}.txt").write_text(text, encoding="utf-8")


def _story(dice: Random, night: date, agency: str, *, in_new_layout: bool) -> Iterator[str]:
    city, country = AGENCIES[agency]
    surname, guest = (f"{''.join(dice.sample(SYLLABLES, 2)).capitalize()}ov" for _ in range(2))
    title, topic = dice.choice(TITLES), dice.choice(TOPICS)
    yield f"{country}: {title} {surname} speaks of {topic}"
    day = "" if in_new_layout else f", {night:%B} {night.day}, {night.year}"
    yield (
        f"{city.upper()}{day} ({agency}). {title} of {country} {dice.choice(GIVEN)} {surname} received Ambassador "
        f"{dice.choice(GIVEN)} {guest} in {city}. The two discussed {topic} and a plan for {dice.randrange(2, 90)} "
        f"officers of the Collective Security Treaty Organization."
    )
    yield f"“We have agreed on {dice.randrange(3, 40)} measures and on {topic}”, {surname} said."
    if in_new_layout:
        for _ in range(6):
            yield "Share on Facebook\nShare on Telegram\nShare on WhatsApp\nSubscribe to our newsletter"
