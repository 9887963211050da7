"""Title phrases: a head with deputies, owners before and after it, and what they make of an office.

`former Russian First Deputy Defense Minister`, `Secretary of the Security Council of X`, `SCO Deputy
Secretary-General`, `Assistant to the President - Secretary of the Security Council` each become one chunk of kind `P`.
"""

import re
from dataclasses import replace
from typing import cast

from dateline.extract.chart import Chart, Chunk, OfficeSpec
from dateline.extract.title_grounds import join_heads_of_grounds
from dateline.extract.title_tails import join_heads_with_tails, join_phrases_with_tails
from dateline.lexicon.bodies import Body, BodyBase, base_by_name
from dateline.lexicon.titles import Title, renamings
from dateline.records import OfficeRank, OfficeStatus

_DEPUTY = re.compile(r"(?:d|a(?=d))+-?T")
_OPEN_DOMAIN = re.compile(r"TotH?(?:[NY]*Y(?:&[NY]*Y)?)(?![NIR])|To(?:[NY]*Y(?:[,&][NY]*Y)*)")
_FIELD = re.compile(r"Tut?(?:[NY]{1,4}&)?[NY]*Y(?:&[NY]*Y)?")
_OWNER_AFTER = (
    r"(?:ot?(?:[wb]s(?:w{0,2}D|B)(?:[ou]w{1,2}(?=,))?|[BO]s[NYGS]{0,3}D|[NYw]{0,4}D(?:[ou]w{1,2}(?=,))?|[AC]s?(?![BDw]))"
    r"|[ou]t?(?:ws)?v*[GOBHb](?:Y{1,2}(?=[RI]))?|[GOB](?=(?:\([BGONMT]\))?R*(?:\([wNYI]\))?[NI])|[OB](?=(?:\([BGONMT]\))?[,;)w])"
    r"|[ou]t?Ab|ot?A?w?D|ut?C|C(?=[NRIS]))"
)
_LIST_OF_COUNTRIES = r"ot?C(?:,C)*,?&C"
_PHRASE = re.compile(
    rf"(?P<pre>(?:[fav]-?)*)(?P<own>(?:Cs?|A|[GOB]s?m?s?|bs)?)(?P<pre2>(?:[fav]-?)*)(?P<head>T)(?:s(?!t))?"
    rf"(?P<post>{_LIST_OF_COUNTRIES}|{_OWNER_AFTER}*)"
)
_PHRASE_BEFORE_TITLE = re.compile(_PHRASE.pattern + r"(?:uN{1,2})?(?=,?T[RNI])")
_DUAL = re.compile(r"P(?:-t?|&w?t?|,?w(?=P))P|(?<![NI],)(?<![NI],t)P,&w?t?P|P,&w?t?P(?!R*[NI])")
_SIMULTANEOUSLY = frozenset(
    {"now", "currently", "concurrently", "also", "simultaneously", "presently", "later", "today"}
)
_BESIDE_ANOTHER = re.compile(r"(?<![GOB])[Td][uo]t?A?T|TsT")
_BESIDE = frozenset({"Adviser", "Aide", "Assistant", "Special Representative", "Special Envoy", "Representative"})
_WITH_ACRONYM = re.compile(r"P\([TPBGON]{1,3}\)(?:ot?C)?")
_DUAL_COMMA = re.compile(r"(?<![,E])P,t?P(?=R*[NI])")
_ENVOYS = ("Attache", "Ambassador", "Charge d'Affaires", "Consul General", "Consul", "High Commissioner")
_BARE_IN_ORGANS = frozenset({"Director", "Deputy Director"})
_INDEFINITE = re.compile(r"\b(?:an?|any|each)\s(?:[a-z]\S*\s){0,3}$")
_HEADS = {"Chief": "Head", "Chairman": "Head"}
_OF_ITS_BODY = re.compile(r"(?<=T)ow[OBHb]")
_CHANNELS = frozenset({"Twitter", "Facebook", "Telegram", "Instagram", "X"})
_VERB = re.compile(r"T(?=t?[GOBHb])")
_ENVOY = re.compile(r"(?:(?<=P)|(?<=P,))T(?=R*[NI])")
_OFFICE_LIKE = re.compile(r"\b(?:Cent(?:re|er)|Bank|Fund|Office|Commission|Mission|Group|Academy|Agency|Program)\b")
_SMALL = frozenset({"of", "for", "the", "and", "in", "to", "on", "under"})


