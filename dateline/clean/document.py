"""The recipe: one raw document in, the story with its frame out."""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from dateline import ids
from dateline.clean import html, markdown
from dateline.clean.blocks import Look, look_at
from dateline.clean.body import join_paragraphs
from dateline.clean.chrome import is_stamp, mark_furniture
from dateline.clean.credits import find_credits
from dateline.clean.date_text import DATE, find_dates
from dateline.clean.dateline import Dateline, find_dateline
from dateline.clean.dates import DateEvidence, publication_date, read_link, read_prefix, read_stated
from dateline.clean.language import detect_language
from dateline.clean.machine_translation import machine_translation_evidence
from dateline.clean.places import is_place
from dateline.clean.region import drop_inserts, drop_outside, extended, story_region
from dateline.clean.story import is_story, site_heading
from dateline.clean.text import Line, Mapped, join_pieces, normalise, plain_lines
from dateline.clean.title import Heading, find_heading
from dateline.lexicon.chrome import load_chrome
from dateline.records import Block, Cleaned, Document, RawDocument, Rejected

_SEARCHED_PROSE: Final = 6
_WRAP: Final = 40
_DATELINE: Final = 70
_LONE_PLACE: Final = 3
_FOUND_WITHIN: Final = 6
_SHORT_LINE: Final = 12
_UNFINISHED: Final = re.compile(r"[^.!?:;\"”»…]$")
_FOLD: Final = re.compile(r"[\W_]+")


@dataclass(slots=True)
class _Page:
    """Everything about one document while it is being cleaned."""

    raw: RawDocument
    looks: list[Look]
    facts: html.PageFacts = field(default_factory=html.PageFacts)
    prefix_day: date | None = None
    prefix_end: int = 0
    dateline: Dateline | None = None
    dateline_at: int | None = None
    heading: Heading = field(default_factory=lambda: Heading(None))
    begin: int = 0
    end: int = 0


def clean_document(raw: RawDocument, *, as_of: date) -> Cleaned | Rejected:
    """Return the story of a document and why each other line was left out.

    Args:
        raw: The decoded record.
        as_of: The day that counts as today when a year is inferred; later dates are errors.
    """
    page = _read(raw)
    if not page.looks:
        return Rejected(uri=raw.uri, stage="clean", reason="no_content", detail="no visible text")
    _find_story(page)
    return _assemble(page, as_of)


def _read(raw: RawDocument) -> _Page:
    """Split into lines and mark those that are furniture by their own words."""
    prefix_day, prefix_end = read_prefix(raw.raw)
    if raw.format == "html":
        source = html.read_page(raw.raw)
        looks = [look_at(line) for line in source.lines]
        _mark_html(raw.raw, looks)
        page = _Page(raw, looks, facts=source.facts)
    else:
        lines = plain_lines(raw.raw)
        if prefix_end:
            lines = _without_prefix(lines, raw.raw, prefix_end)
        if raw.format == "markdown" or markdown.looks_like_markdown(raw.raw):
            lines = [markdown.strip_marks(line) for line in lines]
        page = _Page(raw, [look_at(line) for line in _unwrapped(lines)])
    page.prefix_day, page.prefix_end = prefix_day, prefix_end
    for look in page.looks:
        mark_furniture(look)
    return page


def _without_prefix(lines: list[Line], raw: str, prefix_end: int) -> list[Line]:
    first = lines[0]
    rest = normalise(raw, prefix_end, first.raw_end)
    prefix = Line(
        normalise(raw, first.raw_start, prefix_end),
        first.raw_start,
        len(raw[:prefix_end].rstrip()),
        markup="date_prefix",
    )
    if not rest.text:
        return [prefix, *lines[1:]]
    return [prefix, Line(rest, rest.raw_span[0], first.raw_end), *lines[1:]]


def _unwrapped(lines: list[Line]) -> list[Line]:
    """Put lines together that were wrapped inside a sentence, and datelines printed on two lines."""
    joined: list[Line] = []
    for line in lines:
        before = joined[-1] if joined else None
        if (
            before
            and not before.markup
            and not line.markup
            and (_is_wrapped(before, line) or _is_split_dateline(before, line))
        ):
            pieces = [(before.text.text[a:b], c, d) for a, b, c, d in before.text.segments]
            pieces.append((" ", before.raw_end, line.raw_start))
            pieces += [(line.text.text[a:b], c, d) for a, b, c, d in line.text.segments]
            before.text, before.raw_end = join_pieces(pieces), line.raw_end
        else:
            joined.append(line)
    return joined


def _is_wrapped(before: Line, line: Line) -> bool:
    """The line goes on with a small letter, inside one paragraph."""
    first, second = before.text.text, line.text.text
    if line.gap or len(first) < _WRAP or not second[0].islower() or not _UNFINISHED.search(first) or before.heading:
        return False
    return load_chrome().start.match(second.casefold()) is None


