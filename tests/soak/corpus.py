"""A small landing zone of invented stories, as it lies on two nights that follow each other."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

AS_OF: Final = "2022-12-01"
"""Day that counts as today in every run, so that no digest depends on the calendar."""

_TALKS = """ASTANA, March 14, 2022 (Steppe Wire). The Minister of Defense of Kazakhstan, Yerkebulan Saparbai, met his
Uzbek counterpart, Sherali Botirzoda, in Astana on Monday.

"We have agreed on a joint exercise of mountain units in Osh in 2023," Yerkebulan Saparbai said after the talks.

The ministers signed a plan of military cooperation for 2022-2024.
"""
_TALKS_COPIED = _TALKS.replace("(Steppe Wire)", "(Kazinform)").replace("on Monday", "this Monday")
_SESSION = """BISHKEK, June 3, 2022 (TASS). The Secretary of the Security Council of Kyrgyzstan, Melis Toktomambet,
chaired the eleventh session of the Committee of Secretaries of Security Councils of the CSTO in Bishkek on Friday.

"The situation at the borders is calm," Melis Toktomambet told reporters. The next session will be held in Dushanbe in
November 2022, the press service of the CSTO reported.
"""
_SESSION_CORRECTED = _SESSION.replace("calm", "under control").replace("eleventh", "twelfth")
_SEMINAR = """<!DOCTYPE html><html><head><title>Field surgeons meet in Tashkent</title>
<meta property="article:published_time" content="2022-04-20T09:00:00Z"></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a> <a href="/contacts">Contacts</a></nav>
<article><h1>Field surgeons meet in Tashkent</h1>
<p>TASHKENT, April 20. /UzA/. A seminar of military doctors of the SCO states opened in Tashkent on Wednesday.</p>
<p>Colonel Nodir Hamidzoda, deputy head of the Main Medical Directorate of the Ministry of Defense of Uzbekistan, said
that doctors from six countries had come.</p>
<p>&quot;A wound does not ask for a passport,&quot; Hamidzoda said.</p></article>
<footer>© UzA 2022. All rights reserved. Follow us.</footer></body></html>
"""
_VISIT = """MINSK, May 5, 2022 (BelTA). Belarusian Defense Minister Anatol Zharkevich arrived in Yerevan on an official
visit on Thursday. He will meet Armenia's Defense Minister Gurgen Sahradyan and the Secretary General of the CSTO.

According to the Ministry of Defense of Belarus, the sides will discuss training of cadets and counter-terrorism.
"""
_VISIT_LATER = _VISIT.replace("He will meet", "He has met").replace("will discuss", "discussed")
_DRILL = """DUSHANBE, September 8, 2022 (Khovar). The exercise Nurek Shield 2022 began at the Harbmaidon range on
Thursday. Units of Tajikistan, Kazakhstan and Kyrgyzstan take part in it.

"Some 1,200 servicemen and 200 vehicles are involved," Major General Firuz Latifiyon, Chief of the General Staff of the
Armed Forces of Tajikistan, said at the opening.
"""
_RUSSIAN_TALKS = """МОСКВА, 11 октября 2022 г. /ТАСС/. Министр обороны Таджикистана Далер Сафарзода встретился в Москве
с заместителем министра обороны России Игорем Ветлугиным.

«Мы договорились о совместных учениях горных подразделений», — сказал Сафарзода журналистам после переговоров.

Стороны обсудили борьбу с терроризмом и наркотрафиком.
"""
_RUSSIAN_SESSION = """БИШКЕК, 3 июня 2022 г. /Кабар/. Секретарь Совета безопасности Киргизии Мелис Токтомамбет провел
в Бишкеке заседание Комитета секретарей советов безопасности ОДКБ.

«Обстановка на границах спокойная», — заявил он.
"""
_APPOINTED = """ALMATY, July 18, 2022 (Steppe Wire). By decree of the President, Ruslan Beisembin has been appointed
Deputy Minister of Defense of Kazakhstan. Earlier he headed the Military Engineering Institute in Almaty.