def mark_titles(chart: Chart) -> None:
    """Rewrite the title phrases of `chart` to chunks of kind `P`."""
    chart.rewrite(_OF_ITS_BODY, _of_its_body)
    chart.rewrite(_VERB, lambda chunks, _: _as_verb(chart, chunks))
    chart.rewrite(_DEPUTY, _with_deputy)
    join_heads_with_tails(chart)
    join_heads_of_grounds(chart)
    chart.rewrite(_BESIDE_ANOTHER, _beside_another)
    chart.rewrite(_OPEN_DOMAIN, lambda chunks, _: _open_domain(chart, chunks))
    chart.rewrite(_FIELD, lambda chunks, _: _with_field(chart, chunks))
    chart.rewrite(_PHRASE_BEFORE_TITLE, lambda chunks, match: _phrase(chart, chunks, match))
    chart.rewrite(_ENVOY, _as_rank)
    chart.rewrite(_PHRASE, lambda chunks, match: _phrase(chart, chunks, match))
    chart.rewrite(_WITH_ACRONYM, lambda chunks, _: _with_bracket(chart, chunks))
    join_phrases_with_tails(chart)
    for rule in (_DUAL, _DUAL_COMMA):
        chart.rewrite(rule, lambda chunks, _: _dual(chart, chunks))


def _of_its_body(chunks: list[Chunk], _match: re.Match[str]) -> list[Chunk] | None:
    """Read "secretary of its Security Council" like "of the Security Council"; `Completion` knows whose it is."""
    joint, owner, body = chunks
    if owner.word not in ("its", "their"):
        return None
    return [joint, replace(owner, kind="t"), body]


def _as_verb(chart: Chart, chunks: list[Chunk]) -> Chunk | None:
    """Read "heads the Executive Committee" as what somebody does."""
    verb = chart.surface(chunks[0])
    return Chunk("w", chunks[0].start, chunks[0].end, word=verb) if verb in ("heads", "chairs", "commands") else None


def _as_rank(chunks: list[Chunk], _match: re.Match[str]) -> Chunk | None:
    """Read "Ambassador" between an office and the name as a form of address."""
    if chunks[0].title is None or chunks[0].title.name != "Ambassador":
        return None
    return Chunk("R", chunks[0].start, chunks[0].end, word=chunks[0].word)


def _with_deputy(chunks: list[Chunk], _match: re.Match[str]) -> Chunk | None:
    title = cast(Title, chunks[-1].title)
    deputies = [chunk.word for chunk in chunks if chunk.kind == "d"]
    if "Chairman" not in title.name:
        deputies = [word.replace("Vice", "Deputy") for word in deputies]
    name = " ".join([*deputies, title.name])
    rank: OfficeRank = "first_deputy" if deputies[0].startswith("First") else "deputy"
    kept = replace(title, name=name, rank=rank)
    return Chunk("T", chunks[0].start, chunks[-1].end, title=kept, word=title.name, parts=chunks[:1])


def _beside_another(chunks: list[Chunk], _match: re.Match[str]) -> Chunk | None:
    """Join "adviser to the Secretary General": the body is that of the one who is advised."""
    ends = (chunks[-1], chunks[0]) if chunks[1].kind == "s" else (chunks[0], chunks[-1])
    helper, helped = (chunk.title or Title(chunk.word, is_states=False) for chunk in ends)
    if helper.name.rsplit("Deputy ", 1)[-1] not in _BESIDE or helped.is_plural:
        return None
    if chunks[1].kind != "s" and chunks[1].word not in ("to", "of"):
        return None
    joint = "of" if "Representative" in helper.name or "Envoy" in helper.name else "to"
    noun = "Assistant" if helped.name == "President" and helper.name == "Aide" else helper.name
    name = f"{noun} {joint} the {helped.name}"
    joined = replace(helped, name=name, rank="other", bare=True, is_plural=helper.is_plural, is_minister=False)
    country = next((chunk.country for chunk in chunks if chunk.kind == "A"), None)
    return Chunk("T", chunks[0].start, chunks[-1].end, title=joined, word=name, country=country)


