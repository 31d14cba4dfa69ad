"""Find the everyday words of a language among the names of towns, from a file of its articles.

    python -m rescuewire.languages.building.everyday_words fr articles.jsonl.gz

writes `languages/fr/everyday_words.txt`: names of `world/towns.tsv` that articles also write in small letters. What
is written is a list of single words to be read through by a person; words below the line "# by hand" are kept.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from rescuewire.extraction.language_pack import LANGUAGES, read_words
from rescuewire.extraction.mentions.place_files import WorldPlaces
from rescuewire.extraction.mentions.place_inflection import unaccented
from rescuewire.extraction.mentions.place_words import has_capitals, place_key, split_words

SMALL_AT_LEAST = 3
SMALL_SHARE = 0.15
BY_HAND = "# by hand"

_WORD = re.compile(r"[^\W\d_]+")


def main(language: str, articles: Path) -> None:
    """Write the file of `language`."""
    path = LANGUAGES / language / "everyday_words.txt"
    present = path.read_text(encoding="utf-8") if path.exists() else ""
    by_hand = present[present.index(BY_HAND) :] if BY_HAND in present else BY_HAND + "\n"
    words = everyday_words(read_texts(articles), town_keys())
    head = "# Names of towns that are words of the language; see building/everyday_words.py.\n"
    path.write_text(head + "".join(f"{word}\n" for word in words) + by_hand, encoding="utf-8")


def town_keys() -> frozenset[str]:
    """All keys of one word in the lists of places, with and without accents."""
    lines = (LANGUAGES / "world" / "towns.tsv").read_text(encoding="utf-8").splitlines()
    listed = read_words("world", "places", WorldPlaces).names.values()
    keys = {line.partition("\t")[0] for line in lines} | {place_key(name) for names in listed for name in names}
    return frozenset(form for key in keys if " " not in key for form in (key, unaccented(key)))


def read_texts(articles: Path) -> Iterator[str]:
    """The texts of a file of articles, one JSON object a line, compressed or not."""
    content = articles.read_bytes()
    lines = gzip.decompress(content) if articles.suffix == ".gz" else content
    for line in lines.split(b"\n"):
        if line.strip():
            yield json.loads(line).get("text") or ""


def everyday_words(texts: Iterator[str], keys: frozenset[str]) -> list[str]:
    """The keys that are written in small letters at least `SMALL_AT_LEAST` times and a `SMALL_SHARE` of all times."""
    small: Counter[str] = Counter()
    all_times: Counter[str] = Counter()
    for text in texts:
        if not has_capitals(split_words(text)):
            continue
        for word in _WORD.findall(text):
            lowered = word.lower()
            if lowered in keys:
                all_times[lowered] += 1
                small[lowered] += word.islower()
    return sorted(
        key for key, count in small.items() if count >= SMALL_AT_LEAST and count >= SMALL_SHARE * all_times[key]
    )


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