Ye. Saparbai introduced the new deputy to the collegium and wished him success.
"""
_FEED: Final[list[Mapping[str, str]]] = [
    {
        "title": "Exhibition of maps opens in the ministry",
        "text": "TASHKENT, July 7, 2022 (Chorsu Post). An exhibition of old maps was opened in the Ministry of Defense"
        " of Uzbekistan on Thursday. Sherali Botirzoda thanked the museum and its director, Nodira Ismatullo.",
        "published": "2022-07-07",
    },
    {
        "title": "Border troops of two countries hold a meeting",
        "text": "ATYRAU, August 2, 2022 (Trend). Heads of the border services of Kazakhstan and Azerbaijan, Darkhan"
        " Alimzhan and Elchin Rzazade, held talks in Atyrau on Tuesday. They discussed illegal fishing in the Caspian"
        " Sea and the fight against smuggling, Alimzhan said.",
        "published": "2022-08-02",
    },
]
_LATER = """DUSHANBE, November 24, 2022 (Khovar). The Committee of Secretaries of Security Councils of the CSTO met in
Dushanbe on Thursday. Melis Toktomambet and the Secretary of the Security Council of Tajikistan, Parviz Rahmatzoda,
approved a list of terrorist organizations.

"Lists do not catch anybody, people do," Parviz Rahmatzoda remarked.
"""
_PHOTO = bytes(range(256)) * 40

FIRST_NIGHT: Final[Mapping[str, str | bytes]] = {
    "steppe/talks.txt": _TALKS,
    "kazinform/talks.txt": _TALKS_COPIED,
    "tass/session.txt": _SESSION,
    "uza/seminar.html": _SEMINAR,
    "belta/visit.txt": _VISIT,
    "khovar/drill.txt": _DRILL,
    "tass/peregovory.txt": _RUSSIAN_TALKS,
    "kabar/zasedanie.txt": _RUSSIAN_SESSION,
    "feeds/post.jsonl": "\n".join(map(json.dumps, _FEED)) + "\nno json\n",
    "steppe/empty.txt": "",
    "steppe/photo.txt": _PHOTO,
}
SECOND_NIGHT: Final[Mapping[str, str | bytes]] = {
    **{name: text for name, text in FIRST_NIGHT.items() if name not in ("khovar/drill.txt", "kazinform/talks.txt")},
    "tass/session.txt": _SESSION_CORRECTED,  # changed
    "belta/visit.txt": _VISIT_LATER,
    "uza/seminar.html": "",  # what was a story can no longer be read
    "steppe/empty.txt": _APPOINTED,  # and the other way round
    "khovar/session.txt": _LATER,  # new
    "kazinform/again.txt": _TALKS_COPIED,  # new: a copy of a story of yesterday
}
CORRECTIONS: Final = """
[[same]]
people = [{ name = "Yerkebulan Saparbai", country = "KZ" }, { name = "Ye. Saparbai", document = "steppe/empty.txt" }]

[[canonical]]
person = "Melis Toktomambet"
name = "Melis Toktomambetov"
"""


def read(landing: Path) -> dict[str, bytes]:
    """Return the files of a landing zone, by their names in it."""
    return {path.relative_to(landing).as_posix(): path.read_bytes() for path in landing.rglob("*") if path.is_file()}


def lay(zone: Path, stories: Mapping[str, str | bytes]) -> Path:
    """Make the landing zone `zone` hold `stories` and nothing else; what has not changed is not touched."""
    for path in [path for path in zone.rglob("*") if path.is_file()]:
        if path.relative_to(zone).as_posix() not in stories:
            path.unlink()
    for name, story in stories.items():
        path = zone / name
        path.parent.mkdir(parents=True, exist_ok=True)
        content = story if isinstance(story, bytes) else story.encode()
        if not path.exists() or path.read_bytes() != content:
            path.write_bytes(content)
    return zone
