"""Write `languages/<code>/frequent_words.txt`: the most frequent tokens of ordinary news, the first the most frequent.

    python pipelines/rescuewire/languages/building/frequent_words.py fr ARTICLES.jsonl…

Articles are JSON lines, `.gz` or not, of any ordinary news in the language: a few thousand are enough. The list
decides by which of its words a pattern is looked for, and so how fast an article is read; not what is found.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import spacy

from rescuewire.extraction.packs.commonness import FREQUENT_WORDS
from rescuewire.extraction.packs.language_pack import pack_file
from rescuewire.extraction.patterns.token_patterns import fold

LISTED = 3000


def texts_in(path: Path) -> Iterator[str]:
    """The texts of a file of articles."""
    open_text = gzip.open if path.suffix == ".gz" else open
    with open_text(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line).get("text") or ""


def frequent_tokens(language: str, texts: Iterator[str], listed: int = LISTED) -> list[str]:
    """The most frequent tokens in folded form, equally frequent ones in the order of their letters."""
    tokenizer = spacy.blank(language).tokenizer
    chunks = Counter(chunk for text in texts for chunk in text.split())
    counts: Counter[str] = Counter()
    for chunk, times in chunks.items():
        for token in tokenizer(chunk):
            counts[fold(token.text)] += times
    return sorted(counts, key=lambda token: (-counts[token], token))[:listed]


def main(language: str, *paths: str) -> None:
    """Count the tokens of all files."""
    texts = (text for path in paths for text in texts_in(Path(path)))
    tokens = frequent_tokens(language, texts)
    pack_file(language, FREQUENT_WORDS).write_text("".join(f"{token}\n" for token in tokens), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
