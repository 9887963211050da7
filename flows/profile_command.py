"""What `dateline profile` does: learns the profiles of outlets from a landing zone, and shows them."""

from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from dateline.clean.profile import OutletProfile, Profiles
from dateline.errors import UsageError
from dateline.settings import Settings
from flows.harmless import SafeConsole
from tasks.profiles import learn_from_landing, load_profiles, save_profiles


def learn_into(out: Path, settings: Settings, least_stories: int) -> None:
    """Learn profiles from the landing zone, write them to `out`, and say what was learnt.

    Raises:
        UsageError: there is no such landing zone, or `out` cannot be written.
    """
    if not out.parent.is_dir():
        raise UsageError(f"{out.parent} is no folder: profiles cannot be written there")
    profiles = learn_from_landing(
        settings.landing,
        as_of=settings.as_of or datetime.now(UTC).date(),
        max_record_bytes=settings.max_record_bytes,
        columns=settings.columns,
        least_stories=least_stories,
    )
    save_profiles(out, profiles)
    console = SafeConsole(highlight=False)
    _print_totals(console, profiles)
    console.print(Text(f"written to {out}; a run takes them with --profiles {out}"), soft_wrap=True)


def show_profiles(path: Path | None, outlet: str | None) -> None:
    """Print the profiles in the file at `path`, or that of one outlet.

    Raises:
        UsageError: there is no such file or outlet.
    """
    if path is None:
        raise UsageError("no profiles are set: name a file, or set DATELINE_PROFILES")
    profiles = load_profiles(path)
    if outlet and outlet not in profiles.outlets:
        raise UsageError(f"{path} has no outlet {outlet}; it has {', '.join(sorted(profiles.outlets)) or 'none'}")
    console = SafeConsole(highlight=False)
    for name in [outlet] if outlet else sorted(profiles.outlets):
        console.print(_table(profiles.outlets[name]))
    if not outlet:
        _print_totals(console, profiles)


def _table(profile: OutletProfile) -> Table:
    title = f"{profile.outlet}: {len(profile.lines)} lines of {profile.stories} stories, version {profile.version}"
    table = Table(title=Text(title, style="bold"), title_justify="left", box=None, pad_edge=False)
    table.add_column("stories", justify="right")
    table.add_column("days", justify="right")
    table.add_column("line, as one page prints it")
    for line in profile.lines:
        table.add_row(str(line.stories), str(line.days), Text(line.example))
    return table


def _print_totals(console: Console, profiles: Profiles) -> None:
    lines = sum(len(profile.lines) for profile in profiles.outlets.values())
    version = f", version {profiles.version}" if profiles.version else ""
    console.print(f"{len(profiles.outlets)} outlets with {lines} recurring lines{version}")
