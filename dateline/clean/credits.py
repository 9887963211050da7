"""Who wrote a text, and where it stood: the agency and the outlet, under their canonical names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final
from urllib.parse import urlsplit

import iuliia

from dateline import ids
from dateline.clean.agency_names import known_agency, without_titles
from dateline.clean.blocks import Look
from dateline.clean.chrome import is_site_phrase
from dateline.clean.dateline import Dateline
from dateline.clean.masthead import is_masthead
from dateline.clean.officials import official
from dateline.clean.places import is_country, is_place
from dateline.clean.text import fold_letters
from dateline.lexicon.sources import Source, load_sources
from dateline.records import SourceRef

_CYRILLIC: Final = re.compile(r"[а-яё]", re.IGNORECASE)
_SOURCE_LINE: Final = re.compile(r"^\W*(?:sources?|via|источник|agency|агентство)\s*[:–-]\s*(.+)$", re.IGNORECASE)
_NOBODY: Final = re.compile(
    r"(?:news )?(?:agenc(?:y|ies)|wires?|media|internet|web ?desk|news desk|own|various|open sources?)(?: reports?)?|"
    r"агентства|сми|интернет|открытые источники|собственная информация",
    re.IGNORECASE,
)
_CLOSING: Final = re.compile(r"[.!?\"”»]\s*(?:\(([^()]{2,30})\)|[-–—]\s?([A-Z]\w{1,12}))[.\s]*$")
_INITIALS_LINE: Final = re.compile(r"^[\[(]?([A-Z]{2,8})(?:/[A-Za-z]{2,6}){1,4}[\])]?$")
COPYRIGHT: Final = re.compile(r"(?:©|\(c\)|\bcopyright\b)", re.IGNORECASE)
_NO_HOLDER: Final = re.compile(
    r"©|\(c\)|\bcopyright\b|\ball rights reserved\b|\b(?:19|20)\d\d\b(?:\s?[-–]\s?(?:(?:19|20)\d\d|present))?|"
    r"^[\s,.:;–-]+|[\s,.:;–-]+$",
    re.IGNORECASE,
)
_PRESS_SERVICE: Final = re.compile(
    r"^\W*(?:the )?(?:(?:information and )?press (?:service|office|centre|center|department|secretary)|"
    r"(?:public )?information (?:and \w+ )?(?:department|service|office|center)|public (?:relations|affairs) \w+|"
    r"пресс-служба|пресс-центр)\b.{3,90}$",
    re.IGNORECASE,
)
_OF_THE: Final = re.compile(
    r"^.*?\b(?:service|office|center|centre|department|пресс-служба)\s+(?:of\s+)?(?:the\s+)?", re.IGNORECASE
)
_PUBLISHED_IN: Final = re.compile(r"^\W*published in (?:the )?([^,]{3,40}),", re.IGNORECASE)
_POSTED_BY: Final = re.compile(r"\d.*\bby ([A-Z][\w.-]+(?:\s[A-Z][\w.-]+){0,3})$")
_SIGNED: Final = re.compile(r"\d{4}|reserved|©\s?[A-ZА-ЯЁ0-9]|copyright", re.IGNORECASE)
_PICTURED: Final = re.compile(r"\w[.!]?\s©\s?[A-ZА-ЯЁ][\w-]+\s[A-ZА-ЯЁ][\w-]+$")  # a caption with its photographer
_MAKER: Final = re.compile(
    r"(?:powered|design(?:ed)?|developed|created|made|hosted|сделан\w*|разработ\w*|создан\w*|"
    r"перепечатк\w*|при (?:использовании|перепечатке|цитировании|копировании)|использовани\w*|копировани\w*|"
    r"цитировани\w*|любое|reproduction|republication|reprint\w*|(?:any )?use of|no part|when|unauthori[sz]ed)\b",
    re.IGNORECASE,
)
"""Who made the page, or what may be done with it: no holder of rights."""

_TITLE_BREAK: Final = re.compile(r"\s+(?:[|•·»›:/]+|[–—-]+)\s+|\s?::\s?|\s?\|\s?")
_BEFORE_STAMP: Final = re.compile(r"\(?([^\W\d][^,|()\d]{1,30}?)\)?\s?(?:[,|–—-]\s?|\s)(?=[^\W\d]*\.?\s?\d)")
_WORDS: Final = frozenset(  # names that are words, or people's names, too
    {"Report", "Online", "Prime", "Dawn", "Petra", "Turan", "Beta", "Spectrum", "Trend", "Avesta", "Fars", "Mehr"}
    | {"APA", "MAP", "The News", "Russian News Agency"}
)
_HEAD_LINES: Final = 4
_HEADING_LINES: Final = 3
_STAMP_WORDS: Final = 9
_HOLDER_WORDS: Final = 8
_EDGE_PARAGRAPHS: Final = 2
_ACRONYM: Final = 4
_CREDIT_WORDS: Final = 18
_SOURCE_WORDS: Final = 14
_SIGNATURE_WORDS: Final = 7


@dataclass(frozen=True, slots=True)
class Credits:
    """The agency that wrote the text and the outlet that carried it; either may be unknown."""

    agency: SourceRef | None
    outlet: SourceRef | None

    @property
    def sources(self) -> tuple[SourceRef, ...]:
        """Both, each once."""
        return tuple({s.name: s for s in (self.agency, self.outlet) if s}.values())


@cache
def _reports() -> re.Pattern[str]:
    """`Xinhua reports`, `told Sputnik`, `according to TASS`, `сообщает ТАСС`."""
    names = {
        n
        for s in load_sources().by_name.values()
        if s.kind == "agency"
        for n in (s.name, *s.aliases)
        if len(n) > 2 or n == "AP"
    }
    name = _any_of(names)
    return re.compile(
        rf"(?<![\w-])(?:the )?(?P<a>{name})(?: news agency| agency| correspondent| News)?,? "
        r"(?:reports?|reported|informs?|informed|learned|learnt|(?:has|have) learn(?:ed|t)|quoted|cites?|"
        r"correspondent reports)\b"
        r"|\b(?:told|reported to|reports? to|according to|as reported by|reported by|citing|quoted by|by) (?:the )?"
        rf"(?P<b>{name})(?: news agency| correspondent)?(?=[\s,.]|$)(?! [A-Z])"
        r"|(?:сообщает|передает|передаёт|сообщили|рассказал\w*|заявил\w*|пишет)\s(?:корр\w*\.?\s)?"
        rf"(?P<c>{name})(?![\w-])"
        rf"|, (?:the )?(?P<d>{_any_of(names - _WORDS)})(?: news agency)? (?:said|says)\b"
    )


@cache
def _known_name() -> re.Pattern[str]:
    """A name of the lexicon, long enough not to be an ordinary word, anywhere in a line."""
    names = {n for s in load_sources().by_name.values() for n in (s.name, *s.aliases) if len(n) > _SIGNATURE_WORDS - 3}
    return re.compile(rf"(?<![\w-])(?:{_any_of(names - _WORDS)})(?![\w-])")


def _any_of(names: set[str]) -> str:
    return "|".join(re.escape(n) for n in sorted(names, key=lambda n: (-len(n), n)))


def find_credits(
    looks: Sequence[Look], dateline: Dateline | None, paragraphs: Sequence[str], site: str | None, url: str | None
) -> Credits:
    """Return agency and outlet.

    Args:
        looks: All lines of the page, kept and dropped.
        dateline: The story's dateline.
        paragraphs: The body.
        site: Name of the site in the page's metadata.
        url: Address of the page.
    """
    outlet = _outlet(looks, site, url)
    agency = _from_dateline(dateline) or _from_lines(looks) or _from_text(paragraphs)
    if agency is None and outlet and outlet.kind != "aggregator":
        agency = outlet
    return Credits(agency, outlet)


def source_ref(source: Source) -> SourceRef:
    """Return the record of a source of the lexicon."""
    domain = source.domains[0] if source.domains else None
    return SourceRef(
        source_key=ids.source_key(source.name),
        name=source.name,
        kind=source.kind,
        country_code=source.country_code,
        domain=domain,
    )


def _named(surface: str) -> SourceRef:
    """A source as printed: that of the lexicon, or an unknown one, whose Cyrillic name is given in Latin letters."""
    source = known_agency(surface) or official(surface)
    if source:
        return source_ref(source)
    name = " ".join(without_titles(surface).split()).strip(' .,;:|«»"')
    if _CYRILLIC.search(name):
        name = iuliia.WIKIPEDIA.translate(name)
    return SourceRef(source_key=ids.source_key(name), name=name, kind="unknown", country_code=None, domain=None)


def _from_dateline(dateline: Dateline | None) -> SourceRef | None:
    if dateline is None or dateline.agency is None:
        return None
    return source_ref(dateline.agency_source) if dateline.agency_source else _named(dateline.agency)


def _from_lines(looks: Sequence[Look]) -> SourceRef | None:
    """A source line anywhere, or a signature below the story."""
    for look in looks:
        if look.reason and look.n_words <= _SOURCE_WORDS and (source := _source_line(look)):
            return source
    if source := _beside_headline(looks):
        return source
    last_kept = max((i for i, look in enumerate(looks) if not look.reason), default=-1)
    for look in looks[last_kept + 1 : last_kept + 6]:
        if look.reason in {"related", "legal"} and look.opens:
            return None
        if source := _signed_line(look):
            return source
    return None


def _beside_headline(looks: Sequence[Look]) -> SourceRef | None:
    """An agency's name alone, or before a time stamp, between headline and story: `Xinhua, November 2, 2015`."""
    for look in looks[:_HEAD_LINES]:
        credited, _, country = look.text.partition(", ")
        if country and is_country(country) and (source := load_sources().named(credited)):
            return source_ref(source)
    kept = [i for i, look in enumerate(looks) if not look.reason][:_HEADING_LINES]
    for look in looks[kept[0] : kept[-1]] if kept else ():
        if not look.reason or look.n_words > _STAMP_WORDS:
            continue
        name = look.text if look.n_words <= 3 else _BEFORE_STAMP.match(look.text)
        source = load_sources().named(name if isinstance(name, str) else name[1]) if name else None
        if source and source.kind == "agency":
            return source_ref(source)
    return None


