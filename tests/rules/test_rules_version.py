"""A change of what the rules give needs a new version: caches and the warehouse know rules by that alone."""

import pytest

from dateline.version import RULES_VERSION
from tests.rules import outputs


@pytest.mark.model
def test_outputs_change_with_the_version_only() -> None:
    held = outputs.pinned()
    if outputs.digest() != held["sha256"]:
        assert held["rules_version"] != RULES_VERSION, (
            "what the rules give has changed: raise RULES_VERSION in dateline/version.py, "
            "then pin it with `python -m tests.rules.outputs`"
        )
        pytest.fail("RULES_VERSION was raised: pin the new outputs with `python -m tests.rules.outputs`")
    assert held["rules_version"] == RULES_VERSION, "pin the new version with `python -m tests.rules.outputs`"


@pytest.mark.model
def test_the_digest_is_the_same_each_time() -> None:
    assert outputs.digest() == outputs.digest()
