import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def said(program: str) -> str:
    outcome = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    return outcome.stdout.strip()


def test_the_engine_does_not_load_what_no_suite_asks_for() -> None:
    names = ("scipy.stats._stats_py", "altair.vegalite", "boto3.session")
    assert said(f"import sys, expectations.engine; print(set({names}) & set(sys.modules))") == "set()"


@pytest.mark.parametrize(
    "asking",
    [
        "from scipy import stats",
        "import scipy.stats as stats",
        "import scipy.stats.distributions; from scipy import stats",
    ],
)
def test_a_name_that_is_asked_for_is_there(asking: str) -> None:
    begin = "from expectations.on_demand import on_demand; on_demand('scipy.stats')"
    assert said(f"{begin}\n{asking}\nprint(stats.norm.cdf(0), hasattr(stats, 'nothing'))") == "0.5 False"


def test_what_is_there_already_and_what_is_not_installed_are_left_alone() -> None:
    begin = "import json, sys; from expectations.on_demand import on_demand; on_demand('json', 'no_such_module')"
    assert said(f"{begin}; print(sys.modules['json'] is json, 'no_such_module' in sys.modules)") == "True False"


def test_an_expectation_that_compares_distributions_has_its_library() -> None:
    program = """
from expectations.engine import ExpectationSuite, batch_definition, gxe
import pandas
suite = ExpectationSuite(name="one", expectations=[
    gxe.ExpectColumnKLDivergenceToBeLessThan(
        column="a", partition_object={"values": ["x", "y"], "weights": [0.5, 0.5]}, threshold=0.1
    )
])
batch = batch_definition().get_batch({"dataframe": pandas.DataFrame({"a": ["x", "y"] * 9})})
print(batch.validate(suite).success)
"""
    assert said(program) == "True"
