"""How much was found in the whole warehouse: a table of one row, see `expectations.volume`.

A measure is empty while the warehouse holds too few stories to tell chance from a defect, and empty values pass.
"""

from typing import Any

from expectations import common as c
from expectations.engine import ExpectationSuite, gxe


def _share(column: str, minimum: float, severity: str, notes: str) -> Any:
    return gxe.ExpectColumnValuesToBeBetween(column=column, min_value=minimum, severity=severity, notes=notes)


SUITE = ExpectationSuite(
    name="volume",
    expectations=[
        c.columns("documents", "stories", "mentions_per_story", "people_per_story", "quotes_per_story"),
        _share("mentions_per_story", 0.5, "critical", "Stories without names: the extractor or its model broke."),
        _share("people_per_story", 0.05, "critical", "Next to nobody found in any story: the model broke."),
        _share("quotes_per_story", 0.05, "warning", "Next to no quotes: the forms of quotation marks changed."),
        _share("events_per_story", 0.05, "warning", "Next to no events: the phrases that announce them changed."),
        _share("dated_share", 0.3, "warning", "Most stories lack a date: a prefix or time stamp changed its form."),
    ],
)
