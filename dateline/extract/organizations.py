"""Bodies: names of the lexicon in all word orders, with the country or parent that stands beside them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from dateline.extract.chart import Chart, Chunk
from dateline.extract.context import Context
from dateline.extract.dossier import Dossier, OrganizationDraft
from dateline.extract.embassies import join_embassies
from dateline.extract.formations import join_formations, join_parts_of_bodies
from dateline.extract.joint_bodies import join_joint_bodies
from dateline.extract.lexer import fold_word
from dateline.extract.outlets import mark_outlets
from dateline.lexicon.bodies import Body, BodyBase, base_by_name, bodies
from dateline.lexicon.titles import word_set

_CONNECTION = r"[ou]t?(?:mo?t?)?"
_BODY_BEFORE_ORGAN = re.compile(r"Gs?m?s?B")
_ORGAN_OF_BODY = re.compile(rf"B(?:{_CONNECTION})?G")
_OPEN_HEAD_FIRST = re.compile(
    r"[NY]{0,2}[HD](?:[ou]t?)(?:[NYT]*Y(?:N(?![NIp]))?(?:&[NY]*Y)?H?|N{1,2}&[NY]*Y|[NY]{1,3}&[NY]{1,2}(?=o)|N{1,3}(?![NIRp]))",
)
_OPEN_HEAD_LAST = re.compile(r"0?(?:[NY]{0,2}(?:Y,)*Y&[NY]{1,2}|[NY]{1,4})[HD](?!o[tNY])(?:[SwN]0)?")
_OPEN_HEAD_DEPARTMENT = re.compile(r"Y[HD](?=ot?Bot?[OB])")
_BRANCH_SCHOOL = re.compile(r"B[NY]{0,3}H(?:[SwN]0)?")
_BRANCHES = frozenset(
    {"Army", "Navy", "Air Force", "Naval Forces", "Armed Forces", "National Guard", "Air Defense Forces"}
)
_SCHOOLS = frozenset({"university", "academy", "institute", "college", "school", "hospital", "center"})
_BASE = re.compile("B")
_COUNTRY_BODY = re.compile(r"[AC]s?B")
_ROYAL = re.compile(r"[NY][AC]s?B")
_WITHIN_BODY = re.compile(r"GB")
_BODY_OF_COUNTRY = re.compile(r"Bot?C(?!s?B)")
_WITH_ACRONYM = re.compile(r"[GO]\([GOBNM]\)")
_SCHOOL_OF_BODY = re.compile(r"[NY]{0,3}Hot?[OG]")
_UNDER_PRESIDENT = re.compile(r"But?[TB]")
_SERVICE_OF_BODY = re.compile(r"Bot?O|OB")
_DEPARTMENT_OF_SERVICE = re.compile(r"Bot?B(?=ot?(?:[AC]s)?[OB])")
_BODY_OF_FORCES = re.compile(r"Bot?O")
_FORCES_PARTS = frozenset({"General Staff of the Armed Forces", "Academy of the Armed Forces", "Military Academy"})


def join_bodies(chart: Chart) -> None:
    """Rewrite organs with their parent and state bodies with their country, innermost first."""
    chart.rewrite(_UNDER_PRESIDENT, _under_president)
    join_formations(chart)
    chart.rewrite(_OPEN_HEAD_DEPARTMENT, lambda chunks, _: _open_body(chart, chunks))
    chart.rewrite(_DEPARTMENT_OF_SERVICE, lambda chunks, _: _department_of_service(chart, chunks))
    _join_organs(chart)
    chart.rewrite(_BASE, _alone)
    _join_organs(chart)
    chart.rewrite(_BRANCH_SCHOOL, lambda chunks, _: _branch_school(chart, chunks))
    chart.rewrite(_OPEN_HEAD_FIRST, lambda chunks, _: _open_body(chart, chunks))
    chart.rewrite(_OPEN_HEAD_LAST, lambda chunks, _: _open_body(chart, chunks))
    chart.rewrite(_WITHIN_BODY, lambda chunks, _: _within_body(chart, chunks))
    join_joint_bodies(chart)
    _join_organs(chart)
    chart.rewrite(_ROYAL, lambda chunks, _: _royal(chart, chunks))
    chart.rewrite(_BODY_OF_COUNTRY, lambda chunks, _: _of_country(chart, chunks))
    chart.rewrite(_COUNTRY_BODY, lambda chunks, _: _of_country(chart, chunks))
    chart.rewrite(_BODY_OF_FORCES, _of_forces)
    chart.rewrite(_SCHOOL_OF_BODY, lambda chunks, _: _school_of_body(chart, chunks))
    chart.rewrite(_BASE, _at_home)
    join_parts_of_bodies(chart)
    chart.rewrite(_SERVICE_OF_BODY, lambda chunks, _: _service_of_body(chunks))
    chart.rewrite(_WITH_ACRONYM, lambda chunks, _: _with_acronym(chart, chunks))


def _join_organs(chart: Chart) -> None:
    while chart.rewrite(_BODY_BEFORE_ORGAN, _organ) or chart.rewrite(_ORGAN_OF_BODY, _organ):
        pass


def _organ(chunks: list[Chunk], _match: re.Match[str]) -> Chunk | None:
    base = next(chunk.base for chunk in chunks if chunk.kind == "B")
    parent = next(chunk.body for chunk in chunks if chunk.kind == "G")
    if not base or not parent or not base.takes(parent):
        return None
    return Chunk("G", chunks[0].start, chunks[-1].end, body=base.of_parent(parent), parts=chunks)


def _at_home(chunks: list[Chunk], _match: re.Match[str]) -> Chunk | None:
    """Make a body of a name that one country alone uses: "the Kremlin"."""
    base = chunks[0].base
    if base is None or base.home is None:
        return None
    return Chunk("O", chunks[0].start, chunks[0].end, base=base, body=base.of_country(base.home), country=base.home)


def _with_acronym(chart: Chart, chunks: list[Chunk]) -> Chunk | None:
    """Join "Shanghai Cooperation Organization (SCO)": one body to the rules, two mentions to the reader."""
    body, short = chunks[0], chunks[2]
    if not chart.surface(short).isupper() or (short.body and short.body is not body.body and short.body != body.body):
        return None
    return Chunk(
        body.kind,
        body.start,
        chunks[-1].end,
        base=body.base,
        body=body.body,
        country=body.country,
        parts=[body, short],
        is_double=True,
    )


def _alone(chunks: list[Chunk], _match: re.Match[str]) -> Chunk | None:
    base = chunks[0].base
    if base and base.alone and (parent := _PARENTS.get(base.organ_of[0])):
        return Chunk("G", chunks[0].start, chunks[0].end, body=base.of_parent(parent))
    return None


def _with_number(chunks: list[Chunk]) -> tuple[list[Chunk], list[Chunk]]:
    """Return the chunks of a name with its number ("Army Officer College No 2"), and those that do not belong to it."""
    if len(chunks) > 2 and chunks[-1].kind == "0" and chunks[-2].word.rstrip(".") != "no":
        return chunks[:-2], chunks[-2:]
    return chunks, []


def _open_body(chart: Chart, chunks: list[Chunk]) -> list[Chunk] | None:
    """Make a base of capitalised words round a head noun: "Department of International Cooperation"."""
    chunks, rest = _with_number(chunks)
    head = next(chunk for chunk in chunks if chunk.kind in "HD")
    joint = next((chunk.word for chunk in chunks[chunks.index(head) + 1 :] if chunk.kind == "u"), "for")
    if not chart.text[head.start].isupper() or joint not in ("for", "on") or head.is_glued:
        return None
    if head.word in _UNITS and chunks[0].kind != "0" and not _COMMANDS.search(chart.before(chunks[0].start)):
        return None
    if chunks[0].kind == "0" and (head.word not in _UNITS or chunks[0].word[-1].isdigit()):
        return None
    surface = " ".join(chart.text[chunks[0].start : chunks[-1].end].split())
    department = head.word in _DEPARTMENTS
    nested = chunks[-1].kind == "H" and chunks[-1] is not head
    titled = " ".join(chart.text[chunks[0].start : head.end].split()) if nested else None
    base = BodyBase(
        surface,
        "ministry" if head.word == "ministry" else "agency",
        is_state=True,
        titled=titled,
        is_department=department,
    )
    return [Chunk("B", chunks[0].start, chunks[-1].end, word=head.word, base=base), *rest]


def _branch_school(chart: Chart, chunks: list[Chunk]) -> list[Chunk] | None:
    """Make a base of "Army Medical University", "Air Force Academy"."""
    chunks, rest = _with_number(chunks)
    branch, head = chunks[0].base, next(chunk for chunk in chunks if chunk.kind == "H")
    if branch is None or branch.name not in _BRANCHES or head.word not in _SCHOOLS:
        return None
    surface = " ".join(chart.text[chunks[0].start : chunks[-1].end].split())
    if not chart.text[chunks[0].start].isupper():
        return None
    base = BodyBase(surface, "other", is_state=True)
    return [Chunk("B", chunks[0].start, chunks[-1].end, word=head.word, base=base), *rest]


def _department_of_service(chart: Chart, chunks: list[Chunk]) -> Chunk | None:
    """Read "Main Department of Naval Forces of the Ministry of Defense": the department has the service's name."""
    department, service = chunks[0].base, chunks[-1].base
    if not department or not service or not department.is_department or service.kind != "armed_forces":
        return None
    surface = " ".join(chart.text[chunks[0].start : chunks[-1].end].split())
    base = BodyBase(surface, "agency", is_state=True, is_department=True)
    return Chunk("B", chunks[0].start, chunks[-1].end, word=chunks[0].word, base=base)


