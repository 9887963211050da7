"""A maker of small sets of wire stories: copies, rewrites, and stories that only look alike. All of it is invented."""

import random
from dataclasses import dataclass
from datetime import date, timedelta

PEOPLE = (
    "Askar Tolebayev|Minister of Defense|Kazakh,Damir Orozaliyev|Secretary of the Security Council|Kyrgyz,"
    "Firuz Nazarshoev|Deputy Minister of Defense|Tajik,Otabek Rasulmatov|Chief of the General Staff|Uzbek,"
    "Pavel Dobrynsky|State Secretary|Belarusian,Gor Hakhverdyan|Minister of Defense|Armenian,"
    "Lev Sukhodolov|First Deputy Minister of Defense|Russian,Tariq Mehmood Lodhi|Defense Secretary|Pakistani,"
    "Zhao Mingde|Deputy Chief of the Joint Staff|Chinese,Kenan Aslanbey|Commander of the Land Forces|Turkish"
).split(",")
PLACES = "Taraz Osh Khujand Bukhara Grodno Gyumri Ufa Multan Urumqi Konya Pavlodar Naryn".split()
SUBJECTS = (
    "the protection of the common border,joint training of mountain units,the fight against drug trafficking,"
    "the repair of air defense equipment,cyber security of military networks,the exchange of cadets,"
    "humanitarian mine clearance,peacekeeping courses,medical evacuation,the supply of spare parts"
).split(",")
EXERCISES = "Steppe Shield,Clear Sky,Mountain Echo,River Guard,Silent Wind,Iron Ridge,Salt Lake,Golden Horn".split(",")

PHRASES: dict[str, tuple[str, ...]] = {
    "lead": (
        "{title} {name} on {weekday} received {guest_title} {guest} in {place} to review plans of cooperation for {year}.",
        "Talks between {name}, the {country} {title}, and {guest} opened in {place} on {weekday}.",
        "{place} hosted on {weekday} a working meeting of the {country} and {guest_country} delegations headed by {name} and {guest}.",
    ),
    "topic": (
        "The two officials went over {subject} and agreed that the present level of contacts answers the interests of both states.",
        "At the centre of the conversation stood {subject}, an issue on which both capitals have exchanged drafts since spring.",
        "Experts had prepared for the meeting a list of {count} proposals, most of them devoted to {subject}.",
    ),
    "exercise": (
        "They paid special attention to the exercise {exercise}, which will bring together about {troops} servicemen in {month}.",
        "In {month} the armed forces are to hold {exercise} with {troops} soldiers and {vehicles} pieces of equipment.",
        "{troops} troops are expected to take part in {exercise}, the press service noted, adding that it will last {count} days.",
    ),
    "quote": (
        '"{words_a}," {name} said.',
        '{guest} told reporters that "{words_a}".',
        'In the words of {name}, "{words_b}".',
    ),
    "plan": (
        "Following the talks the parties signed a plan for {year} that contains {plans} measures.",
        "A document with {plans} points was initialled at the end and will be submitted to both governments.",
        "The sides instructed their staffs to finish a plan of {plans} joint steps before the end of {month}.",
    ),
    "tour": (
        "The guests were shown the {ordinal} brigade's training ground and new barracks for {cadets} recruits.",
        "On the second day the delegation laid flowers at the memorial and looked at a hospital with {cadets} beds.",
        "The programme of the visit includes the military institute, where {cadets} foreign cadets study at present.",
    ),
    "past": (
        "The previous consultations of this kind took place in {other_place} in {past_year}.",
        "Since {past_year} more than {officers} officers of the two armies have finished joint courses.",
        "Relations between the ministries rest on an agreement concluded in {past_year} in {other_place}.",
    ),
    "next": (
        "The next round is to be held in {other_place} in {month}.",
        "{guest} invited his colleague to pay a return visit to {other_place}.",
        "Both delegations will meet again within the framework of a larger conference in {other_place}.",
    ),
}
WORDS = (
    "our soldiers learn more from one week in the field than from a shelf of manuals|we do not choose our neighbours but we choose how we train with them",
    "a quiet border is the best report that a minister can sign|nobody here counts the hours when equipment has to be ready by morning",
    "what was agreed today will be seen on the training grounds next month|trust between staffs is built slowly and lost in an afternoon",
    "each side brings what it does best and takes home what it lacks|we have spoken plainly about the delays and set dates for every point",
)
SYNONYMS = {
    "said": "stated",
    "talks": "negotiations",
    "agreed": "decided",
    "two": "both",
    "expected": "due",
    "hold": "conduct",
    "exercise": "drill",
    "soldiers": "servicemen",
    "troops": "military personnel",
    "plan": "programme",
    "special": "particular",
    "officials": "sides",
    "contains": "includes",
    "measures": "steps",
    "delegation": "group",
    "review": "discuss",
    "previous": "last",
    "present": "current",
    "took": "were held",
    "guests": "visitors",
    "colleague": "counterpart",
    "concluded": "signed",
    "new": "recently built",
    "about": "some",
    "more than": "over",
    "level": "state",
    "issue": "matter",
    "larger": "wider",
    "noted": "added",
    "finish": "complete",
}
CHROME = "Subscribe to our channel to be the first to learn the main news of the region. The opinion of the editors may differ."


