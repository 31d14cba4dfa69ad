"""What the address of a webhook must look like."""

from __future__ import annotations

from urllib.parse import urlsplit


def complaint_about_url(url: str) -> str | None:
    """What is wrong with an address, None where nothing is; the address itself may be a secret and is not told."""
    try:
        parts = urlsplit(url)
        host, _port = parts.hostname, parts.port
    except ValueError:
        return "no address; write https://host/path"
    if parts.scheme not in ("http", "https") or not host or not url.isprintable() or " " in url:
        return "no address of a webhook; write https://host/path"
    if parts.username is not None or parts.password is not None:
        return "a password does not belong in an address; write it as authorization: {environment: NAME}"
    return None