def _under_president(chunks: list[Chunk], _match: re.Match[str]) -> Chunk | None:
    """Read "Drug Control Agency under the President" as one name."""
    first, last = chunks[0], chunks[-1]
    over = last.title.name if last.title else last.base.name if last.base else ""
    if chunks[1].word != "under" or over not in ("President", "Prime Minister", "Government", "Cabinet of Ministers"):
        return None
    return Chunk("B", first.start, last.end, word=first.word, base=first.base)


def _service_of_body(chunks: list[Chunk]) -> Chunk | None:
    """Join "Border Service of the National Security Committee of X", "IRGC Ground Force"."""
    base = next(chunk.base for chunk in chunks if chunk.kind == "B")
    owner = next(chunk for chunk in chunks if chunk.kind == "O")
    parent = owner.body
    if base and parent and parent.kind == "ministry" and chunks[0].kind == "B" and chunks[0].word in _OFFICES:
        body = base.of_parent(parent)
        return Chunk("O", chunks[0].start, chunks[-1].end, base=base, body=body, country=owner.country, parts=chunks)
    if base and parent and base.kind == "agency" and owner.base and owner.base.home and chunks[-1].word in _OFFICES:
        return replace(owner, end=chunks[-1].end, base=base, body=base.of_parent(parent), parts=chunks[:1])
    if base is None or parent is None or base.is_department or base.kind not in ("security_service", "armed_forces"):
        return None
    if base.kind == "armed_forces" and not (owner.base and owner.base.home):
        return None
    if parent.kind not in ("security_service", "ministry", "armed_forces"):
        return None
    body = base.of_parent(parent)
    return Chunk("O", chunks[0].start, chunks[-1].end, base=base, body=body, country=owner.country, parts=chunks)


