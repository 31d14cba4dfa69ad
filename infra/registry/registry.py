"""A schema registry in memory on this machine: Apicurio, for tests and for trying by hand.

As a script it starts a registry, prints its address, and stops it on Ctrl-C or SIGTERM. Needs what `fetch` gets.
"""

from __future__ import annotations

import argparse
import ctypes
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

HERE = Path(__file__).resolve().parent
LIBRARIES = HERE / "lib"
JAR = LIBRARIES / "apicurio-registry-app-3.0.9-runner.jar"
API = "/apis/ccompat/v7"
"""Where Apicurio serves Confluent's API."""

READY_SECONDS = 180.0
STOP_SECONDS = 10.0
DIE_WITH_PARENT = 1
"""PR_SET_PDEATHSIG of prctl(2)."""


class RegistryFailed(Exception):
    """The registry did not start; the message has the end of its log."""


class Registry:
    """A registry on ports of 127.0.0.1 that were free; what it knows is gone when it stops. It dies with its parent."""

    def __init__(self, folder: Path) -> None:
        self.log = folder / "registry.log"
        self._port, self._management_port = _free_ports(2)
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """The address that clients of Confluent's API want."""
        return f"http://127.0.0.1:{self._port}{API}"

    def start(self) -> None:
        """Start, and return when clients are served; raise RegistryFailed."""
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                ["java", "-Xmx384m", "-XX:+UseSerialGC", *self._properties(), "-jar", str(JAR)],
                cwd=LIBRARIES,
                stdout=log,
                stderr=log,
                preexec_fn=_die_with_parent,  # noqa: PLW1509  only a system call
            )
        deadline = time.monotonic() + READY_SECONDS
        while not self._serves():
            if self._process.poll() is not None or time.monotonic() > deadline:
                self.stop()
                raise RegistryFailed(f"the registry did not start; {self.log} ends: {self.log.read_text()[-2000:]}")
            time.sleep(0.2)

    def stop(self) -> None:
        """Stop, and forget all schemas; safe to call twice."""
        process, self._process = self._process, None
        if process is None:
            return
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def wait(self) -> None:
        """Return when the registry ends."""
        if self._process is not None:
            self._process.wait()

    def _properties(self) -> list[str]:
        settings = {
            "quarkus.http.host": "127.0.0.1",
            "quarkus.http.port": self._port,
            "quarkus.management.host": "127.0.0.1",
            "quarkus.management.port": self._management_port,
            "apicurio.storage.kind": "sql",
            "apicurio.storage.sql.kind": "h2",
            "apicurio.datasource.url": "jdbc:h2:mem:registry",
        }
        return [f"-D{name}={value}" for name, value in settings.items()]

    def _serves(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/subjects", timeout=5) as response:  # noqa: S310  our own address
                return bool(response.status == 200)
        except (urllib.error.URLError, OSError):
            return False


def _free_ports(count: int) -> list[int]:
    """Ports that are free now: all bound at once, so that they differ."""
    sockets = [socket.socket() for _ in range(count)]
    try:
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]
    finally:
        for each in sockets:
            each.close()


def _die_with_parent() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGKILL)


def main() -> None:
    """Run a registry until a signal comes."""
    argparse.ArgumentParser(description=__doc__.splitlines()[0]).parse_args()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: sys.exit(0))
    with tempfile.TemporaryDirectory(prefix="rescuewire-registry-") as folder:
        registry = Registry(Path(folder))
        try:
            registry.start()
            print(registry.url, flush=True)
            print("in memory; Ctrl-C stops the registry", file=sys.stderr)
            registry.wait()
        finally:
            registry.stop()


if __name__ == "__main__":
    main()
