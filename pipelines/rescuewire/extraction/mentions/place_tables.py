"""Tables of place names: country and name a row in each language, name and weights in `languages/world/towns.tsv`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from rescuewire.extraction.pack_errors import PackError, error_at_line
from rescuewire.extraction.packs.country_codes import complaint_about, country_codes
from rescuewire.extraction.packs.language_pack import read_pack_file

_WEIGHTS = re.compile(r"[A-Z]{2}:\d+(?: [A-Z]{2}:\d+)*")
_CODE_OF_WEIGHT = re.compile(r"(?<=[\t ])[A-Z]{2}(?=:)")


def read_names(path: Path) -> Iterator[tuple[str, str]]:
    """Yield (country code, name) of each line; raise PackError naming a line that is none."""
    for line, (code, name) in enumerate(_read_pairs(path), start=1):
        if code not in country_codes():
            raise error_at_line(path, line, complaint_about(code))
        if not name.strip():
            raise error_at_line(path, line, "no name behind the tab; write it or delete the line")
        yield code, name


@cache
def read_towns(path: Path) -> tuple[tuple[str, str], ...]:
    """The (name, weights) of each line, "GB:8961 CA:422"; raise PackError naming a line that is none."""
    pairs = tuple(_read_pairs(path))
    # In the whole file at once, since one by one the codes of its 70,000 lines take four times as long.
    written = frozenset(_CODE_OF_WEIGHT.findall(read_pack_file(path).decode()))
    if not written <= country_codes() or not all(map(_WEIGHTS.fullmatch, (weights for _, weights in pairs))):
        raise _bad_weights(path, pairs)
    return pairs


def _bad_weights(path: Path, pairs: tuple[tuple[str, str], ...]) -> PackError:
    for line, (_, weights) in enumerate(pairs, start=1):
        if not _WEIGHTS.fullmatch(weights):
            return error_at_line(path, line, f"{weights!r} are no weights; write them as in GB:8961 CA:422")
        for weight in weights.split():
            code = weight.partition(":")[0]
            if code not in country_codes():
                return error_at_line(path, line, complaint_about(code))
    return PackError(f"{path}: a country code that is none; make the file anew with languages/building/place_names.py")


def _read_pairs(path: Path) -> Iterator[tuple[str, str]]:
    for line, row in enumerate(read_pack_file(path).decode().splitlines(), start=1):
        first, tab, second = row.partition("\t")
        if not tab or "\t" in second:
            raise error_at_line(path, line, f"{row!r} is no row; write two columns with a tab between")
        yield first, second