def _source_line(look: Look) -> SourceRef | None:
    """`Source: Xinhua|...`; an unknown name counts where nothing else can be meant."""
    if look.reason in {"timestamp", "byline"} and (posted := _POSTED_BY.search(look.text)):
        source = known_agency(posted[1]) or known_agency(posted[1].split()[0])
        return source_ref(source) if source else None
    match = _SOURCE_LINE.match(look.text)
    head = re.split(r"[|,;]|\s{2}|\d", match[1])[0].strip() if match else ""
    if not head or _NOBODY.fullmatch(head):
        return None
    if source := known_agency(head):
        return source_ref(source)
    is_name = len(head.split()) <= _HOLDER_WORDS and not head.startswith(("http", "www"))
    return _named(head) if is_name and look.reason == "source" else None


def _signed_line(look: Look) -> SourceRef | None:
    """`UzA` alone, `APP/abc/xyz`, or a press service, which signs for its body."""
    source = _signature(look.text) if look.n_words <= _SIGNATURE_WORDS else None
    if source is None and look.n_words <= _CREDIT_WORDS and _PRESS_SERVICE.match(look.text):
        source = load_sources().named(look.text) or official(look.text)
        if source is None:
            body = _OF_THE.sub("", look.text).strip(" .")
            return _named(body if is_masthead(body) else look.text)
    return source_ref(source) if source else None


