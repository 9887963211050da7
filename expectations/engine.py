"""The one import of Great Expectations, made quiet: no analytics, no progress bars, no stream of log lines.

Importing this module costs several seconds; only suites import it, and `expectations.run` imports those when a frame
is to be validated.
"""

import gc
import logging
import os
from typing import Any

from expectations.on_demand import on_demand

os.environ.setdefault("GX_ANALYTICS_ENABLED", "false")
logging.getLogger("great_expectations").setLevel(logging.WARNING)  # before the import: it logs hundreds of lines
on_demand("scipy.stats", "altair", "boto3")  # for distributions, charts and Amazon's stores, which no suite asks for

gc.disable()  # nothing of what an import makes is garbage
from great_expectations import ExpectationSuite, get_context  # noqa: E402
from great_expectations import expectations as _library  # noqa: E402
from great_expectations.core.batch_definition import BatchDefinition  # noqa: E402
from great_expectations.data_context.types.base import ProgressBarsConfig  # noqa: E402

gc.enable()

gxe: Any = _library  # its own hints refuse what its documentation recommends: severities as strings

__all__ = ["BatchDefinition", "ExpectationSuite", "batch_definition", "gxe"]


def batch_definition() -> BatchDefinition[Any]:
    """Return the door through which an ephemeral context takes whole pandas frames."""
    context = get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    asset = context.data_sources.add_pandas("frames").add_dataframe_asset("frame")
    return asset.add_batch_definition_whole_dataframe("whole")