def _open_domain(chart: Chart, chunks: list[Chunk]) -> Chunk | None:
    """Join "Minister of Religious and Civil Society Affairs"."""
    title = cast(Title, chunks[0].title)
    if not title.is_minister or title.body is not None:
        return None
    domain = " ".join(chart.text[chunks[2].start : chunks[-1].end].split())
    body = BodyBase(f"Ministry of {domain}", "ministry", is_state=True)
    named = replace(title, name=f"{title.name} of {domain}")
    return Chunk("T", chunks[0].start, chunks[-1].end, title=named, base=body)


def _with_field(chart: Chart, chunks: list[Chunk]) -> Chunk | None:
    """Join "Director for Security Cooperation"."""
    if chunks[1].word not in ("for", "on") or chunks[0].title is None:
        return None
    first = chunks[3] if chunks[2].kind == "t" else chunks[2]
    area = " ".join(chart.text[first.start : chunks[-1].end].split())
    if area in _CHANNELS:
        return None
    named = replace(chunks[0].title, name=f"{chunks[0].title.name} for {area}", bare=True)
    return Chunk("T", chunks[0].start, chunks[-1].end, title=named)


def _phrase(chart: Chart, chunks: list[Chunk], match: re.Match[str]) -> Chunk | None:
    """Make one office of a head and its owners."""
    head = next(chunk for chunk in chunks if chunk.kind == "T")
    at = chunks.index(head)
    title = cast(Title, head.title)
    before, after = chunks[:at], chunks[at + 1 :]
    if any(chunk.kind == "B" for chunk in after) and any(chunk.kind == "O" for chunk in before):
        before, after = after, before  # "Mongolian Armed Forces Chief of General Staff" is of the General Staff
    owners = [chunk for chunk in before + after if chunk.kind in "CAGOBDHb"]
    flags = {chunk.kind for chunk in chunks[:at]} | {part.kind for part in head.parts}
    status: OfficeStatus = "former" if "f" in flags else "acting" if "a" in flags else "current"
    spec = OfficeSpec(title.name, title.rank, status, is_states=title.is_states, is_plural=title.is_plural)
    spec.span = (chunks[0].start, chunks[-1].end)
    spec.head = title
    target = _address_of(chunks, at)
    _own(chart, spec, title, [owner for owner in owners if owner is not target], chunks)
    if target and title.keeps == "to":
        spec.title += f" to the {target.body.acronym or target.body.name}" if target.body else ""
    spec.countries = [c.country for c in chunks[at:] if c.kind == "C" and c.country and c is not target]
    return Chunk("P", *spec.span, word=title.name, title=title, offices=[spec], parts=chunks)


def _address_of(chunks: list[Chunk], at: int) -> Chunk | None:
    """Return the owner after "to", or an envoy's after "in": where he is sent, not whose he is."""
    title = chunks[at].title
    joints = {"to", "in"} if title and title.name.endswith(_ENVOYS) else {"to"}
    for before, chunk in zip(chunks[at:], chunks[at + 1 :], strict=False):
        if (before.word in joints or before.kind == "t") and chunk.kind in "CGO":
            words = [other.word for other in chunks[at : chunks.index(chunk)]]
            if joints & set(words[-2:]):
                return chunk
    return None


