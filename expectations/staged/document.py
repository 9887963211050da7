"""Cleaned documents."""

from dateline.records import DateBasis, Format
from expectations import common as c
from expectations.engine import ExpectationSuite, gxe

SUITE = ExpectationSuite(
    name="document",
    expectations=[
        c.columns("document_key", "uri", "content_sha256", "body", "raw", "offsets", "published_date"),
        c.document_key(),
        c.unique("document_key", notes="Two documents of one key: the same record was read twice in one night."),
        c.not_blank("uri", "A document that nobody can find again."),
        gxe.ExpectColumnValuesToMatchRegex(
            column="content_sha256",
            regex=c.SHA256,
            severity="critical",
            notes="Without the content's hash a change at the source goes unseen.",
        ),
        c.one_of("format", Format),
        c.one_of("published_date_basis", DateBasis),
        c.in_calendar("published_date"),
        c.not_blank("raw", "Nothing to point back to."),
        gxe.ExpectColumnValuesToMatchRegex(
            column="language",
            regex="^[a-z]{2,3}$",
            severity="critical",
            notes="Not an ISO 639 code: the language filter of the marts would lose the document.",
        ),
        gxe.ExpectColumnValuesToNotMatchRegex(
            column="body",
            regex=r"</?(?:div|span|script|table|iframe)\b",
            severity="warning",
            notes="Markup reached a body: the reader took a page of HTML for text.",
        ),
        gxe.ExpectColumnValuesToNotMatchRegexList(  # another type than the one before: results are told apart by it
            column="body",
            regex_list=[r"\ufffd{3}"],
            severity="warning",
            notes="Replacement characters in a body: the encoding was not the one detected.",
        ),
        gxe.ExpectColumnValuesToNotBeNull(
            column="title",
            mostly=0.3,
            severity="warning",
            notes="Wire texts may lack a headline, most pages have one; far fewer means that a site's layout changed.",
        ),
        gxe.ExpectColumnValuesToNotBeNull(
            column="published_date",
            mostly=0.5,
            severity="warning",
            notes="Most crawled stories can be dated; far fewer means that a prefix or time stamp changed its form.",
        ),
    ],
)
