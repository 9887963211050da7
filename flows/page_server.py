"""Serves the pages of a data directory over HTTP, and nothing else that is in it."""

import hmac
from base64 import b64encode
from functools import partial
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import Final, Self
from urllib.parse import urlsplit

from dateline.errors import UsageError
from flows.server import address_of

PAGES: Final = {"brief.html": "Morning brief", "quality.html": "Data quality"}
"""Files of the data directory that are pages, with their titles."""

_FRAME: Final = """<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>
<style>:root {{ color-scheme: light dark }} body {{ font: 1.1rem/1.6 system-ui, sans-serif; margin: 4rem auto;
max-width: 36rem; padding: 0 1rem }}</style>
<h1>{title}</h1>
{body}
</html>
"""


class PageServer:
    """Serves while it is entered; `url` is the address below which the pages are."""

    def __init__(self, data: Path, host: str, port: int, auth: str | None) -> None:
        """Begin to listen.

        Raises:
            UsageError: another program listens there.
        """
        try:
            self._server = ThreadingHTTPServer((host, port), partial(_Handler, data, auth))
        except OSError as error:
            message = f"cannot listen on {host} port {port}: {error.strerror}; choose another (--pages-port)"
            raise UsageError(message) from error
        self._thread = Thread(target=self._server.serve_forever, daemon=True)
        self.url = address_of(host, self._server.server_port)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Handler(BaseHTTPRequestHandler):
    server_version, sys_version = "dateline", ""
    timeout = 30

    def __init__(self, data: Path, auth: str | None, *connection: object) -> None:
        self._data = data
        self._wanted = f"Basic {b64encode(auth.encode()).decode()}" if auth else None
        super().__init__(*connection)  # type: ignore[arg-type] # the base class answers the request here

    def do_GET(self) -> None:
        """Answer with a page, with a list of them, or with what is the matter."""
        name = urlsplit(self.path).path.removeprefix("/")
        if self._wanted and not hmac.compare_digest(self._wanted, self.headers.get("Authorization") or ""):
            self._answer(HTTPStatus.UNAUTHORIZED, _page("Who is there?", "<p>These pages ask for user and password."))
        elif name == "":
            links = "".join(f'<li><a href="{page}">{escape(title)}</a>' for page, title in PAGES.items())
            self._answer(HTTPStatus.OK, _page("dateline", f"<ul>{links}</ul>"))
        elif name not in PAGES:
            self._answer(HTTPStatus.NOT_FOUND, _page("There is no such page", '<p><a href="/">These are there.</a>'))
        else:
            self._answer(*_written(self._data / name, PAGES[name]))

    do_HEAD = do_GET  # noqa: N815

    def _answer(self, status: HTTPStatus, content: bytes) -> None:
        self.send_response(status)
        if status is HTTPStatus.UNAUTHORIZED:
            self.send_header("WWW-Authenticate", 'Basic realm="dateline"')
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-cache")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - so the base class calls it
        """Say nothing: the terminal is for what runs come to."""


def _written(path: Path, title: str) -> tuple[HTTPStatus, bytes]:
    try:
        return HTTPStatus.OK, path.read_bytes()
    except OSError:
        body = "<p>It is not written yet. The next run that publishes writes it; then load this page again."
        return HTTPStatus.NOT_FOUND, _page(title, body)


def _page(title: str, body: str) -> bytes:
    return _FRAME.format(title=escape(title), body=body).encode()
