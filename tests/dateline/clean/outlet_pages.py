"""Pages of one invented outlet: forty stories of our own between lines that the outlet prints again and again."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from dateline.records import RawDocument

OUTLET = "valley-courier"
FIRST_DAY = date(2021, 3, 1)

THEMES = (
    (
        "{city} hosts talks on the {river} crossing",
        "Engineers of two ministries met in {city} to settle how the bridge over the {river} will be rebuilt.",
        "The old crossing was closed {n} months ago, when ice tore away one of its piers.",
        "{name}, who leads the joint group, told reporters that the drawings will be ready before the floods.",
        "Lorries now take the road through the pass, which adds {m} kilometres to every trip.",
    ),
    (
        "Border guards near {city} receive new radio sets",
        "Detachments that watch the line north of {city} were handed {n} radio sets on Monday.",
        "Colonel {name} showed how a patrol in the gorge can now speak with the post at the {river}.",
        "The former sets fell silent behind the first ridge, and messages were carried on horseback.",
        "A class of {m} sergeants will learn to repair them by the autumn.",
    ),
    (
        "Rescuers of three states train in {city}",
        "A camp for rescuers from three states has opened on the stadium of {city}.",
        "Teams search the ruins of a school that was built for the drill and pulled down overnight.",
        "{name}, chief of the camp, said that dogs found {n} dummies in the first hour.",
        "On the last day the teams will cross the {river} by rope with {m} stretchers.",
    ),
    (
        "{city} court tries smugglers of antiques",
        "Judges in {city} began to hear the case of {n} men who carried coins and bronze over the frontier.",
        "Investigator {name} described a lorry with a double floor, found at the customs yard by the {river}.",
        "Most of the pieces came from a burial mound that robbers opened by night.",
        "The museum hopes to put {m} of them on show once the verdict is in force.",
    ),
    (
        "Defense ministers agree in {city} on a shared map",
        "Ministers of defense who gathered in {city} will let their staffs draw one map of the highlands.",
        "Until now each army marked the passes by heights of its own, and the sheets differed by {n} metres.",
        "{name} proposed the work last year, after two helicopters had looked for one camp in two valleys.",
        "Surveyors start from the {river} in spring and mean to cover {m} sheets.",
    ),
    (
        "Hospital train reaches {city}",
        "A train with an operating room and {n} beds arrived in {city} at dawn.",
        "Doctors saw children from villages along the {river}, where the nearest clinic is a day away.",
        "Surgeon {name} counted {m} operations before noon.",
        "The carriages go on to the south when the line has been cleared of sand.",
    ),
    (
        "Water engineers measure the {river} anew",
        "Hydrologists have put {n} gauges into the {river} above {city}.",
        "Two governments dispute how much of the stream may be led into canals in July.",
        "{name} of the joint commission promised that both capitals will read the same figures each morning.",
        "The gauges run on sunlight and send their readings {m} times a day.",
    ),
    (
        "Cadets from {city} win the mountain race",
        "The team of the military school in {city} won the race of cadets over the glacier.",
        "They needed {n} minutes less than the hosts, although a storm had covered the marks.",
        "Captain {name} thanked the cook, who had carried tea to the last tent by the {river}.",
        "Next winter {m} schools want to send their runners.",
    ),
    (
        "Customs service opens a laboratory in {city}",
        "A laboratory that tells real medicine from false has begun its work at the customs of {city}.",
        "Its chemists test {n} samples in a shift; before, these went by post and took weeks.",
        "{name} recalled a load of chalk pills that had been sold in the bazaars along the {river}.",
        "Neighbouring services may send samples free of charge until {m} parcels have been tested.",
    ),
    (
        "Veterans plant an orchard in {city}",
        "Former sappers planted apple trees on a field near {city} that they had cleared of shells themselves.",
        "It took them {n} summers to walk the ground with probes, metre after metre.",
        "{name} remembered that the first spade had struck a kettle and not a mine.",
        "The orchard slopes down to the {river} and has room for {m} trees.",
    ),
)
CITIES = ("Arzin", "Belqara", "Chundar", "Dostobad", "Eshkent", "Fayzdara", "Gulmaydan", "Hazoryol")
RIVERS = ("Aksay", "Boroldoy", "Kichi-Suu", "Obizarang", "Sarydarya", "Temirchay", "Yashilkul")
NAMES = (
    "Timur Alimkulov", "Saida Ergasheva", "Murat Jandosov", "Farida Halimova", "Oleg Drozdin",
    "Zarina Pulatova", "Bekzat Nurlanuly", "Laylo Shodmonova", "Viktor Hrabar", "Gulnora Tosheva",
)  # fmt: skip

ON_TOP = "You are reading the archive edition of the Courier, in which tables and drawings are not shown."
AT_END = "Our correspondents report from {n} countries, and for {m} years readers have taken us at our word."
LEGAL = "Whoever prints this text elsewhere must name the Courier in the first sentence and leave the wording as it is."
SLIP = "If you have noticed a slip of the pen, tell the night desk, and we will gladly put it right by breakfast."
INSIDE = "The evening letter of the Courier comes to forty thousand desks and costs no more than a cup of coffee."
ROTATING = (
    "Our bookshop sells the almanac of the Courier, bound in linen, while the stock lasts.",
    "Young reporters may apply to the summer school of the Courier until the end of May.",
    "A walking tour of our printing house is free on the first Saturday of each season.",
)
RECURRING = (ON_TOP, AT_END, LEGAL, SLIP, INSIDE, *ROTATING)
"""What the outlet prints round and inside its stories; numbers differ from page to page."""

BACKGROUND = "The joint commission on the river was set up by both governments when the canals were dug."
PROTOCOL = "The sides also touched upon other matters of mutual interest."


@dataclass(frozen=True)
class MadePage:
    """A page and the paragraphs of the story in it."""

    raw: RawDocument
    title: str
    story: list[str]


def made_pages(number: int = 40, seed: int = 7) -> list[MadePage]:
    """Return `number` pages, one a day; the recurring lines stand as outlets print them: on some pages, or on all."""
    return [_page(n, Random(f"{seed}-{n}")) for n in range(number)]


def _page(number: int, dice: Random) -> MadePage:
    title, *paragraphs = THEMES[number % len(THEMES)]
    city, river, name = dice.choice(CITIES), dice.choice(RIVERS), dice.choice(NAMES)
    words = {"city": city, "river": river, "name": name, "n": dice.randint(3, 60), "m": dice.randint(70, 400)}
    story = [paragraph.format(**words) for paragraph in paragraphs]
    if number % 6 == 0:
        story.insert(2, PROTOCOL)
    if number % len(THEMES) in {0, 6}:
        story.append(BACKGROUND)
    day = FIRST_DAY + timedelta(days=number)
    lead = f"{city.upper()}, {day:%B} {day.day}, {day.year} (Valley Courier) - {story[0]}"
    body = [lead, *story[1:]]
    if number % 2:
        body.insert(2, INSIDE)
    tail = [AT_END.format(n=30 + number % 3, m=19 + number // 20), LEGAL]
    tail += [SLIP] if number % 3 else []
    tail.append(ROTATING[number % len(ROTATING)])
    headline = title.format(**words)
    raw = "\n\n".join(["Home | News | Archive", headline, ON_TOP, *body, *tail])
    uri = f"{OUTLET}/{number:03}.txt"
    page = RawDocument(uri=uri, content_sha256=f"{number:064x}", format="text", encoding="utf-8", raw=raw)
    return MadePage(page, headline, story)
