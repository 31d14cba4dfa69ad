"""A proxy between clients and a broker that cuts, resets and stalls their connections.

The broker must advertise the proxy's address, or clients go past it after their first question.
"""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

CHUNK_BYTES = 65_536
RESET_NEVER = struct.pack("ii", 0, 0)
RESET_ON_CLOSE = struct.pack("ii", 1, 0)
"""SO_LINGER with no time: closing sends RST instead of FIN."""
TICK_SECONDS = 0.02


class CuttingProxy:
    """Listens on `port` of 127.0.0.1 and passes everything on to `target_port`, but for what is done to it."""

    def __init__(self, port: int, target_port: int) -> None:
        self._target = ("127.0.0.1", target_port)
        self._address = ("127.0.0.1", port)
        self._changing = threading.Lock()
        self._pairs: list[tuple[socket.socket, socket.socket]] = []
        self._stalled = threading.Event()
        self._listener: socket.socket | None = None
        self._listen()

    def _listen(self) -> None:
        self._listener = socket.create_server(self._address, reuse_port=False)
        threading.Thread(target=self._accept, args=(self._listener,), daemon=True).start()

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                client, _ = listener.accept()
            except OSError:
                return  # closed: the connection is cut
            self._join(client)

    def _join(self, client: socket.socket) -> None:
        try:
            server = socket.create_connection(self._target, timeout=5)
        except OSError:
            client.close()
            return
        server.settimeout(None)
        with self._changing:
            self._pairs.append((client, server))
        for one, other, stalls in ((client, server, False), (server, client, True)):
            threading.Thread(target=self._pass_on, args=(one, other, stalls), daemon=True).start()

    def _pass_on(self, one: socket.socket, other: socket.socket, stalls: bool) -> None:
        with contextlib.suppress(OSError):
            while chunk := one.recv(CHUNK_BYTES):
                while stalls and self._stalled.is_set():
                    time.sleep(TICK_SECONDS)
                other.sendall(chunk)
        with self._changing:
            ours = [pair for pair in self._pairs if one in pair]
            self._pairs = [pair for pair in self._pairs if one not in pair]
        _end(ours, RESET_NEVER)

    @contextmanager
    def cut(self) -> Iterator[None]:
        """No connection stands, and none is taken, inside the block."""
        self._close_listener()
        self.drop_all()
        try:
            yield
        finally:
            self._listen()

    @contextmanager
    def stalled(self) -> Iterator[None]:
        """What clients say arrives, but no answer does, inside the block."""
        self._stalled.set()
        try:
            yield
        finally:
            self._stalled.clear()

    def reset_all(self) -> None:
        """End all connections by RST, as a firewall does that has forgotten them."""
        self._end_all(RESET_ON_CLOSE)

    def drop_all(self) -> None:
        """End all connections in good order."""
        self._end_all(RESET_NEVER)

    def _end_all(self, linger: bytes) -> None:
        with self._changing:
            pairs, self._pairs = self._pairs, []
        _end(pairs, linger)

    def _close_listener(self) -> None:
        """Shut down first: closing alone does not wake the thread that accepts."""
        listener, self._listener = self._listener, None
        if listener is not None:
            with contextlib.suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)
            listener.close()

    def close(self) -> None:
        self._close_listener()
        self.drop_all()


def _end(pairs: list[tuple[socket.socket, socket.socket]], linger: bytes) -> None:
    """Wake who waits for the sockets, then close them; shutting down both ways would send FIN before RST."""
    how = socket.SHUT_RD if linger == RESET_ON_CLOSE else socket.SHUT_RDWR
    for end in (end for pair in pairs for end in pair):
        with contextlib.suppress(OSError):
            end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            end.shutdown(how)
        end.close()
