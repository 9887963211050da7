"""The guard: what got worse since the last runs on the same machine, by ratios alone. It reports and never fails a run.

Each run of the suite adds a line to a history file. A ratio is held against the median of its last values from the same
machine; it counts as worse or better only beyond a band of noise, which is at least a tenth and widens with how much
those values differ among themselves.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any, Final, Literal

from bench.figures import Ratio
from bench.measure import ROOT

HISTORY: Final = ROOT / "bench" / "history.jsonl"
"""Of this checkout on this machine; git ignores it."""
LAST: Final = 5
"""How many earlier values a ratio is held against."""
LEAST_BAND: Final = 0.10
"""Share by which a ratio may differ from the median before it is told."""
_SPREADS: Final = 3
"""Band in median deviations, as wide as three standard deviations of values that differ by chance (x 1.4826)."""
_NORMAL: Final = 1.4826

Verdict = Literal["worse", "better", "as before", "new"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A ratio now and before: `before` is the median of the last `runs` values, `band` the share that is noise."""

    ratio: Ratio
    verdict: Verdict
    before: float | None = None
    band: float = LEAST_BAND
    runs: int = 0

    def __str__(self) -> str:
        if self.before is None:
            return f"{self.verdict}: {self.ratio.name}: {self.ratio.value:.3g}"
        change = self.ratio.value / self.before - 1
        return (
            f"{self.verdict}: {self.ratio.name}: {self.ratio.value:.3g}, was {self.before:.3g} ({change:+.0%}, noise"
            f" {self.band:.0%}, median of {self.runs}; {self.ratio.better} is better)"
        )


def judge(ratios: Iterable[Ratio], history: Sequence[Mapping[str, Any]], machine: Mapping[str, Any]) -> list[Finding]:
    """Return a finding for each ratio of a run.

    Args:
        ratios: What the run measured.
        history: Lines of the history file, oldest first; those of other machines are left out.
        machine: What `bench.machine.machine` says of this one.
    """
    own = [line["ratios"] for line in history if line["machine"] == machine]
    return [_finding(ratio, [line[ratio.name] for line in own if ratio.name in line][-LAST:]) for ratio in ratios]


def _finding(ratio: Ratio, earlier: Sequence[float]) -> Finding:
    if not earlier:
        return Finding(ratio=ratio, verdict="new")
    before = median(earlier)
    width = band(earlier)
    return Finding(ratio=ratio, verdict=_verdict(ratio, before, width), before=before, band=width, runs=len(earlier))


def band(earlier: Sequence[float]) -> float:
    """Return the share of the median within which a further value is noise.

    >>> band([2.0])
    0.1
    >>> round(band([1.0, 1.0, 1.1, 1.2, 1.4]), 2)
    0.4
    """
    middle = median(earlier)
    spread = median(abs(value - middle) for value in earlier) * _NORMAL
    return max(LEAST_BAND, _SPREADS * spread / middle) if middle else LEAST_BAND


def _verdict(ratio: Ratio, before: float, width: float) -> Verdict:
    change = ratio.value / before - 1 if before else 0.0
    if abs(change) <= width:
        return "as before"
    return "better" if (change > 0) == (ratio.better == "higher") else "worse"


def read_history(path: Path) -> list[dict[str, Any]]:
    """Return the lines of a history file, oldest first; a line that was cut short is passed over."""
    if not path.exists():
        return []
    return [line for line in map(_parsed, path.read_text(encoding="utf-8").splitlines()) if line is not None]


def _parsed(line: str) -> dict[str, Any] | None:
    try:
        parsed = json.loads(line)
    except json.JSONDecodeError:
        return None
    return parsed if isinstance(parsed, dict) and {"machine", "ratios"} <= parsed.keys() else None


def remember(path: Path, ratios: Iterable[Ratio], machine: Mapping[str, Any], state: Mapping[str, Any]) -> None:
    """Add a run to the history file."""
    line = {"machine": machine, "state": state, "ratios": {ratio.name: ratio.value for ratio in ratios}}
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as history:
        history.write(json.dumps(line, ensure_ascii=False) + "\n")


def in_words(findings: Sequence[Finding]) -> list[str]:
    """Return what is worth telling: what got worse, then what got better, then how many ratios stayed and are new."""
    told = [str(finding) for verdict in ("worse", "better") for finding in findings if finding.verdict == verdict]
    counts = {verdict: sum(it.verdict == verdict for it in findings) for verdict in ("as before", "new")}
    rest = ", ".join(f"{count} {verdict}" for verdict, count in counts.items() if count)
    return [*told, rest] if rest else told