def _is_split_dateline(before: Line, line: Line) -> bool:
    """Place and date stand on one line, agency and story on the next: `BAKU, Azerbaijan, May 21 / By A. B. - Trend:`."""
    first, second = before.text.text, line.text.text
    if len(first) > _DATELINE or not first[0].isupper() or "," not in first or not DATE.search(first):
        return False
    found = find_dateline(f"{first} {second}")
    return found is not None and found.end > len(first) + 1 and found.agency is not None


def _mark_html(source: str, looks: list[Look]) -> None:
    """Drop what the extractor left out, and what the elements around a line tell to be furniture."""
    extracted = html.main_content(source) or ""
    whole = _folded(extracted)
    paragraphs = {_folded(part) for part in extracted.split("\n")}
    for look in looks:
        folded = _folded(look.text)
        is_main = folded in paragraphs or (look.n_words >= _FOUND_WITHIN and folded in whole)
        if is_main and look.n_words > _SHORT_LINE:
            continue
        if reason := html.furniture_by_tag(look.line, near=is_main):
            look.drop(reason, "html:element")
        elif whole and not is_main and look.line.heading != 1:
            look.drop("navigation", "html:outside main content")


def _html_region(looks: list[Look]) -> tuple[int, int] | None:
    """The extractor chose the story; it begins with the first line of some length."""
    left = [i for i, look in enumerate(looks) if not look.reason and look.line.heading != 1]
    long = [i for i in left if looks[i].is_prose or looks[i].n_words >= _SHORT_LINE]
    return (long[0], left[-1] + 1) if long else None


def _find_story(page: _Page) -> None:
    looks = page.looks
    _drop_title_copies(page)
    page.dateline_at = _find_dateline(page)
    extracted = page.raw.format == "html" and _html_region(looks)
    region = extracted or story_region(looks, page.dateline_at)
    if region is None:
        page.begin = page.end = len(looks)
        page.heading = find_heading(looks, len(looks), len(looks))
    else:
        page.begin, page.end = region[0], extended(looks, region[1])
        page.heading = find_heading(looks, page.begin, page.end)
    _read_lone_place(page)
    _drop_repeats(page)
    _drop_captions(page)
    drop_inserts(looks, page.begin, page.end)
    kept = {page.heading.title, *page.heading.standfirst}
    outside = [look for i, look in enumerate(looks) if i not in kept]
    shift = sum(i < page.begin for i in kept if i is not None)
    drop_outside(outside, page.begin - shift, page.end - shift)


def _find_dateline(page: _Page) -> int | None:
    prose = 0
    for at, look in enumerate(page.looks):
        if look.reason not in (None, "byline", "credit") or look.n_words < 6:
            continue
        if found := find_dateline(look.text):
            page.dateline = found
            look.reason = None
            return at
        prose += look.is_prose
        if prose >= _SEARCHED_PROSE:
            return None
    return None


def _drop_title_copies(page: _Page) -> None:
    """The headline of the container or of the page's head, printed again in the text."""
    titles = {_folded(t) for t in (page.raw.title, *page.facts.headlines) if t}
    seen_heading = page.raw.title is not None
    for look in page.looks if titles else ():
        if look.n_words > 2 and _folded(look.text) in titles:
            if seen_heading:
                look.drop("duplicate_title", "same as the headline")
            seen_heading = seen_heading or look.line.heading == 1


def _drop_repeats(page: _Page) -> None:
    """The chosen headline once more, in the breadcrumbs or a list of teasers."""
    title = page.heading.title
    folded = _folded(page.looks[title].text) if title is not None else ""
    for at, look in enumerate(page.looks):
        if at != title and folded and look.n_words > 2 and _folded(look.text) == folded:
            look.drop("duplicate_title", "same as the headline")


def _read_lone_place(page: _Page) -> None:
    """A place in capitals on a line of its own above the story is a dateline without more."""
    look = page.looks[page.begin - 1] if 0 < page.begin < len(page.looks) and page.dateline is None else None
    if (
        look
        and look.n_words <= _LONE_PLACE
        and look.text.isupper()
        and len(look.text) > _LONE_PLACE
        and is_place(look.text)
    ):
        look.reason = None
        page.dateline, page.dateline_at = Dateline(place=look.text, end=len(look.text)), page.begin - 1
        page.begin -= 1


def _folded(text: str) -> str:
    return _FOLD.sub("", text.casefold())


def _drop_captions(page: _Page) -> None:
    """A line without a full stop right above a photo credit is the caption of the photo."""
    for at in range(1, len(page.looks)):
        look = page.looks[at - 1]
        if (
            page.looks[at].reason == "credit"
            and at - 1 != page.heading.title
            and not look.is_terminal
            and look.n_words <= 30
        ):
            look.drop("caption", "above a credit")


