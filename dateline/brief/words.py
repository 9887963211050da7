"""How a brief writes the days of a meeting."""

from dateline.brief.rows import Meeting
from dateline.pages.words import day


def when(meeting: Meeting) -> str:
    """Return the days of a meeting, as exactly as they are known."""
    start, end = meeting.start_date, meeting.end_date
    if start is None or meeting.date_precision == "unknown":
        return "day unknown"
    if meeting.date_precision == "year":
        return f"{start:%Y}"
    if meeting.date_precision == "month":
        return f"{start:%b %Y}"
    if end is None or end <= start:
        return day(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day(end)}"
    return f"{day(start)} – {day(end)}"