@dataclass(frozen=True)
class Story:
    """A made-up document; stories of one `origin` are copies of each other."""

    origin: str
    uri: str
    published: date
    body: str


def _facts(rng: random.Random) -> dict[str, str]:
    host, guest = (person.split("|") for person in rng.sample(PEOPLE, 2))
    place, other = rng.sample(PLACES, 2)
    words_a, words_b = rng.choice(WORDS).split("|")
    return {
        "name": host[0], "title": host[1], "country": host[2], "guest": guest[0], "guest_title": guest[1],
        "guest_country": guest[2], "place": place, "other_place": other, "subject": rng.choice(SUBJECTS),
        "exercise": f"{rng.choice(EXERCISES)}-{rng.randint(2015, 2024)}", "weekday": rng.choice("Monday Tuesday Friday".split()),
        "month": rng.choice("April June August October".split()), "year": str(rng.randint(2016, 2025)),
        "past_year": str(rng.randint(2001, 2015)), "troops": f"{rng.randint(3, 90)}00", "vehicles": str(rng.randint(50, 400)),
        "count": str(rng.randint(5, 28)), "plans": str(rng.randint(11, 60)), "ordinal": f"{rng.randint(11, 40)}th",
        "cadets": str(rng.randint(41, 390)), "officers": str(rng.randint(410, 990)), "words_a": words_a, "words_b": words_b,
    }  # fmt: skip


def _text(rng: random.Random, facts: dict[str, str], phrases: dict[str, str]) -> list[str]:
    kinds = ["lead", *rng.sample([kind for kind in PHRASES if kind != "lead"], rng.randint(4, 7))]
    return [phrases[kind].format(**facts) for kind in kinds]


def _rewrite(rng: random.Random, sentences: list[str], strength: float) -> list[str]:
    kept = [sentence for sentence in sentences if rng.random() > strength * 0.4] or sentences[:3]
    if rng.random() < strength:
        tail = kept[1:]
        rng.shuffle(tail)
        kept = kept[:1] + tail
    return [" ".join(_swap(rng, word, strength) for word in sentence.split()) for sentence in kept]


def _swap(rng: random.Random, word: str, strength: float) -> str:
    bare = word.strip(',."')
    if word in ("the", "a", "will", "of") and rng.random() < strength / 2:
        return {"the": "the said", "a": "one", "will": "is to", "of": "of all"}[word]
    return word.replace(bare, SYNONYMS[bare]) if bare in SYNONYMS and rng.random() < strength else word


def make_stories(seed: int, events: int = 40, strength: float = 0.8) -> list[Story]:
    """Return for each event two independent stories, up to three copies of each; events share phrases."""
    rng = random.Random(seed)
    found: list[Story] = []
    for event in range(events):
        facts, day = _facts(rng), date(2018, 1, 1) + timedelta(days=3 * event)
        # two agencies word one event each in its own way; only the words of a quote are the same
        ways = list(zip(*(rng.sample(ways, 2) for ways in PHRASES.values()), strict=True))
        for version, phrases in enumerate(ways):
            sentences, origin = _text(rng, facts, dict(zip(PHRASES, phrases, strict=True))), f"{event}-{version}"
            bodies = [sentences, *(_rewrite(rng, sentences, strength * rng.random()) for _ in range(rng.randint(0, 3)))]
            for number, body in enumerate(bodies):
                tail = [CHROME] if rng.random() < 0.3 else []
                uri = f"{origin}-{number}-{rng.randint(0, 999)}.txt"
                found.append(Story(origin, uri, day + timedelta(days=number > 0), "\n\n".join(body + tail)))
    rng.shuffle(found)
    return found