def _assemble(page: _Page, as_of: date) -> Cleaned:
    raw = page.raw
    title = _title(page)
    paragraphs = _paragraphs(page)
    body, offsets = join_paragraphs(paragraphs)
    texts = [p.text for p in paragraphs]
    kept = sum(len(t) for t in texts) / (sum(len(look.text) for look in page.looks) or 1)
    story = is_story(title, texts, has_dateline=page.dateline is not None, share_kept=kept)
    if not story and not raw.title:
        title = site_heading([look.text for look in page.looks]) or title
    url = raw.url or page.facts.url
    credit = find_credits(page.looks, page.dateline, texts, page.facts.site, url or _printed_link(page))
    published = publication_date(_date_evidence(page), f"{title or ''}\n{body}", as_of) if story else None
    evidence = machine_translation_evidence(body)
    document = Document(
        document_key=ids.document_key(raw.uri),
        uri=raw.uri,
        content_sha256=raw.content_sha256,
        format=raw.format,
        language=detect_language(body or title or page.looks[0].text),
        is_story=story,
        title=title,
        raw=raw.raw,
        body=body,
        offsets=offsets.flat(),
        agency=credit.agency.name if credit.agency and story else None,
        outlet=credit.outlet.name if credit.outlet else None,
        published_date=published.day if published else None,
        published_date_basis=published.basis if published else "none",
        published_date_candidates=published.candidates if published else (),
        dateline_place=page.dateline.place if page.dateline else None,
        dateline_text=_dateline_text(page),
        is_machine_translated=evidence is not None,
        machine_translation_evidence=evidence,
    )
    return Cleaned(document=document, blocks=_blocks(page), sources=credit.sources if story else ())


def _title(page: _Page) -> str | None:
    at = page.heading.title
    if page.raw.title and page.raw.title.strip():
        return normalise(page.raw.title, 0, len(page.raw.title)).text or None
    if at is not None:
        return page.looks[at].text
    return page.facts.headlines[0].strip() if page.facts.headlines else None


def _kept_lines(page: _Page) -> list[int]:
    title = page.heading.title
    return [i for i, look in enumerate(page.looks) if not look.reason and i != title]


def _paragraphs(page: _Page) -> list[Mapped]:
    texts = []
    for at in _kept_lines(page):
        text = page.looks[at].line.text
        if at == page.dateline_at and page.dateline:
            text = text.cut(page.dateline.end)
        if text.text:
            texts.append(text)
    return texts


def _dateline_text(page: _Page) -> str | None:
    if page.dateline is None or page.dateline_at is None:
        return None
    return page.looks[page.dateline_at].line.text.cut(0, page.dateline.end).text


def _printed_link(page: _Page) -> str | None:
    for look in page.looks:
        if look.reason == "source" and (match := re.search(r"(?:https?://|www\.)[^\s<>]+", look.text)):
            return match[0]
    return None


def _date_evidence(page: _Page) -> DateEvidence:
    evidence = DateEvidence(prefix=page.prefix_day)
    stated = [read_stated(page.raw.published), *map(read_stated, page.facts.published[:1])]
    stated += [read_link(link) for link in (page.raw.url or page.facts.url, _printed_link(page))]
    evidence.metadata = [day for day in stated if day]
    if page.dateline and page.dateline.date:
        evidence.dateline = page.dateline.date.full
        evidence.yearless = None if evidence.dateline else page.dateline.date
    _note_stamps(page, evidence)
    return evidence


def _note_stamps(page: _Page, evidence: DateEvidence) -> None:
    """Time stamps near the headline, or right below the story."""
    title = page.heading.title
    above = range(max(0, (title if title is not None else page.begin) - 3), page.begin)
    near = [i for i in above if i != title]
    near += list(range(page.end, min(page.end + 3, len(page.looks))))
    for at in near:
        look = page.looks[at]
        if look.reason in {"rates", "legal", "related", "caption"} and not is_stamp(look):
            continue
        for printed in find_dates(look.text):
            if printed.full:
                evidence.stamps.append(printed.full)
            elif evidence.yearless is None and is_stamp(look) and at < page.begin:
                evidence.yearless = printed


def _blocks(page: _Page) -> list[Block]:
    """One block a line; a line that opens with a dateline gives two."""
    key = ids.document_key(page.raw.uri)
    rows: list[tuple[int, int, str | None, str]] = []
    for at, look in enumerate(page.looks):
        start, end = look.line.raw_start, look.line.raw_end
        reason, rule = look.reason, look.rule
        if at == page.dateline_at and page.dateline:
            cut = look.line.text.cut_raw(0, page.dateline.end).raw_span[1]
            rows.append((start, cut, "dateline", "dateline"))
            if cut >= end:
                continue
            start = cut
        elif at == page.heading.title and not reason:
            reason, rule = "title", "headline"
        elif at in page.heading.standfirst and not reason:
            rule = "standfirst"
        rows.append((start, end, reason, rule))
    return [
        Block(
            document_key=key,
            block=number,
            raw_start=start,
            raw_end=end,
            is_kept=reason is None,
            reason=reason or "story",
            rule=rule or "story",
        )
        for number, (start, end, reason, rule) in enumerate(rows)
    ]
