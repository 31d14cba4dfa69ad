"""A receiver of webhooks on a free port of this machine, which fails, stalls and recovers as it is told."""

from __future__ import annotations

import json
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, TypeAlias

Answer: TypeAlias = "int | tuple[int, dict[str, str]] | None"
"""A status, or one with headers; None: no answer until the receiver is closed."""


class FakeReceiver:
    """Answers with `answers`, one a request, then with 200. `taken` counts what it answered 2xx, by key."""

    def __init__(self, answer: Callable[[int, str], Answer] | None = None) -> None:
        self.bodies: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.asked: Counter[str] = Counter()
        self.taken: Counter[str] = Counter()
        self.closing = threading.Event()
        self.url = ""
        self._answer = answer or (lambda _number, _key: 200)
        self._lock = threading.Lock()

    def receive(self, headers: dict[str, str], body: bytes) -> Answer:
        key = headers["Idempotency-Key"]
        with self._lock:
            self.headers.append(headers)
            self.bodies.append(json.loads(body))
            self.asked[key] += 1
            answer = self._answer(len(self.bodies) - 1, key)
            if isinstance(answer, int) and 200 <= answer < 300:
                self.taken[key] += 1
        return answer


def _handler(receiver: FakeReceiver) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            answer = receiver.receive(dict(self.headers), self.rfile.read(int(self.headers["Content-Length"])))
            if answer is None:
                receiver.closing.wait()
                self.close_connection = True
                return
            status, headers = answer if isinstance(answer, tuple) else (answer, {})
            self.send_response(status)
            for name, value in {**headers, "Content-Length": "0"}.items():
                self.send_header(name, value)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    return Handler


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False


@contextmanager
def listening(receiver: FakeReceiver, port: int = 0) -> Iterator[FakeReceiver]:
    """Let the receiver listen inside the block."""
    server = _Server(("127.0.0.1", port), _handler(receiver))
    receiver.url = f"http://127.0.0.1:{server.server_address[1]}/rescues"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield receiver
    finally:
        receiver.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()