def _own(chart: Chart, spec: OfficeSpec, title: Title, owners: list[Chunk], chunks: list[Chunk]) -> None:
    """Fill in body and country of `spec` from its owners, nearest first."""
    country = next((owner.country for owner in owners if owner.country), None)
    body_chunk = next((owner for owner in owners if owner.kind in "GOB"), None)
    department = next(
        (owner for owner in owners if owner.kind == "D" or (owner.base and owner.base.is_department)), None
    )
    if department is body_chunk and department:
        body_chunk = next((owner for owner in owners if owner.kind in "GOB" and owner is not department), None)
    spec.country_code = country or next((chunk.country for chunk in chunks if chunk.kind == "T"), None)
    spec.anaphor = next((owner.word for owner in owners if owner.kind in "Hb"), None)
    if title.is_states and not (body_chunk and not title.bare):
        head = next(chunk for chunk in chunks if chunk.kind == "T")
        spec.base = head.base or (base_by_name().get(title.body) if title.body else None)
        spec.is_whole = title.name != "Minister" and not title.name.endswith("Deputy Minister")
        return
    if body_chunk:
        take_body(spec, title, body_chunk)
    if department:
        spec.title = f"{title.name} of the {_department_name(chart, chunks, department)}"
        spec.is_whole = True
        spec.department = department if department.base else _named_department(chart, chunks, department, spec)
    elif body_chunk is None:
        spec.is_whole = False


def take_body(spec: OfficeSpec, title: Title, chunk: Chunk) -> None:
    """Let `spec`, an office under the head `title`, be one of the body that `chunk` names."""
    spec.is_whole = True
    body = chunk.body
    spec.body, spec.base = body, chunk.base if chunk.kind == "B" else None
    spec.printed = chunk if chunk.kind == "B" else None
    if body:
        spec.country_code = body.country_code or (None if chunk.kind == "G" else spec.country_code)
        spec.is_states = False
    deputies, head = _split_deputy(title.name)
    is_office = body is not None and _OFFICE_LIKE.search(body.name) is not None
    if chunk.kind == "G" and body and body.is_international and not is_office:
        base_name = "international"
    else:
        base_name = body.base if body else chunk.base.name if chunk.base else ""
    renamed = renamings().get((head, base_name)) or renamings().get((_HEADS.get(head, head), base_name))
    if _HEADS.get(head, head) == "Head" and base_name.startswith("Ministry of ") and head != "Chairman":
        renamed = f"Minister of {base_name.removeprefix('Ministry of ')}"
    titled = titled_name(chunk)
    kind = body.kind if body else chunk.base.kind if chunk.base else "other"
    is_committee = base_name.split(" of ", maxsplit=1)[0].split(" for ", maxsplit=1)[0].endswith("Committee")
    if is_committee and _HEADS.get(head, head) == "Head" and not renamed and chunk.kind != "G":
        renamed = f"Chairman of the {titled_name(chunk)}"
    if renamed:
        spec.title = (deputies + renamed) if renamed else spec.title
        spec.rank = "head" if spec.rank == "member" else spec.rank
    elif head in _BARE_IN_ORGANS and chunk.kind == "G":
        return
    elif not (title.bare or base_name == "international"):
        noun = "Head" if head == "Chief" and kind != "armed_forces" else head
        spec.title = f"{deputies}{noun} of the {titled}"
    elif head == "Director-General" and kind == "armed_forces":
        spec.title = f"{title.name} of the {titled}"
    elif head == "Secretary-General" and base_name != "international":
        spec.title = f"{title.name} of the {(body.name.rsplit(' of ', 1)[0] if body else titled)}"


def titled_name(chunk: Chunk) -> str:
    """Return how titles call the body of `chunk`."""
    if chunk.body:
        return chunk.body.titled
    return (chunk.base.titled or chunk.base.name) if chunk.base else ""


def _split_deputy(name: str) -> tuple[str, str]:
    for deputy in ("First Deputy ", "Deputy ", "Assistant ", "Vice ", "Additional "):
        if name.startswith(deputy) and name != "Deputy Prime Minister":
            return deputy, name.removeprefix(deputy)
    return "", name