def _school_of_body(chart: Chart, chunks: list[Chunk]) -> Chunk | None:
    """Join "Training Center of the Emergency Management Authority of X", longest name first."""
    head, parent = next(chunk for chunk in chunks if chunk.kind == "H"), chunks[-1].body
    if parent is None or head.word not in _SCHOOLS or not chart.text[head.start].isupper():
        return None
    base = BodyBase(" ".join(chart.text[chunks[0].start : head.end].split()), "other", is_state=True)
    body = base.of_parent(parent)
    kind = "O" if parent.country_code else "G"
    return Chunk(kind, chunks[0].start, chunks[-1].end, base=base, body=body, country=parent.country_code, parts=chunks)


def _of_country(chart: Chart, chunks: list[Chunk]) -> Chunk | None:
    base = next(chunk.base for chunk in chunks if chunk.kind == "B")
    code = next(chunk.country for chunk in chunks if chunk.kind in "CA")
    if not base or not code or not base.is_state:
        return None
    plain = base.is_plain and not is_capitalized(chart, next(chunk for chunk in chunks if chunk.kind == "B"))
    return Chunk(
        "O",
        chunks[0].start,
        chunks[-1].end,
        base=base,
        body=base.of_country(code),
        country=code,
        parts=chunks,
        is_plain=plain,
    )


def _royal(chart: Chart, chunks: list[Chunk]) -> Chunk | None:
    """Join "Royal Saudi Land Forces": the service of a kingdom bears the word in its name."""
    base, code = chunks[-1].base, chunks[1].country
    if chunks[0].word != "royal" or base is None or code is None or base.kind != "armed_forces":
        return None
    name = " ".join(chart.text[chunks[0].start : chunks[-1].end].split())
    body = replace(base.of_country(code), name=name, titled=name)
    return Chunk("O", chunks[0].start, chunks[-1].end, base=base, body=body, country=code, parts=chunks)


