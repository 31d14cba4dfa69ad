"""The address of a schema registry, and the name and password that may stand in it."""

from __future__ import annotations

from dataclasses import dataclass, field

import httpx

from rescuewire_connectors.stopping import WrongUsage


@dataclass(frozen=True)
class RegistryAddress:
    """Where a registry is, as it may be shown, and the user and password to show there."""

    url: str
    login: tuple[str, str] | None = field(default=None, repr=False)

    def __str__(self) -> str:
        return self.url


def parse_registry(address: str) -> RegistryAddress:
    """Read `http[s]://[user:password@]host[:port][/path]`; raise WrongUsage."""
    try:
        return read_registry(address)
    except ValueError as error:
        raise WrongUsage(f"--registry: {error}") from error


def read_registry(address: str) -> RegistryAddress:
    """The same; raise ValueError where it is none, in words that do not repeat it: a password may stand in it."""
    try:
        url = httpx.URL(address)
    except (httpx.InvalidURL, TypeError) as error:
        raise ValueError(f"not an address: {error}; give http://host:port or https://…") from error
    if url.scheme not in {"http", "https"} or not url.host:
        raise ValueError("not an address of a registry; give http://host:port or https://…")
    login = (url.username, url.password) if url.username else None
    return RegistryAddress(
        str(url.copy_with(username=None, password=None, query=None, fragment=None)).rstrip("/"), login
    )
