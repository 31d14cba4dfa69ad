"""Verbs of a language pack: from stems and paradigms in `verbs.yaml` to the words that are their forms."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import msgspec

from rescuewire.extraction.language_pack import PackError, read_words
from rescuewire.extraction.token_patterns import VerbForms, fold

FORMS = (
    "infinitive",
    "present",
    "past",
    "participle",
    "gerund",
    "future",
    "conditional",
    "subjunctive",
    "imperative",
)
"""The forms that realis and voice are read from; `past` is a finite past, simple or imperfect."""


class Verb(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One verb: the endings of `paradigm` on `stem`, with `forms` told in full taking their place."""

    paradigm: str | None = None
    stem: str | None = None
    stems: dict[str, str] = {}
    forms: dict[str, list[str]] = {}


class VerbWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `verbs.yaml`: paradigms (form -> endings) and verbs by name.

    A verb may be a string: "stem + paradigm" ("libér er"), for the regular ones.
    """

    paradigms: dict[str, dict[str, list[str]]]
    verbs: dict[str, str | Verb]


@cache
def load_verbs(pack: str) -> VerbForms:
    """Return the verb forms of a pack; raise PackError where a verb names no known paradigm or form."""
    words = read_words(pack, "verbs", VerbWords)
    return {name: _inflect(pack, name, verb, words.paradigms) for name, verb in words.verbs.items()}


def finite_words(verbs: VerbForms) -> frozenset[str]:
    """Return the words that are a form of one of `verbs` and no participle."""
    forms = [(name, words) for verb in verbs.values() for name, words in verb.items()]
    participles = {word for name, words in forms if name == "participle" for word in words}
    return frozenset(word for _, words in forms for word in words) - participles


def _inflect(
    pack: str, name: str, verb: str | Verb, paradigms: Mapping[str, Mapping[str, list[str]]]
) -> dict[str, frozenset[str]]:
    if isinstance(verb, str):
        stem, _, paradigm = verb.partition(" ")
        verb = Verb(stem=stem, paradigm=paradigm.strip())
    endings = _endings(pack, name, verb, paradigms)
    forms = {form: _joined(verb, form, ends) for form, ends in endings.items()}
    forms |= {form: frozenset(map(fold, told)) for form, told in verb.forms.items()}
    unknown = sorted(set(forms) - set(FORMS))
    if unknown:
        raise PackError(f"languages/{pack}/verbs.yaml: verbs.{name}: no form is called {unknown[0]!r}; use {FORMS}")
    return forms


def _endings(
    pack: str, name: str, verb: Verb, paradigms: Mapping[str, Mapping[str, list[str]]]
) -> Mapping[str, list[str]]:
    if verb.paradigm is None:
        return {}
    if verb.paradigm not in paradigms:
        raise PackError(f"languages/{pack}/verbs.yaml: verbs.{name}: no paradigm is called {verb.paradigm!r}")
    return paradigms[verb.paradigm]


def _joined(verb: Verb, form: str, endings: list[str]) -> frozenset[str]:
    stem = verb.stems.get(form, verb.stem or "")
    return frozenset(fold(stem + ending) for ending in endings)
