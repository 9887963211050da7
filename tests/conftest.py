from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder like a checkout, with `sample` loaded and published in `data`: copy it to change it."""
    from tests.docs.snippets import load_sample  # noqa: PLC0415 - only tests that ask for it import the command line

    folder = tmp_path_factory.mktemp("checkout")
    load_sample(folder)
    return folder