def _department_name(chart: Chart, chunks: list[Chunk], department: Chunk) -> str:
    """Return the name of a department in title case, without the ministry: "Training Department"."""
    if department.base:
        return department.base.name
    first = last = chunks.index(department)
    while chunks[first - 1].kind in "wNY" and chunks[first - 1].word not in ("ministry", "council"):
        first -= 1
    tail = "".join(chunk.kind for chunk in chunks[last + 1 : last + 3])
    if tail in ("uw", "ow"):
        last = len(chunks) - 1
    words = chart.text[chunks[first].start : chunks[last].end].replace("defence", "defense").split()
    return " ".join(word if word in _SMALL else word[0].upper() + word[1:] for word in words)


def _named_department(chart: Chart, chunks: list[Chunk], department: Chunk, spec: OfficeSpec) -> Chunk | None:
    """Make a body of a department that is printed as a name: "Head of the Legal Department of the Ministry"."""
    last = chunks.index(department)
    first = last
    while chunks[first - 1].kind in "NY":
        first -= 1
    words = chart.text[chunks[first].start : department.end]
    if first == last or not chart.text[department.start].isupper() or not (spec.body or spec.anaphor):
        return None
    base = BodyBase(" ".join(words.split()), "agency", is_state=True, is_department=True)
    chunks.append(Chunk("B", chunks[first].start, department.end, word=department.word, base=base))
    return chunks[-1]


def _with_bracket(chart: Chart, chunks: list[Chunk]) -> Chunk | None:
    """Join "Chief of Army Staff (COAS)", "Member of the State Great Hural (Parliament) of Mongolia"."""
    phrase, inside = chunks[0], chunks[2]
    last = chunks[max(number for number, chunk in enumerate(chunks) if chunk.kind == ")") - 1]
    if not (inside.kind == "B" or chart.text[inside.start : last.end].isupper()):
        return None
    for spec in phrase.offices if chunks[-1].kind == "C" else ():
        spec.country_code = spec.country_code or chunks[-1].country
    phrase.end = chunks[-1].end if chunks[-1].kind == "C" else phrase.end
    return phrase


def _dual(chart: Chart, chunks: list[Chunk]) -> Chunk | None:
    """Make one phrase of two posts of one person; the country of one holds for both."""
    offices = [office for chunk in chunks if chunk.kind == "P" for office in chunk.offices]
    heads_of_state = {"President", "Prime Minister", "King", "Emir"}
    if any(office.is_plural for office in offices):
        return None
    is_loose = any(office.title in heads_of_state for office in offices)
    if chunks[1].kind == "," and (
        is_loose or _INDEFINITE.search(chart.text[max(0, chunks[0].start - 60) : chunks[0].start])
    ):
        return None
    between = [chunk for chunk in chunks if chunk.kind != "P"]
    words = [chunk.word for chunk in between if chunk.kind in "w&"]
    if between[-1].kind == "t" and any(chunk.kind == "&" for chunk in between):
        return None
    if any(chunk.kind == "w" and chunk.word not in _SIMULTANEOUSLY for chunk in between):
        return None
    known: list[str] = [office.country_code for office in offices if office.country_code]
    for office in offices:
        if office.country_code is None and (office.is_states or office.printed) and known:
            office.country_code = known[0]
    if offices[0].status == "former" and not any(word in _SIMULTANEOUSLY for word in words):
        for office in offices:
            office.status = "former"
    return Chunk(
        "P", chunks[0].start, chunks[-1].end, word=chunks[0].word, title=chunks[0].title, offices=offices, parts=chunks
    )


def body_of(spec: OfficeSpec, code: str | None) -> Body | None:
    """Return the body of `spec` when its country is `code`."""
    if spec.body:
        return spec.body
    return spec.base.of_country(code) if spec.base and spec.base.is_state and code else None


def head_spec(body: Chunk, noun: str) -> OfficeSpec:
    """Return the office of whoever "heads" or "commands" the body."""
    head = Title(noun, is_states=False, bare=False)
    spec = OfficeSpec(noun, "head", "current", head=head, is_states=False, span=(body.start, body.end))
    take_body(spec, head, body)
    spec.country_code = spec.country_code or body.country
    return spec
