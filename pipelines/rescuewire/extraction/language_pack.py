"""Language packs: folders of words under `rescuewire/languages/`, read and checked here."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TypeVar

import msgspec

LANGUAGES = Path(__file__).resolve().parent.parent / "languages"

Shape = TypeVar("Shape", bound=msgspec.Struct)


class PackError(Exception):
    """A language pack's file is missing or does not have its shape."""


@lru_cache(maxsize=None)
def read_words(code: str, name: str, shape: type[Shape]) -> Shape:
    """Read `languages/<code>/<name>.yaml` as `shape`; raise PackError naming file and key if it is not."""
    path = LANGUAGES / code / f"{name}.yaml"
    try:
        return msgspec.yaml.decode(path.read_bytes(), type=shape)
    except FileNotFoundError:
        raise PackError(f"{path}: the language pack has no such file") from None
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise PackError(f"{path}: {error}") from error