def _signature(text: str) -> Source | None:
    """`UzA`, `APP/abc/xyz`, `/TASS/`, `Nodira K., UzA`: the last part of a short line below the story."""
    if match := _INITIALS_LINE.match(text):
        return load_sources().named(match[1])
    book = load_sources()
    return book.named(text) or book.named(re.split(r"[,/(|]|\s[–—-]\s", text.rstrip(" /).|"))[-1])


def _from_text(paragraphs: Sequence[str]) -> SourceRef | None:
    for paragraph in (*paragraphs[:_EDGE_PARAGRAPHS], *paragraphs[-_EDGE_PARAGRAPHS:]):
        if match := _reports().search(paragraph):
            source = load_sources().named(next(name for name in match.groups() if name))
            if source:
                return source_ref(source)
    closing = _CLOSING.search(paragraphs[-1]) if paragraphs else None
    source = load_sources().named(closing[1] or closing[2]) if closing else None
    return source_ref(source) if source and source.kind == "agency" else None


def _outlet(looks: Sequence[Look], site: str | None, url: str | None) -> SourceRef | None:
    host = urlsplit(url if url and "//" in url else f"//{url or ''}").hostname or ""
    if source := load_sources().at_host(host) or _body_at_host(host):
        return source_ref(source)
    if site:
        return _named(site)
    return _copyright_holder(looks) or _outlet_in_footer(looks) or _outlet_in_header(looks) or _masthead(looks)


