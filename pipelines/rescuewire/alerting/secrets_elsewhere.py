"""Secrets of receivers: read from the environment or from a file when alerts start, and never printed."""

from __future__ import annotations

import os
from pathlib import Path

from rescuewire.alerting.rule_shapes import Elsewhere
from rescuewire_connectors.stopping import WrongSettings


def read_secret(place: Elsewhere, what: str) -> str:
    """The secret at a place, without blanks around it; `what` names it in the message of WrongSettings."""
    secret = _from_file(place.file, what) if place.file is not None else os.environ.get(place.environment or "", "")
    secret = secret.strip()
    where = f"the file {place.file}" if place.file is not None else f"the environment variable {place.environment}"
    if not secret:
        raise WrongSettings(f"{what}: {where} is empty or not there; put the secret in it")
    if not (secret.isascii() and secret.isprintable()):
        raise WrongSettings(f"{what}: {where} has characters that no header takes; write one line of ASCII")
    return secret


def _from_file(path: str, what: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8"
        raise WrongSettings(f"{what}: the file {path} cannot be read: {reason}") from error
