"""What unfinished titles mean.

"Deputy secretary general of the organization", "head of the ministry's department", "the state secretary" take their
body from what the document says elsewhere.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator

from dateline.extract.chart import Chart, Chunk, OfficeSpec
from dateline.extract.context import Context
from dateline.extract.dossier import Dossier, Span
from dateline.extract.organizations import may_be_called, named_bodies
from dateline.extract.title_phrases import take_body
from dateline.lexicon.bodies import BodyBase, base_by_name
from dateline.lexicon.titles import Title

_LED_BY = re.compile(r"\b(?:headed|led)\s+by\s(?:the\s)?$")
_ITS = re.compile(r"\b(?:its|their)\s(?:then\s|new\s)?$")
_OF_ITS = re.compile(r"\bof\s(?:its|their)\s")
_BARE_DEPARTMENT = re.compile(
    r"(?P<head>[^()]+) of the (?P<noun>Department|Directorate|Division|Section|Bureau|Office|Service)"
)
_ENVOYS = frozenset({"Ambassador", "Charge d'Affaires", "High Commissioner", "Consul General", "Consul"})
_SERVES_AT = re.compile(r"\s(?:in|to|at)\s")
_SCHOOL_HEADS = frozenset({"Commandant", "Rector", "Chief Instructor", "Head of Faculty", "Provost"})
_SCHOOLS = ("Academy", "University", "College", "Institute", "School", "Lyceum")
_MANY_PER_BODY = frozenset(
    {"Commander", "Head", "Chief", "Chief of Staff", "Aide", "Adviser", "Representative", "Member"}
)


class Completion:
    """The bodies of one document that titles can refer back to."""

    def __init__(self, dossier: Dossier, chart: Chart, context: Context, sentences: list[Span]) -> None:
        self.dossier, self.chart, self.context, self.sentences = dossier, chart, context, sentences
        self.bodies = list(named_bodies(chart.chunks))
        self.phrases = [chunk for chunk in chart.chunks if chunk.kind == "P"]

    def complete(self, spec: OfficeSpec) -> None:
        """Add the body that an unfinished title means: "of the organization", "the first deputy secretary"."""
        self._possessed(spec)
        self._attach_organ(spec)
        self._same_department(spec)
        self._of_publisher(spec)
        is_bare_secretary = spec.head is not None and spec.head.is_states and not spec.head.bare
        if spec.body is not None or (spec.is_whole and not spec.anaphor and not is_bare_secretary):
            return
        if spec.anaphor:
            chunk = self.body_meant(spec.anaphor, spec.span[0], spec.country_code)
            if chunk and spec.head and spec.head.is_states is False and " of the " not in spec.title:
                take_body(spec, spec.head, chunk)
            elif chunk:
                spec.body, spec.country_code, spec.is_states = chunk.body, chunk.country, False
            spec.is_whole = spec.is_whole or chunk is not None
        if spec.head and not spec.anaphor and (is_bare_secretary or not spec.is_whole):
            self._complete_from_others(spec, spec.head)
        if not spec.is_whole and spec.head and spec.head.name.rsplit("Deputy ", 1)[-1] in _SCHOOL_HEADS:
            self._complete_from_school(spec, spec.head)
        if not spec.is_whole and spec.head and not spec.head.is_states:
            self._complete_from_sentence(spec, spec.head)

    def _possessed(self, spec: OfficeSpec) -> None:
        """Read "headed by its chief" and "India sent its Defense Secretary": what the sentence named last."""
        is_inside = _OF_ITS.search(self.chart.text, *spec.span) is not None
        if spec.body is not None or spec.country_code:
            return
        if not is_inside and not _ITS.search(self.chart.before(spec.span[0])):
            return
        start = self._sentence_start(spec.span[0])
        first = bisect_left(self.chart.chunks, start, key=lambda chunk: chunk.start)
        last = bisect_left(self.chart.chunks, spec.span[0], lo=first, key=lambda chunk: chunk.start)
        before = [chunk for chunk in self.chart.chunks[first:last] if chunk.end <= spec.span[0]]
        if spec.is_states or spec.base:
            nouns = [chunk.country for chunk in before if chunk.kind == "C"] if is_inside else []
            spec.country_code = nouns[0] if nouns else _last_country(before)
        elif spec.head and (owners := [chunk for chunk in before if chunk.kind in "GOB"]):
            self._take_owner(spec, spec.head, owners)
        elif spec.head:
            self._take_last_body(spec, spec.head, start)

    def _same_department(self, spec: OfficeSpec) -> None:
        """Read "head of the department" as of the department that an office before it was said to be in."""
        named = _BARE_DEPARTMENT.fullmatch(spec.title)
        earlier = [
            (other, tail)
            for chunk in self.phrases
            for other in chunk.offices
            if named and other.span < spec.span and other.is_whole
            for _, joint, tail in [other.title.partition(" of the ")]
            if joint and named["noun"] in tail.split() and tail != named["noun"]
        ]
        if named and earlier and spec.body is None and spec.country_code is None:
            other, tail = max(earlier, key=lambda pair: pair[0].span)
            spec.title, spec.department = f"{named['head']} of the {tail}", other.department
            spec.body, spec.base, spec.country_code = other.body, other.base, other.country_code
            spec.is_states, spec.anaphor = other.is_states, other.anaphor

    def _of_publisher(self, spec: OfficeSpec) -> None:
        """Read "Chief of the Border Section" in a release of an international body as an office of that body."""
        alone = spec.department is not None and spec.body is None and spec.base is None and not spec.country_code
        agency = self.dossier.document.agency
        named = (chunk.body for chunk in self.bodies if chunk.kind == "G" and chunk.body and chunk.body.name == agency)
        publisher = next(named, None) if alone and not spec.anaphor else None
        if publisher:
            spec.body, spec.is_states, spec.is_whole = publisher, False, True

    def _sentence_start(self, position: int) -> int:
        number = bisect_right(self.sentences, position, key=lambda span: span[0])
        return self.sentences[number - 1][0] if number else 0

    def _take_owner(self, spec: OfficeSpec, head: Title, owners: list[Chunk]) -> None:
        """Take the body named last; of a department in a ministry ("its head") the office is in the ministry."""
        last, parents = owners[-1], [chunk for chunk in owners if chunk.kind in "GO"]
        if last.kind == "B" and last.base and last.base.is_department and parents:
            take_body(spec, head, parents[-1])
            spec.title = f"{head.name} of the {last.base.name}"
        elif last.kind != "B":
            take_body(spec, head, last)

    def _take_last_body(self, spec: OfficeSpec, head: Title, start: int) -> None:
        """Read "the Deputy Chief of the General Staff will act as its Chief"."""
        told = [office for office in self.dossier.offices if start <= office.span[0] < spec.span[0]]
        last = max(told, key=lambda office: office.span, default=None)
        base = base_named(last.organization, last.country_code) if last else None
        if last and base and last.country_code:
            body = base.of_country(last.country_code)
            take_body(spec, head, Chunk("O", *spec.span, base=base, body=body, country=last.country_code))

    def _attach_organ(self, spec: OfficeSpec) -> None:
        """Read "Secretary of the Council of Ministers of Defense" as one of the organ that the story speaks of."""
        base = spec.base
        if spec.body is not None or base is None:
            return
        if base.is_state:
            self._attach_to_subject(spec, base)
            self._attach_to_named_organ(spec, base)
            return
        meant = self._body_before(base.name.lower(), spec.span[0]) if " " not in base.name else None
        if meant and spec.head:
            take_body(spec, spec.head, meant)
            return
        bodies = {chunk.body for chunk in self.bodies if chunk.kind == "G" and chunk.body}
        organs = {body for body in bodies if body.base == base.name}
        parents = {
            chunk.body for chunk in self.chart.lexed if chunk.kind == "G" and chunk.body and base.takes(chunk.body)
        }
        if len(organs or parents) == 1:
            spec.body = organs.pop() if organs else base.of_parent(parents.pop())
            spec.country_code, spec.is_states = None, False
            if spec.printed:
                spec.printed.body, spec.printed.kind = spec.body, "G"
            if spec.printed and spec.head:
                spec.title = spec.head.name
                take_body(spec, spec.head, spec.printed)

    def _attach_to_subject(self, spec: OfficeSpec, base: BodyBase) -> None:
        """Read "the organization sent ... the chief of the Joint Staff" as one of the organization's staff."""
        subject = None if spec.country_code else self._subject(spec.span[0])
        if subject and subject.body and base.takes(subject.body):
            spec.body, spec.country_code, spec.is_states = base.of_parent(subject.body), None, False
            if spec.printed:
                spec.printed.body, spec.printed.kind = spec.body, "G"

    def _attach_to_named_organ(self, spec: OfficeSpec, base: BodyBase) -> None:
        """Read "Chief of the Joint Staff" as of the CSTO's, where the text names that staff and no country's."""
        named = {chunk.body for chunk in self.bodies if chunk.kind in "GO" and chunk.body and chunk.base != base}
        organs = {body for body in named if body.base == base.name and body.country_code is None}
        of_states = any(chunk.kind == "O" and chunk.base == base and chunk is not spec.printed for chunk in self.bodies)
        if spec.body is not None or spec.country_code or of_states or len(organs) != 1 or not base.organ_of:
            return
        spec.body, spec.is_states = organs.pop(), False
        if spec.printed:
            spec.printed.body, spec.printed.kind = spec.body, "G"

    def _subject(self, position: int) -> Chunk | None:
        """Return the international body that opens the sentence as "the organization" or by its name."""
        start = self._sentence_start(position)
        first = bisect_left(self.chart.chunks, start, key=lambda chunk: chunk.start)
        opening = [chunk for chunk in self.chart.chunks[first : first + 3] if chunk.kind not in "S/t"][:1]
        if not opening or opening[0].start >= position:
            return None
        if opening[0].kind == "b":
            return self._body_before(opening[0].word, opening[0].start)
        return opening[0] if opening[0].kind == "G" else None

    def _complete_from_others(self, spec: OfficeSpec, head: Title) -> None:
        """Take the body of the only fuller title with the same head that the document has."""
        noun = head.name.rsplit("Deputy ", 1)[-1]
        if noun in _MANY_PER_BODY:
            return
        fuller = {
            (other.body, other.base, other.country_code): other
            for chunk in self.phrases
            for other in chunk.offices
            if other is not spec and other.is_whole and other.head and (other.body or other.base)
            if other.head.name.rsplit("Deputy ", 1)[-1] == noun
            or other.title.startswith(f"{noun} of ")
            or (head.is_minister and other.head.is_minister)
        }
        if len({(body, base) for body, base, _ in fuller}) != 1 or (len(fuller) > 1 and not spec.country_code):
            return
        other = next(iter(fuller.values()))
        stem = other.title.removeprefix("First ").removeprefix("Deputy ")
        deputies = spec.title[: -len(noun)] if spec.title.endswith(noun) else ""
        spec.title, spec.body, spec.base = deputies + stem, other.body, other.base
        spec.country_code = spec.country_code or other.country_code
        spec.is_states, spec.is_whole = other.is_states, True

    def _complete_from_sentence(self, spec: OfficeSpec, head: Title) -> None:
        """Take the body that the sentence spoke of: "the delegation of the Secretariat included the director"."""
        start = self._sentence_start(spec.span[0])
        before = [chunk for chunk in self.bodies if start <= chunk.start < spec.span[0] and chunk.kind in "GO"]
        outer = [chunk for chunk in before if not any(o.start <= chunk.start and chunk.end < o.end for o in before)]
        if not outer and head.bare and (subject := self._subject(spec.span[0])):
            outer = [subject]
        if len({chunk.body for chunk in outer}) != 1:
            return
        if head.bare:
            spec.body, spec.country_code, spec.is_whole, spec.is_states = outer[0].body, outer[0].country, True, False
        elif _LED_BY.search(self.chart.before(spec.span[0])):
            take_body(spec, head, outer[0])

    def _complete_from_school(self, spec: OfficeSpec, head: Title) -> None:
        """Take the academy or college that the story spoke of last, or the only one that it names."""
        schools = [chunk for chunk in self.bodies if chunk.body and _is_school(chunk.body.base)]
        schools += [
            chunk for chunk in self.chart.chunks if chunk.kind == "B" and chunk.base and _is_school(chunk.base.name)
        ]
        before = [chunk for chunk in schools if chunk.start < spec.span[0]]
        if chosen := max(before, key=lambda chunk: chunk.start, default=None) or (schools[0] if schools else None):
            take_body(spec, head, chosen)

    def sender(self, spec: OfficeSpec) -> str | None:
        """Return whose envoy "the ambassador" is: not the home country's, unless the text says where he serves."""
        is_envoy = spec.title.endswith("Attache") or spec.title in _ENVOYS
        printed = self.chart.text[slice(*spec.span)]
        if not is_envoy or _SERVES_AT.search(printed) or _SERVES_AT.match(self.chart.text, spec.span[1]):
            return None
        others = Counter(code for code in self.context.named if code != self.context.home).most_common(2)
        if not others or (len(others) > 1 and others[0][1] < 2 * others[1][1]):
            return None
        return others[0][0]

    def body_meant(self, noun: str, position: int, country: str | None = None) -> Chunk | None:
        """Return the body that `noun` stands for: "the ministry" of most offices, else the one mentioned last.

        With a `country` ("the Azerbaijani ministry") it is that country's.
        """
        if noun != "ministry":
            return self._body_before(noun, position, country)
        before = Counter(self._ministries_of_titles(position))
        held = Counter(
            (office.organization, office.country_code)
            for office in self.dossier.offices
            if office.organization and office.organization.startswith("Ministry of ")
        )
        ministries = before or held
        if not ministries:
            return self._body_before(noun, position)
        hosts = Counter({key: count for key, count in ministries.items() if key[1] == self.context.host})
        name, code = next((key for key, _ in (hosts or ministries).most_common(1)), (None, None))
        if country and (foreign := base_named(name, code)):
            name, code = foreign.of_country(country).name, country
        elif not hosts and self.context.host and (foreign := base_named(name, code)):
            name, code = foreign.of_country(self.context.host).name, self.context.host
        base = base_named(name, code)
        if base is None or code is None:
            return self._body_before(noun, position)
        return Chunk("O", position, position, base=base, body=base.of_country(code), country=code)

    def _ministries_of_titles(self, position: int) -> Iterator[tuple[str, str | None]]:
        """Yield the ministries of the ministers whose titles stand before `position`, whoever holds them."""
        for chunk in self.chart.chunks:
            for other in chunk.offices if chunk.start < position else ():
                if other.base and other.base.name.startswith("Ministry of "):
                    for code in other.countries or [other.country_code or self.context.home or ""]:
                        yield (other.base.of_country(code).name, code) if code else ("", None)

    def _body_before(self, noun: str, position: int, country: str | None = None) -> Chunk | None:
        """Return the body mentioned last before `position` that `noun` can stand for, of `country` if one is said."""
        found = None
        for chunk in self.bodies:
            if chunk.start >= position:
                break
            is_theirs = chunk.body and country in (None, chunk.body.country_code)
            if chunk.body and is_theirs and may_be_called(noun, chunk.body.name, chunk.body.kind):
                found = chunk
        return found


def _last_country(chunks: list[Chunk]) -> str | None:
    return next((chunk.country for chunk in reversed(chunks) if chunk.country), None)


def _is_school(name: str) -> bool:
    return name.split(" of ", maxsplit=1)[0].endswith(_SCHOOLS)


def base_named(name: str | None, code: str | None) -> BodyBase | None:
    """Return the base of the state body `name` of the country `code`, found again by its name."""
    return next((base for base in base_by_name().values() if code and base.of_country(code).name == name), None)
