"""A store that speaks S3, on this machine and in memory: for tests of what lies in object stores."""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from urllib.request import Request, urlopen

import pytest
from moto.moto_server.threaded_moto_server import ThreadedMotoServer
from s3fs import S3FileSystem


def client() -> S3FileSystem:
    """A client that the environment tells where the store is; it asks anew each time."""
    return S3FileSystem(use_listings_cache=False)


@contextmanager
def s3_store(bucket: str) -> Iterator[Mapping[str, str]]:
    """Run a store with one empty bucket; yield the variables by which S3 clients find it, set here too."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    access = {
        "AWS_ENDPOINT_URL": f"http://{host}:{port}",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
    }
    with pytest.MonkeyPatch.context() as patch:
        for name, value in access.items():
            patch.setenv(name, value)
        S3FileSystem.clear_instance_cache()  # what an earlier store left knows its address
        urlopen(Request(f"{access['AWS_ENDPOINT_URL']}/moto-api/reset", method="POST")).close()  # and its buckets
        client().mkdir(bucket)
        yield access
        S3FileSystem.clear_instance_cache()
    server.stop()
