"""Verbs of a language pack: from stems and paradigms in `verbs.yaml` to the words that are their forms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

import msgspec

from rescuewire.extraction.pack_errors import PackError, suggestion
from rescuewire.extraction.packs.language_pack import pack_file, read_words
from rescuewire.extraction.packs.pack_places import Key, error_at_key
from rescuewire.extraction.packs.word_class import WordClass
from rescuewire.extraction.patterns.token_patterns import VerbForms, fold

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
    for paradigm, endings in words.paradigms.items():
        _refuse_unknown_forms(pack, ("paradigms", paradigm), endings)
    return {name: _inflect(pack, name, verb, words.paradigms) for name, verb in words.verbs.items()}


def forms_of_listed(pack: str, file: str, key: str, names: Iterable[str]) -> WordClass:
    """All words of the verbs listed under `key` of another file; raise PackError at one that is no verb of the pack."""
    verbs = load_verbs(pack)
    for index, name in enumerate(names):
        if name not in verbs:
            what = f"the verb {name!r} is not in verbs.yaml{suggestion(name, verbs)}"
            raise error_at_key(pack_file(pack, f"{file}.yaml"), (key, index), what)
    return WordClass(word for name in names for words in verbs[name].values() for word in words)


def words_in_form(verbs: VerbForms, form: str) -> WordClass:
    """Return the words that are this form of one of `verbs`."""
    return WordClass(word for verb in verbs.values() for word in verb.get(form, ()))


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
    _refuse_unknown_forms(pack, ("verbs", name, "forms"), verb.forms)
    _refuse_unknown_forms(pack, ("verbs", name, "stems"), verb.stems)
    endings = _endings(pack, name, verb, paradigms)
    forms = {form: _joined(verb, form, ends) for form, ends in endings.items()}
    return forms | {form: frozenset(map(fold, told)) for form, told in verb.forms.items()}


def _refuse_unknown_forms(pack: str, key: Key, forms: Iterable[str]) -> None:
    for form in forms:
        if form not in FORMS:
            raise _error(pack, (*key, form), f"no form is called {form!r}{suggestion(form, FORMS)}")


def _error(pack: str, key: Key, what: str) -> PackError:
    return error_at_key(pack_file(pack, "verbs.yaml"), key, what)


def _endings(
    pack: str, name: str, verb: Verb, paradigms: Mapping[str, Mapping[str, list[str]]]
) -> Mapping[str, list[str]]:
    if verb.paradigm is None:
        return {}
    if verb.paradigm not in paradigms:
        what = f"no paradigm is called {verb.paradigm!r}{suggestion(verb.paradigm, paradigms)}"
        raise _error(pack, ("verbs", name), f'{what} (a verb is "stem paradigm")')
    return paradigms[verb.paradigm]


def _joined(verb: Verb, form: str, endings: list[str]) -> frozenset[str]:
    stem = verb.stems.get(form, verb.stem or "")
    return frozenset(fold(stem + ending) for ending in endings)
