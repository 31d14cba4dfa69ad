"""Ordinary news without end: made-up articles of frequent words, names that never came before, and figures."""

from __future__ import annotations

import random
from collections.abc import Iterator

from rescuewire.extraction.packs.language_pack import pack_file
from rescuewire_schemas.article import Article

WORDS = 450
"""Words of an article, as many as in ordinary news."""
NEW_NAMES = 8
"""Names an article that no other has: about as many as news keeps bringing after its first 100,000 articles."""
RESCUES = {
    "en": "Police rescued {figure} trafficking victims from a brothel in {name} on Monday.",
    "es": "La policía rescató a {figure} víctimas de trata en un burdel de {name}.",
    "fr": "La police a libéré {figure} victimes de traite dans une maison close de {name}.",
}
ARTICLES_A_RESCUE = 30
"""One article in so many tells a rescue: what the gate passes of ordinary news."""
_SYLLABLES = [first + second for first in "bcdfghklmnprstvz" for second in ("a", "e", "i", "o", "u", "an", "é")]


def ordinary_news(articles: int, seed: int = 0) -> Iterator[Article]:
    """So many articles, each in the next of the languages."""
    chance = random.Random(seed)
    words = {code: pack_file(code, "frequent_words.txt").read_text(encoding="utf-8").split() for code in RESCUES}
    for number in range(articles):
        code = tuple(RESCUES)[number % len(RESCUES)]
        names = [_name(chance) for _ in range(NEW_NAMES)]
        text = _text(words[code], names, chance)
        if number // len(RESCUES) % ARTICLES_A_RESCUE == 0:
            text += " " + RESCUES[code].format(figure=chance.randrange(5, 10**4), name=names[0])
        yield Article(id=str(number), title=names[0], text=text, language=code)


def _text(frequent: list[str], names: list[str], chance: random.Random) -> str:
    words = [_word(frequent, names, chance) for _ in range(WORDS)]
    for place in range(19, WORDS, 20):
        words[place] += "."
    return " ".join(words)


def _word(frequent: list[str], names: list[str], chance: random.Random) -> str:
    kind = chance.random()
    if kind < 0.05:
        return chance.choice(names) + chance.choice(("", "", ",", "'s", "-" + chance.choice(frequent)))
    if kind < 0.07:
        return f"{chance.randrange(10**5):,}"
    word = frequent[int(len(frequent) ** chance.random()) - 1]  # of rank r as often as 1 / r, as in all texts
    return word + "," if kind > 0.95 else word


def _name(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=4)).capitalize()
