"""The recipe: one raw document in, the story with its frame out."""

import re
from datetime import date
from operator import itemgetter
from typing import Final

from dateline import ids
from dateline.clean import limits
from dateline.clean.blocks import Look
from dateline.clean.body import join_paragraphs
from dateline.clean.credits import find_credits, site_in_title
from dateline.clean.dates import publication_date
from dateline.clean.language import block_language, detect_language
from dateline.clean.layout import lay_out
from dateline.clean.machine_translation import machine_translation_evidence
from dateline.clean.page import Page, open_page
from dateline.clean.profile import OutletProfile, set_aside
from dateline.clean.profile_learning import SeenStory, seen_story
from dateline.clean.story import is_story, site_heading
from dateline.clean.text import Mapped, normalise
from dateline.clean.time_stamps import date_evidence
from dateline.errors import OverLimit
from dateline.records import Block, Cleaned, Document, RawDocument, Rejected

_ABOUT: Final = re.compile(r"about(?: us)?|contacts?(?: us)?|о (?:нас|проекте)|об агентстве|контакты", re.IGNORECASE)
_LINK: Final = re.compile(r"(?:https?://|www\.)[^\s<>]+")
_STAMP_LINES: Final = 3
_HEAD_LINES: Final = 6
_PAGE_HEADING: Final = 2
_OF_MENU: Final = ("phrase:whole", "vocabulary")


def clean_document(raw: RawDocument, *, as_of: date, profile: OutletProfile | None = None) -> Cleaned | Rejected:
    """Return the story of a document and why each other line was left out.

    Args:
        raw: The decoded record.
        as_of: The day that counts as today when a year is inferred; later dates are errors.
        profile: Lines that recur at the outlet of the document, if that has been learnt.
    """
    try:
        page = open_page(raw)
        aside = set_aside(page, profile)
        if not page.looks:
            detail = "nothing but lines that recur at its outlet" if aside else "no visible text"
            return Rejected(uri=raw.uri, stage="clean", reason="no_content", detail=detail)
        lay_out(page)
        return _assemble(page, aside, as_of)
    except OverLimit as error:
        return Rejected(uri=raw.uri, stage="clean", reason="too_large", detail=str(error))


def see_story(raw: RawDocument, *, as_of: date, outlet: str) -> SeenStory | None:
    """Return what can be learnt of `outlet` from a document; `None` where it is no story."""
    try:
        page = open_page(raw)
        if not page.looks:
            return None
        lay_out(page)
        return seen_story(outlet, page, _assemble(page, [], as_of))
    except OverLimit:  # cleaning sets it aside
        return None


def _assemble(page: Page, aside: list[Look], as_of: date) -> Cleaned:
    raw = page.raw
    title = _title(page)
    paragraphs = _paragraphs(page)
    body, offsets = join_paragraphs(paragraphs)
    limits.check(len(body), limits.LONGEST_BODY, "characters of body")
    texts = [p.text for p in paragraphs]
    printed = sum(len(look.text) for look in page.looks if look.reason != "comment")
    kept = sum(map(len, texts)) / (printed or 1)
    story = is_story(
        title,
        texts,
        headings=_headings(page),
        policies=[look.text for look in page.looks[max(0, page.begin - _HEAD_LINES) : page.begin]],
        has_dateline=page.dateline is not None,
        share_kept=kept,
    )
    if not story and not raw.title:
        title = site_heading(page.looks) or title
    url = raw.url or page.facts.url
    site = page.facts.site or site_in_title(page.facts.page_title, title)
    credit = find_credits(_in_order(page, aside), page.dateline, texts, site, url or _printed_link(page))
    evidence_of_day = date_evidence(page, [url, _printed_link(page)])
    published = publication_date(evidence_of_day, f"{title or ''}\n{body}", as_of) if story else None
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
        encoding=raw.encoding,
        stated_title=raw.title,
        stated_published=raw.published,
        stated_url=raw.url,
    )
    return Cleaned(document=document, blocks=_blocks(page, aside), sources=credit.sources if story else ())


def _headings(page: Page) -> list[str]:
    """Lines that may tell whose page it is where no headline does."""
    first = page.begin if page.heading.title is None else page.heading.title
    near = page.looks[max(0, first - _STAMP_LINES) : first] if page.heading.title is None else []
    if sum(look.rule.startswith(_OF_MENU) for look in near) > 1:  # a menu names all pages of the site
        near = []
    marked = [look for look in page.looks[:first] if 0 < look.line.heading <= _PAGE_HEADING]
    above = [look for look in page.looks[max(0, page.begin - 1) : page.begin] if _ABOUT.fullmatch(look.text.strip())]
    return [look.text for look in (*near, *marked, *above)]


def _title(page: Page) -> str | None:
    at = page.heading.title
    if page.raw.title and page.raw.title.strip():
        return normalise(page.raw.title, 0, len(page.raw.title)).text or None
    if at is not None:
        return page.looks[at].text
    return page.facts.headlines[0].strip() if page.facts.headlines else None


def _kept_lines(page: Page) -> list[int]:
    title = page.heading.title
    return [i for i, look in enumerate(page.looks) if not look.reason and i != title]


def _paragraphs(page: Page) -> list[Mapped]:
    texts = []
    for at in _kept_lines(page):
        text = page.looks[at].line.text
        if at == page.dateline_at and page.dateline:
            text = text.cut(page.dateline.end)
        if text.text:
            texts.append(text)
    return texts


def _dateline_text(page: Page) -> str | None:
    if page.dateline is None or page.dateline_at is None:
        return None
    return page.looks[page.dateline_at].line.text.cut(0, page.dateline.end).text


def _printed_link(page: Page) -> str | None:
    for look in page.looks:
        if look.reason == "source" and (match := _LINK.search(look.text)):
            return match[0]
    return None


def _in_order(page: Page, aside: list[Look]) -> list[Look]:
    """All lines of the page as they were printed."""
    return sorted([*page.looks, *aside], key=lambda look: look.line.raw_start) if aside else page.looks


def _blocks(page: Page, aside: list[Look]) -> list[Block]:
    """One block a line; a line that opens with a dateline gives two."""
    key = ids.document_key(page.raw.uri)
    rows: list[tuple[int, int, str | None, str, Look]] = []
    for at, look in enumerate(page.looks):
        start, end = look.line.raw_start, look.line.raw_end
        reason, rule = look.reason, look.rule
        if at == page.dateline_at and page.dateline:
            cut = look.line.text.cut_raw(0, page.dateline.end).raw_span[1]
            rows.append((start, cut, "dateline", "dateline", look))
            if cut >= end:
                continue
            start = cut
        elif at == page.heading.title and not reason:
            reason, rule = "title", "headline"
        elif at in page.heading.standfirst and not reason:
            rule = "standfirst"
        rows.append((start, end, reason, rule, look))
    if aside:
        rows += [(look.line.raw_start, look.line.raw_end, look.reason, look.rule, look) for look in aside]
        rows.sort(key=itemgetter(0))
    return [
        Block(
            document_key=key,
            block=number,
            raw_start=start,
            raw_end=end,
            is_kept=reason is None,
            reason=reason or "story",
            rule=rule or "story",
            language=block_language(look.text),
        )
        for number, (start, end, reason, rule, look) in enumerate(rows)
    ]
