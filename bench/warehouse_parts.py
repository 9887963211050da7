"""The parts of the suite that measure what comes after extraction: growth, quiet nights, load and publication.

What they measure stands in modules of their own that can be run alone; here the figures become tables and ratios.
Seconds that have no rival are divided by the machine's yardstick, so that the guard never compares seconds alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from bench.figures import Part, Ratio, number
from bench.sizes import Sizes

_NEW: Final = 100
"""Documents of the night that is measured over warehouses of several sizes."""


def growth(sizes: Sizes) -> Iterator[Part]:
    """A night of a hundred documents over warehouses of several sizes."""
    from bench.growth import STEPS, measured

    columns = ("known documents", *(f"{step} s" for step in STEPS), "sum s", "against the smallest", "peak MiB")
    rows, sums = [], list[float]()
    for known in sizes.warehouses:
        data = sizes.scratch / f"growth-{known}"
        data.mkdir()
        measured(data, range(known))
        spent: Mapping[str, Sequence[float]] = measured(data, range(known, known + _NEW))["spent"]
        seconds = [spent[step][0] for step in STEPS]
        sums.append(sum(seconds))
        peak = max(spent[step][2] for step in STEPS)
        rows.append([f"{known:,}", *map(number, (*seconds, sums[-1])), f"{sums[-1] / sums[0]:.2f}", number(peak)])
    last = sizes.warehouses[-1]
    yield Part(
        name="growth",
        title=f"a night of {_NEW} documents after extraction, processor seconds",
        columns=columns,
        rows=rows,
        ratios=[
            Ratio(name=f"a night over {last} documents against the smallest", value=sums[-1] / sums[0], better="lower"),
            Ratio(
                name=f"a night over {last} documents, in yardsticks", value=sums[-1] / sizes.yardstick, better="lower"
            ),
        ],
    )


def nothing_new(sizes: Sizes) -> Iterator[Part]:
    """A night that finds nothing new, over ten times the documents."""
    from bench.nothing_new import HEADS, quiet_nights

    found = list(quiet_nights([sizes.known], rounds=sizes.rounds))
    yield Part(
        name="nothing-new",
        title="a night with nothing new",
        columns=HEADS,
        rows=[quiet.cells() for quiet in found],
        ratios=[
            Ratio(
                name=f"nothing new over {quiet.documents} documents against its start-up, processor",
                value=quiet.night.processor / quiet.start_up.processor,
                better="lower",
            )
            for quiet in found
        ],
    )


def load(sizes: Sizes) -> Iterator[Part]:
    """Rates of load, with and without the audit, and of publication: `bench.publication`."""
    from bench.publication import MENTIONS, night

    stories = sizes.mentions // MENTIONS
    data = sizes.scratch / "load"
    data.mkdir()
    known: list[Mapping[str, Any]] = []
    spans = {"first": range(stories), "second": range(stories, stories + max(1, stories // 100))}
    rows, ratios = [], list[Ratio]()
    for name, span in spans.items():
        took = night(data, span, known, name)
        new = len(span) * MENTIONS
        rates = (new / took["load"], new / (took["load"] + took["audit"]))
        steps = [took[step] for step in ("stage", "load", "audit", "publish")]
        share = took["publish"] / took["load"]
        rows.append([name, f"{new:,}", *map(number, (*steps, *rates)), f"{share:.2f}"])
        size = f"{name} night of {new} mentions"
        ratios.append(Ratio(name=f"publication of load; {size}", value=share, better="lower"))
        ratios.append(Ratio(name=f"load, in yardsticks; {size}", value=took["load"] / sizes.yardstick, better="lower"))
    steps_named = ("stage s", "load s", "audit s", "publish s", "mentions/s, load", "with the audit", "publish / load")
    yield Part(
        name="load",
        title="load and publication by the wall clock",
        columns=("night", "mentions", *steps_named),
        rows=rows,
        ratios=ratios,
    )
