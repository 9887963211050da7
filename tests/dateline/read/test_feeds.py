import pytest

from dateline.records import RawDocument
from tests.dateline.read.containers import STORY, feed, read, told

GOOD = f"<item><title>Good</title><description>{STORY}</description></item>"


def one(item: str) -> RawDocument:
    [record] = read("a.rss", feed(item))
    assert isinstance(record, RawDocument), record
    return record


def test_an_item_is_a_record() -> None:
    record = one(
        "<item><title>Plan &amp;amp; talks</title><link>https://news.example/1</link>"
        "<pubDate>Thu, 14 Mar 2024 10:00:00 GMT</pubDate><media:title>Picture</media:title>"
        f"<description>Teaser</description><content:encoded><![CDATA[<p>{STORY}</p><p>Two.</p>]]></content:encoded></item>"
    )
    assert (record.uri, record.format, record.title) == ("a.rss#1", "html", "Plan & talks")
    assert (record.raw, record.url) == (f"<p>{STORY}</p><p>Two.</p>", "https://news.example/1")
    assert record.published == "Thu, 14 Mar 2024 10:00:00 GMT"


def test_atom() -> None:
    data = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><entry><title>Plan</title>
        <link rel="self" href="https://news.example/self"/><link href="https://news.example/1"/>
        <published>2024-03-14T10:00:00Z</published><updated>2024-05-01T00:00:00Z</updated>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{STORY}</p><p>Two.</p></div></content>
        </entry><entry><title>Changed</title><updated>2024-05-01T00:00:00Z</updated>
        <summary>{STORY}</summary></entry></feed>"""
    first, second = read("a.atom", data.encode())
    assert isinstance(first, RawDocument)
    assert isinstance(second, RawDocument)
    assert (first.title, first.published, first.url) == ("Plan", "2024-03-14T10:00:00Z", "https://news.example/1")
    assert first.format == "html"
    assert f"<p>{STORY}</p>" in first.raw
    assert (second.format, second.raw, second.published) == ("rss", STORY, None)  # a change is no publication


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks & plans", "Talks & plans"),
        ("Talks&nbsp;&laquo;North&raquo; &lt;1&gt; &amp; more", "Talks\xa0«North» <1> & more"),
        ("Talks\x0b here", "Talks  here"),
        ("A<br/>break & <b>bold</b>", "Abreak & bold"),
        ("Unknown <yt:x>prefix</yt:x>", "Unknown prefix"),
        ("&#1055;&#x43B;ан", "План"),
    ],
)
def test_common_faults_are_put_right(text: str, expected: str) -> None:
    assert one(f"<item><description>{text}</description></item>").raw == expected


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "windows-1251"])
def test_encodings_of_a_feed(codec: str) -> None:
    text = "Министры обороны утвердили план совместной подготовки на будущий год."
    data = (
        feed(f"<item><title>План</title><description>{text}</description></item>")
        .decode()
        .replace("'utf-8'", f"'{codec}'")
    )
    [record] = read("a.xml", data.encode(codec))
    assert isinstance(record, RawDocument)
    assert (record.title, record.raw) == ("План", text)


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ("<item><description>Open <b>tag</description></item>", "malformed_record"),
        ("<item><description>&lol9;</description></item>", "malformed_record"),
        ("<item>" + "<a>" * 3000 + "</item>", "malformed_record"),
        ("<item>" + "<a>" * 3000 + "</a>" * 3000 + "</item>", "malformed_record"),
        ("<item><title>Only this</title></item>", "empty"),
        (f"<item><description>{'x' * 200_000}</description></item>", "too_large"),
        ("<item><description>\x00\x01\x02\x03</description></item>", "undecodable"),
    ],
)
def test_a_bad_item_spoils_no_other(bad: str, reason: str) -> None:
    assert told(read("a.xml", feed(GOOD, bad, GOOD))) == [("a.xml#1", "rss"), ("a.xml#2", reason), ("a.xml#3", "rss")]


def test_entities_are_never_unfolded() -> None:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol"}">' for n in range(10))
    outside = '<!ENTITY secret SYSTEM "file:///etc/hostname">'
    items = "<item><description>&l9;</description></item><item><description>&secret;</description></item>"
    data = f'<?xml version="1.0"?><!DOCTYPE rss [{entities}{outside}]><rss><channel>{items}{GOOD}</channel></rss>'
    assert [kind for _, kind in told(read("a.xml", data.encode()))] == ["malformed_record", "malformed_record", "rss"]


def test_a_feed_that_is_cut_short_keeps_what_came_before() -> None:
    assert told(read("a.xml", feed(GOOD, GOOD)[:-60])) == [("a.xml#1", "rss"), ("a.xml#2", "unreadable")]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<?xml version='1.0'?><urlset><url/></urlset>", "malformed_record"),
        (b"no XML at all", "malformed_record"),
        (b"", "malformed_record"),
        (b"<rss><channel></channel></rss>", "empty"),
    ],
)
def test_no_feed(data: bytes, reason: str) -> None:
    assert told(read("a.xml", data)) == [("a.xml", reason)]
