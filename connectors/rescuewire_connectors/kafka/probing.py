"""What a port speaks, found out by asking it: after a failed connection, to tell a wrong port from a broken one."""

from __future__ import annotations

import socket
import ssl
import struct
from dataclasses import dataclass

SECONDS = 3.0
SASL_HANDSHAKE = 17
VERSION = 1
NO_LOGIN = 34
"""ILLEGAL_SASL_STATE: the port takes no logins."""
LONGEST_ANSWER = 4096


@dataclass(frozen=True)
class Spoken:
    """What a port speaks. `mechanisms` are the logins that it takes, empty for none; None where it does not say."""

    tls: bool
    mechanisms: tuple[str, ...] | None = None


def find_spoken(server: str) -> Spoken | None:
    """Ask the port of `host:port` without TLS, then with it; None where it answers neither.

    Nothing secret is sent, and whom the answer comes from is not checked: it serves advice alone.
    """
    host, _, port = server.rpartition(":")
    address = (host.strip("[]"), int(port))
    mechanisms = _mechanisms(address, None)
    if mechanisms is not None:
        return Spoken(tls=False, mechanisms=mechanisms)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return Spoken(tls=True, mechanisms=_mechanisms(address, context)) if _shakes_hands(address, context) else None


def _shakes_hands(address: tuple[str, int], context: ssl.SSLContext) -> bool:
    try:
        with socket.create_connection(address, SECONDS) as plain, context.wrap_socket(plain):
            return True
    except OSError:
        return False


def _mechanisms(address: tuple[str, int], context: ssl.SSLContext | None) -> tuple[str, ...] | None:
    """The mechanisms that a Kafka broker offers here; None where what answers is none."""
    try:
        with socket.create_connection(address, SECONDS) as plain:
            connection = plain if context is None else context.wrap_socket(plain)
            connection.sendall(_question())
            return _answered(connection.recv(LONGEST_ANSWER))
    except OSError:
        return None


def _question() -> bytes:
    """A SaslHandshake for a mechanism that nobody has; the answer names those that there are."""
    body = struct.pack(">hhih", SASL_HANDSHAKE, VERSION, 0, -1) + struct.pack(">h", 4) + b"NONE"
    return struct.pack(">i", len(body)) + body


def _answered(data: bytes) -> tuple[str, ...] | None:
    try:
        size, _correlation, code, count = struct.unpack_from(">iihi", data)
        if size != len(data) - 4:
            return None
        return () if code == NO_LOGIN else tuple(_strings(data[14:], count))
    except (struct.error, UnicodeDecodeError):
        return None


def _strings(data: bytes, count: int) -> list[str]:
    found = []
    for _ in range(count):
        (length,) = struct.unpack_from(">h", data)
        found.append(data[2 : 2 + length].decode())
        data = data[2 + length :]
    return found