def _within_body(chart: Chart, chunks: list[Chunk]) -> Chunk | None:
    """Join "UN Office for X", "OSCE Centre in Y": an office of no lexicon belongs to the organization before it."""
    parent, base = chunks[0].body, chunks[1].base
    if parent is None or base is None or not parent.is_international or base_by_name().get(base.name):
        return None
    name = " ".join(chart.text[chunks[0].start : chunks[-1].end].split())
    body = Body(name, "organ", name, name, parent_name=parent.name)
    return Chunk("G", chunks[0].start, chunks[-1].end, word=chunks[1].word, body=body, parts=chunks)


def _of_forces(chunks: list[Chunk], _match: re.Match[str]) -> Chunk | None:
    base, forces = chunks[0].base, chunks[-1]
    if not base or not forces.body or base.name not in _FORCES_PARTS or forces.body.kind != "armed_forces":
        return None
    code = forces.body.country_code
    if not code:
        return None
    return Chunk("O", chunks[0].start, forces.end, base=base, body=base.of_country(code), country=code, parts=chunks)


def is_capitalized(chart: Chart, chunk: Chunk) -> bool:
    """Say whether a body is printed as a name, with a capital letter in it."""
    words = re.findall(r"[^\W\d_]{3,}", chart.surface(chunk))
    return any(word[0].isupper() for word in words)


def named_bodies(chunks: list[Chunk]) -> Iterator[Chunk]:
    """Yield the chunks that mention a body, with the international ones inside them."""
    for chunk in chunks:
        if chunk.body and chunk.kind in "GOBM" and not (chunk.is_double or chunk.is_plain):
            yield chunk
        if chunk.kind in "GOP":
            everything = chunk.kind == "P" or chunk.is_double
            yield from (part for part in named_bodies(chunk.parts) if everything or part.kind == "G")


_HEAD_NOUNS = word_set("short_names")


def may_be_called(word: str, name: str, kind: str) -> bool:
    """Say whether the noun `word` alone can stand for the body `name`."""
    if word in ("organization", "alliance", "union", "commonwealth", "bloc"):
        return kind == "intergovernmental" and (word in fold_word(name).split() or word == "bloc")
    own = fold_word(name).split(" of ", maxsplit=1)[0].split()
    return word in _HEAD_NOUNS and word in {*own, *fold_word(name).split()[:3]} and kind != "intergovernmental"


def enter_body(dossier: Dossier, body: Body) -> OrganizationDraft:
    """Return the dossier's draft of `body`, made if need be."""
    return dossier.organizations.setdefault(
        body.name, OrganizationDraft(body.name, body.acronym, body.kind, body.country_code, body.parent_name)
    )


class OrganizationFinder:
    """Joins the body chunks of a chart; `coreference` enters them, when the countries of all are known."""

    def __call__(self, doc: Doc) -> Doc:
        """Find the bodies of `doc`."""
        chart: Chart | None = doc._.chart
        if chart is None:
            return doc
        mark_outlets(chart, doc._.dossier.document)
        join_bodies(chart)
        doc._.context = Context(doc._.dossier.document, chart)
        join_embassies(chart, doc._.context)
        return doc


def is_reporting(chart: Chart, chunk: Chunk) -> bool:
    """Say whether an agency whose name is an ordinary word is meant: it reports, or somebody tells it something."""
    if chart.surface(chunk) not in bodies().weak:
        return True
    return bool(
        _TOLD.search(chart.text, max(0, chunk.start - 12), chunk.start) or _REPORTS.match(chart.text, chunk.end)
    )


_TOLD = re.compile(r"(?:told|to|by)\s$")
_REPORTS = re.compile(r"(?:'s correspondent)?\s(?:reports?|reported|said|says|writes|informs|learned)\b")
_UNITS = frozenset({"brigade", "regiment", "flotilla", "battalion", "corps", "command"})
_COMMANDS = re.compile(r"(?i:command\w*|staff)\s+of\s+(?:the\s+)?$")
_OFFICES = frozenset({"office", "inspectorate", "administration"})
_DEPARTMENTS = frozenset({"department", "directorate", "division", "section", "bureau", "headquarters"})
_PARENTS = {body.acronym: body for _, body in bodies().whole if body.is_international and body.acronym}


@Language.factory("organizations")
def make_organization_finder(nlp: Language, name: str) -> OrganizationFinder:
    """Build the component."""
    return OrganizationFinder()
