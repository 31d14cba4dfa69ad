"""Serving `/metrics`, `/healthz` and `/readyz` on one port, in threads of their own."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Protocol, TypeAlias
from wsgiref.simple_server import WSGIRequestHandler, make_server

from prometheus_client import CollectorRegistry, make_wsgi_app
from prometheus_client.exposition import ThreadingWSGIServer

from rescuewire_connectors.stopping import WrongSettings

StartResponse: TypeAlias = Callable[[str, list[tuple[str, str]]], Any]
Application: TypeAlias = Callable[[dict[str, Any], StartResponse], Iterable[bytes]]

PLAIN = ("Content-Type", "text/plain; charset=utf-8")


class Healthy(Protocol):
    """What is known of a process's health."""

    @property
    def alive(self) -> bool:
        """True while it goes forward."""

    def obstacle(self) -> str:
        """Why it is not ready, in a few words; empty where it is."""


class Watched(Protocol):
    """What is served of a process."""

    registry: CollectorRegistry

    @property
    def health(self) -> Healthy:
        """Whether it is alive and ready."""


@contextmanager
def serving(monitor: Watched, host: str, port: int) -> Iterator[None]:
    """Serve what `monitor` knows inside the block; raise WrongSettings where the port cannot be had."""
    try:
        server = make_server(host, port, application(monitor), ThreadingWSGIServer, _QuietHandler)
    except (OSError, OverflowError) as error:
        raise WrongSettings(f"--metrics-port {port} at {host}: {error}; give another port or --metrics-host") from error
    thread = threading.Thread(target=server.serve_forever, name="rescuewire-metrics", daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()


def application(monitor: Watched) -> Application:
    """The three pages: 200, and 503 with the reason where a run is not alive or not ready; 404 elsewhere."""
    metrics: Application = make_wsgi_app(monitor.registry)

    def serve(environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        path = environ.get("PATH_INFO")
        if path == "/metrics":
            return metrics(environ, start_response)
        if path == "/healthz":
            return _say("" if monitor.health.alive else "nothing goes forward", start_response)
        if path == "/readyz":
            return _say(monitor.health.obstacle(), start_response)
        start_response("404 Not Found", [PLAIN])
        return [b"/metrics, /healthz, /readyz\n"]

    return serve


def _say(obstacle: str, start_response: StartResponse) -> Iterable[bytes]:
    start_response("503 Service Unavailable" if obstacle else "200 OK", [PLAIN])
    return [f"{obstacle or 'ok'}\n".encode()]


class _QuietHandler(WSGIRequestHandler):
    """Says nothing of requests: standard error belongs to the run."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  the library's name
        pass
