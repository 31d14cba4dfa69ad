"""Write `languages/<code>/number_words.tsv` from the spell-out rules of CLDR.

    python pipelines/rescuewire/languages/building/build_number_words.py fr=fr,fr_BE,fr_CH en=en,en_IN es

Needs `unicode-rbnf`, a development dependency. Each row holds words, their value, and whether the value
is added to what stands before it or multiplies it. Numbers below one hundred are rows of their own, so
that « quatre-vingt-dix » and "treinta y uno" need no grammar; larger ones are composed when a text is
read. Rows of `number_words_by_hand.tsv`, where a language has that file, are appended: what CLDR lacks
(octante, spellings without accents).
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from unicode_rbnf import FormatPurpose, RbnfEngine

from rescuewire.extraction.mentions.numbers import read_number_rows

LANGUAGES = Path(__file__).resolve().parent.parent
SCALES = (100, 1000, 100_000, 1_000_000, 10_000_000, 1_000_000_000)

Row = tuple[str, int, str]


def spellings(engine: RbnfEngine, number: int) -> set[str]:
    """Every way to write `number` in words, with plain spaces for hyphens and soft hyphens removed."""
    texts = engine.format_number(number, FormatPurpose.CARDINAL).text_by_ruleset.values()
    return {" ".join(text.replace("\u00ad", "").replace("-", " ").lower().split()) for text in texts}


def rows_of(engine: RbnfEngine) -> Iterator[Row]:
    """All rows of one locale; zero is no count."""
    known: dict[str, int] = {}
    for number in range(1, 100):
        for words in sorted(spellings(engine, number)):
            known[words] = number
            yield words, number, "adds"
    for scale in SCALES:
        yield from scale_rows(engine, scale, known)


def scale_rows(engine: RbnfEngine, scale: int, known: dict[str, int]) -> Iterator[Row]:
    """The words that multiply by `scale`, and multiples that are words of their own (quinientos)."""
    for factor in range(1, 10):
        for words in sorted(spellings(engine, factor * scale)):
            multiplier = words.split(" ")[-1]
            rest = words.removesuffix(multiplier).strip()
            if rest == "" and factor > 1:
                yield words, factor * scale, "adds"
            elif known.get(rest, 1) == factor or (rest == "" and factor == 1):
                yield multiplier, scale, "multiplies"
    for words in sorted(spellings(engine, scale + 1)):
        before_one = words.split(" ")[0]
        if before_one not in known and len(words.split(" ")) == 2:
            yield before_one, scale, "multiplies"


def rows_by_hand(code: str) -> Iterator[Row]:
    """The rows that a language adds itself."""
    path = LANGUAGES / code / "number_words_by_hand.tsv"
    for words, number in read_number_rows(path, header=False) if path.exists() else ():
        yield words, number.value, "multiplies" if number.multiplies else "adds"


def build(code: str, locales: Iterable[str]) -> int:
    """Write one language's table out of its locales; give the number of rows."""
    rows: dict[str, Row] = {}
    for locale in locales:
        for row in rows_of(RbnfEngine.for_language(locale)):
            rows.setdefault(row[0], row)
    for row in rows_by_hand(code):
        rows.setdefault(row[0], row)
    lines = ["\t".join((words, str(value), role)) for words, value, role in rows.values()]
    path = LANGUAGES / code / "number_words.tsv"
    path.write_text("\n".join(["words\tvalue\trole", *lines]) + "\n", encoding="utf-8")
    return len(lines)


def main(arguments: list[str]) -> None:
    """Build the table of each argument: `code` or `code=locale,locale`."""
    for argument in arguments:
        code, _, locales = argument.partition("=")
        print(f"{code}: {build(code, (locales or code).split(','))} rows")


if __name__ == "__main__":
    main(sys.argv[1:])
