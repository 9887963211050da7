"""Profiles as a TOML file that people can read, compare and correct: sorted, with counts and examples."""

import json
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any, Final

from dateline.clean.profile import OutletProfile, Profiles, RecurringLine
from dateline.errors import UsageError

_HEAD: Final = """\
# Lines that recur in the stories of an outlet and are furniture there. Learnt by `dateline profile learn`; a line that
# should stay in the story can be taken out by hand. Only `outlet` and `text` count for cleaning and for the version.
"""


def write_profiles(profiles: Profiles) -> str:
    """Return the text of the file; equal profiles give equal texts."""
    parts = [_HEAD]
    for outlet in sorted(profiles.outlets):
        profile = profiles.outlets[outlet]
        parts.append(f"[[outlet]]\nname = {_quoted(outlet)}\nstories = {profile.stories}\n")
        for line in sorted(profile.lines, key=lambda line: (-line.stories, line.text)):
            parts.append(
                f"[[outlet.line]]\ntext = {_quoted(line.text)}\nexample = {_quoted(line.example)}\n"
                f"stories = {line.stories}\ndays = {line.days}\n"
            )
    return "\n".join(parts)


def read_profiles(text: str) -> Profiles:
    """Return the profiles of a file's text.

    Raises:
        UsageError: it is no file of profiles; the message says what is wrong with it.
    """
    try:
        held = tomllib.loads(text)
        profiles = [_profile(row) for row in held.get("outlet", [])]
    except (tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError) as error:
        said = f"{error} is missing" if isinstance(error, KeyError) else str(error)
        raise UsageError(f"it is no file of profiles: {said}") from error
    if unknown := held.keys() - {"outlet"}:
        raise UsageError(f"it is no file of profiles: unknown {', '.join(sorted(unknown))}")
    by_outlet = {profile.outlet: profile for profile in profiles}
    if len(by_outlet) < len(profiles):
        raise UsageError("an outlet stands in it twice")
    return Profiles(outlets=by_outlet)


def _profile(row: Mapping[str, Any]) -> OutletProfile:
    return OutletProfile(outlet=str(row["name"]), stories=int(row.get("stories", 0)), lines=tuple(_lines(row)))


def _lines(row: Mapping[str, Any]) -> Iterator[RecurringLine]:
    for line in row.get("line", []):
        text = str(line["text"])
        yield RecurringLine(
            text=text,
            example=str(line.get("example", text)),
            stories=int(line.get("stories", 0)),
            days=int(line.get("days", 0)),
        )


def _quoted(text: str) -> str:
    """A JSON string is a TOML string, but for DEL and for halves of surrogate pairs, which no text of ours needs."""
    return json.dumps(text.encode("utf-8", "replace").decode(), ensure_ascii=False).replace("\x7f", "\\u007f")
