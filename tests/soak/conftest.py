from collections.abc import Iterator

import pytest

from tests.soak.stand import Stand, stand


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stand]:
    """Where runs are killed: a server, and a process that forks runs which have imported everything."""
    with stand(tmp_path_factory.mktemp("stand")) as built:
        yield built
