"""Countries, their peoples and their towns in the form that a place in a sentence asks for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

WORDS = Path(__file__).parent / "words"
_VOWELS = "aeiouyâéèêîôûAEIOUYÉÈÊÎÔÛÂ"
_MUTE = ("Haï", "Hanoï", "Honi", "haï", "hond", "Hond")
_CONTRACTED = {"de le": "du ", "de les": "des ", "à le": "au ", "à les": "aux "}


@dataclass(frozen=True)
class Country:
    """A row of countries.<language>.tsv; an empty word means that there is none that is clear."""

    code: str
    article: str
    name: str
    men: str
    women: str
    town: str


@cache
def read_countries(language: str) -> dict[str, Country]:
    """All countries by code."""
    rows = [line.split("\t") for line in _lines(f"countries.{language}.tsv")]
    if language != "fr":
        rows = [[row[0], "", *row[1:]] for row in rows]
    return {row[0]: Country(*row) for row in rows}


@cache
def read_towns(language: str) -> tuple[tuple[str, str], ...]:
    """Further towns, each with the code of its country."""
    column = ("en", "fr", "es").index(language) + 1
    return tuple((row[0], row[column]) for row in (line.split("\t") for line in _lines("towns.tsv")))


def _lines(name: str) -> list[str]:
    return [line for line in (WORDS / name).read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


def people_words(country: Country, form: str, language: str, *, noun: bool) -> str:
    """The people in a form: adj or people in English, ms, fs, mp, fp in the others; "" if it has no clear word."""
    if language == "en":
        return country.men if form == "adj" else country.women
    word = country.men if form[0] == "m" else country.women
    if form[1] == "p" and word:
        word = _plural_fr(word) if language == "fr" else _plural_es(word)
    return "-".join(part.capitalize() for part in word.split("-")) if noun and language == "fr" else word


def _plural_fr(word: str) -> str:
    return word if word.endswith(("s", "x", "burkinabè")) else word + "s"


def _plural_es(word: str) -> str:
    if word[-1] in "aeiou":
        return word + "s"
    if word[-2:] in ("és", "án", "én", "ín", "ón"):
        word = word[:-2] + {"é": "e", "á": "a", "í": "i", "ó": "o"}[word[-2]] + word[-1]
    return word + "es"


def country_words(country: Country, form: str, language: str) -> str:
    """The country in a form: name, or in French in, of, ofthe, the."""
    if language != "fr" or form == "name":
        return country.name
    vowel = _begins_with_vowel(country.name)
    if form == "the":
        return _with_article(country, vowel=vowel)
    if form == "in":
        return _in_french(country, vowel=vowel)
    if form == "of" and country.article in "fm" and (vowel or country.article == "f"):
        return _of(country.name, vowel=vowel)
    return _contracted("de", _with_article(country, vowel=vowel), vowel=vowel and country.article in "e-")


def _in_french(country: Country, *, vowel: bool) -> str:
    if country.article in "fe" or (country.article == "m" and vowel):
        return f"en {country.name}"
    return _contracted("à", _with_article(country, vowel=vowel))


def _with_article(country: Country, *, vowel: bool) -> str:
    if country.article in "e-":
        return country.name
    if vowel and country.article != "p":
        return f"l'{country.name}"
    return {"m": "le ", "f": "la ", "i": "la ", "p": "les "}[country.article] + country.name


def _contracted(preposition: str, name: str, *, vowel: bool = False) -> str:
    first, _, rest = name.partition(" ")
    contracted = _CONTRACTED.get(f"{preposition} {first}")
    if contracted:
        return contracted + rest
    return f"d'{name}" if vowel else f"{preposition} {name}"


def _of(name: str, *, vowel: bool) -> str:
    return f"d'{name}" if vowel else f"de {name}"


def _begins_with_vowel(name: str) -> bool:
    return (name[0] in _VOWELS and not name.startswith("Yé")) or name.startswith(_MUTE)


def town_words(town: str, form: str, language: str) -> str:
    """The town in a form: name, or in French at, of."""
    if language != "fr" or form == "name":
        return town
    preposition = "à" if form == "at" else "de"
    if town.startswith("Le "):
        return _contracted(preposition, "le" + town[2:])
    return _of(town, vowel=_begins_with_vowel(town)) if form == "of" else f"à {town}"
