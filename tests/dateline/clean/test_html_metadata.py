"""What pages state about their article: by JSON-LD, meta elements, microdata and links, each as sites print them."""

import json

import pytest

from dateline.clean.html import read_page
from dateline.clean.metadata import PageFacts


def facts(head: str, body: str = "<p>Text.</p>", html: str = "<html>") -> PageFacts:
    return read_page(f"{html}<head>{head}</head><body>{body}</body></html>").facts


def linked_data(*things: object) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(thing)}</script>' for thing in things)


ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Bridges &amp; tunnels reopen",
    "datePublished": "2024-05-06T22:30:00+05:00",
    "publisher": {"@type": "Organization", "name": "Harbor News"},
}


@pytest.mark.parametrize(
    "data",
    [
        ARTICLE,
        [ARTICLE],
        {"@context": "https://schema.org", "@graph": [{"@type": "WebPage", "name": "x"}, ARTICLE]},
        [{"@type": "BreadcrumbList"}, {"@graph": [ARTICLE]}],
        {"@type": "WebPage", "mainEntity": ARTICLE},
        {**ARTICLE, "@type": ["Report", "ReportageNewsArticle"]},
        {**ARTICLE, "publisher": [{"name": ["Harbor News"]}]},
        {"@graph": [{"@id": "#o", "name": "Harbor News"}, {**ARTICLE, "publisher": {"@id": "#o"}}]},
        {**ARTICLE, "headline": {"@value": "Bridges &amp; tunnels reopen"}, "publisher": "Harbor News"},
    ],
)
def test_article_in_linked_data(data: object) -> None:
    found = facts(linked_data(data))
    assert found.headlines == ["Bridges & tunnels reopen"]
    assert found.published == ["2024-05-06T22:30:00+05:00"]
    assert found.site == "Harbor News"


@pytest.mark.parametrize(
    "script",
    [
        "<!-- {} -->",
        "//<![CDATA[\n{}\n//]]>",
        "{};",
    ],
)
def test_linked_data_in_wrappings(script: str) -> None:
    wrapped = script.replace("{}", json.dumps(ARTICLE))
    assert facts(f"<script type='Application/LD+json'>{wrapped}</script>").site == "Harbor News"


@pytest.mark.parametrize("broken", ["{", "[[[[", "null", "3", '{"@graph": 7}', '{"@type": {}}', "[" * 100_000, ""])
def test_broken_linked_data_is_passed_over(broken: str) -> None:
    assert facts(f"<script type='application/ld+json'>{broken}</script><title>A</title>").page_title == "A"


def test_of_several_articles_the_one_that_the_page_names() -> None:
    other = {**ARTICLE, "headline": "Another story", "datePublished": "2020-01-01"}
    found = facts(
        "<title>Bridges & tunnels reopen</title>"
        + linked_data(other, {**ARTICLE, "headline": "Bridges & tunnels reopen"})
    )
    assert found.published[0].startswith("2024-05-06")
    assert facts(linked_data(other, ARTICLE)).published[0] == "2020-01-01"


@pytest.mark.parametrize(
    "meta",
    [
        'property="article:published_time" content="{}"',
        'name="article:published_time" content="{}"',
        'name="pubdate" content="{}"',
        'name="DC.date.issued" content="{}"',
        'name="dc.date" content="{}"',
        'name="dcterms.created" content="{}"',
        'name="sailthru.date" content="{}"',
        'name="parsely-pub-date" content="{}"',
        'itemprop="datePublished" content="{}"',
        'name="date" content="{}"',
    ],
)
def test_day_in_meta_elements(meta: str) -> None:
    assert facts(f"<meta {meta.replace('{}', '2024-05-06T09:00:00+03:00')}>").published == ["2024-05-06T09:00:00+03:00"]


def test_days_by_trust() -> None:
    head = '<meta name="date" content="4"><meta property="article:published_time" content="2">' + linked_data(
        {**ARTICLE, "datePublished": "1"}
    )
    body = '<aside><time datetime="7"></time></aside><time datetime="6"></time>'
    body += '<span itemprop="datePublished" content="3"></span>'
    body += '<time class="entry-date published" datetime="5"></time>'
    assert facts(head, body).published == ["1", "2", "3", "4", "5", "6", "7"]


def test_the_newsroom_s_own_zone_goes_before_utc() -> None:
    head = linked_data({**ARTICLE, "datePublished": "2024-05-06T20:30:00Z"})
    assert facts(head, '<time datetime="2024-05-07T02:30:00+06:00">').published[0] == "2024-05-07T02:30:00+06:00"
    assert facts(head, '<time datetime="2024-05-07T05:30:00+06:00">').published[0] == "2024-05-06T20:30:00Z"


@pytest.mark.parametrize(
    ("head", "site"),
    [
        ('<meta property="og:site_name" content="Harbor News">', "Harbor News"),
        (
            '<meta name="application-name" content="Harbor"><meta property="og:site_name" content="Harbor News">',
            "Harbor News",
        ),
        ('<meta property="og:site_name" content="harbornews.example">' + linked_data(ARTICLE), "Harbor News"),
        ('<meta property="og:site_name" content="Pier Post">' + linked_data(ARTICLE), "Pier Post"),
        ('<meta property="article:publisher" content="https://network.example/harbor">', None),
        (linked_data({"@type": "WebSite", "name": "Harbor News"}), "Harbor News"),
    ],
)
def test_name_of_the_site(head: str, site: str | None) -> None:
    assert facts(head).site == site


@pytest.mark.parametrize(
    ("head", "url"),
    [
        (
            '<link rel="canonical" href="https://a.example/1"><meta property="og:url" content="https://a.example/2">',
            "https://a.example/1",
        ),
        ('<link REL="Canonical nofollow" href="https://a.example/1">', "https://a.example/1"),
        ('<base href="https://a.example/x/"><link rel="canonical" href="../1">', "https://a.example/1"),
        (
            '<link rel="canonical" href="/1"><meta property="og:url" content="https://a.example/2">',
            "https://a.example/2",
        ),
        ('<link rel="canonical" href="https://[/1">', None),
        (linked_data({**ARTICLE, "mainEntityOfPage": {"@id": "https://a.example/3"}}), "https://a.example/3"),
    ],
)
def test_address(head: str, url: str | None) -> None:
    assert facts(head).url == url


@pytest.mark.parametrize(
    ("html", "head", "language"),
    [
        ('<html lang="kk">', "", "kk"),
        ('<html xml:lang="ru-RU">', "", "ru-RU"),
        ("<html>", '<meta http-equiv="Content-Language" content="uz">', "uz"),
        ("<html>", '<meta property="og:locale" content="tg_TJ">', "tg_TJ"),
        ("<html>", linked_data({**ARTICLE, "inLanguage": "ky"}), "ky"),
        ("<html>", "", None),
    ],
)
def test_language(html: str, head: str, language: str | None) -> None:
    assert facts(head, html=html).language == language