def _body_at_host(host: str) -> Source | None:
    """The body whose acronym the host was registered under, at whatever domain: `odkb`, `csto`, `cica`."""
    labels = host.casefold().removeprefix("www.").split(".")
    owner = labels[-2] if len(labels) > 1 else ""
    source = load_sources().named(owner) if len(owner) >= _ACRONYM else None
    return source if source and source.kind == "official" else None


def _copyright_holder(looks: Sequence[Look]) -> SourceRef | None:
    for look in reversed(looks):
        signed = look.reason in {"legal", "credit", "source"} and COPYRIGHT.search(look.text)
        if signed and (holder := _holder(look.text)):
            return holder
    return None


def _outlet_in_footer(looks: Sequence[Look]) -> SourceRef | None:
    """`Published in Dawn, July 5th`, or a known name in a notice about reprints."""
    for look in reversed(looks):
        if look.reason == "byline" and (match := _PUBLISHED_IN.match(look.text)):
            return _named(match[1])
        if look.reason == "legal" and (match := _known_name().search(look.text)):
            return _named(match[0])
    return None


def _outlet_in_header(looks: Sequence[Look]) -> SourceRef | None:
    for look in looks[:_HEAD_LINES]:
        if look.reason and look.n_words <= _SIGNATURE_WORDS:
            for part in re.split(r"\s?\|\s?", look.text):
                if source := load_sources().named(part) or official(part):
                    return source_ref(source)
    return None


def _holder(text: str) -> SourceRef | None:
    """Who stands behind a copyright sign, or right before it where nothing follows."""
    if not _SIGNED.search(text) or re.search(r"photo|фото", text, re.IGNORECASE) or _PICTURED.search(text):
        return None
    sign = COPYRIGHT.search(text)
    before, after = (text[: sign.start()], text[sign.end() :]) if sign else ("", text)
    parts = re.split(r"[|•·]|(?<=[a-zа-я)])\.(?:\s|$)|,\s(?=\d|\D)", after)
    if not re.search(r"[@,\d]|tel\b|\bст[рь]|\bул\.", before):  # an address is no name
        parts += re.split(r"[|•·.]", before)[-1:]
    return next((_named(name) for part in parts if (name := _holder_name(part))), None)


def _holder_name(part: str) -> str | None:
    for _ in range(3):
        part = _NO_HOLDER.sub("", part).strip()
    is_name = part and len(part.split()) <= _HOLDER_WORDS and any(c.isupper() or c.isdigit() for c in part)
    return part if is_name and not _MAKER.match(part) else None


def site_in_title(page_title: str, headline: str | None) -> str | None:
    """Return the name of the site that `<title>` prints beside the headline: `Talks end in Ufa | Example Herald`."""
    parts = [part.strip() for part in _TITLE_BREAK.split(page_title) if part.strip()]
    own = fold_letters(headline or "")
    rest = [part for part in parts if own and fold_letters(part) not in own]
    if len(rest) == len(parts) or not rest:
        return None
    known = [part for part in rest if load_sources().named(part)]
    free = [part for part in rest if not is_site_phrase(part) and len(part.split()) <= _HOLDER_WORDS]
    return next(iter(known + free[::-1]), None)


def _masthead(looks: Sequence[Look]) -> SourceRef | None:
    """The first line, where it is a name in capitals that the page repeats in an address or elsewhere."""
    first = next(iter(looks), None)
    if first is None or not first.reason or not 1 <= first.n_words <= 5 or not first.text[0].isupper():
        return None
    squeezed = re.sub(r"\W", "", first.text).casefold()
    rest = re.sub(r"\W", "", "".join(look.text for look in looks[1:] if look.reason)).casefold()
    if (
        len(squeezed) > 4
        and (first.text.isupper() or squeezed in rest)
        and not first.rule.startswith(("phrase", "vocabulary"))
        and not is_place(first.text.strip(" -–—.,:"))
    ):
        return _named(first.text)
    return None
