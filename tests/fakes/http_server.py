"""An HTTP server whose answers are told beforehand, on a free port of 127.0.0.1."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class ToldServer:
    """Answers each request with the next of `answers`, (status, JSON or text), the last one again and again."""

    def __init__(self, port: int, answers: list[tuple[int, Any]]) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self.answers = answers
        self.requests: list[tuple[str, str, Any]] = []
        self.logins: list[str | None] = []

    def answer(self) -> tuple[int, bytes]:
        status, body = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        return status, body.encode() if isinstance(body, str) else json.dumps(body).encode()


@contextmanager
def serving(*answers: tuple[int, Any]) -> Iterator[ToldServer]:
    """A server inside the block."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    told = ToldServer(server.server_port, list(answers))
    server.told = told  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield told
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    def _handle(self) -> None:
        told: ToldServer = self.server.told  # type: ignore[attr-defined]
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        told.requests.append((self.command, self.path, json.loads(body) if body else None))
        told.logins.append(self.headers.get("Authorization"))
        status, content = told.answer()
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST = do_PUT = _handle  # noqa: N815  names of the base class

    def log_message(self, *_: Any) -> None:
        """Say nothing."""
