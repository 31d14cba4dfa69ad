"""Whether a demonym names a language, which is no country: « ils ne parlent pas français », "English-speaking"."""

from __future__ import annotations

from rescuewire.extraction.mentions.kinds import PlaceKind
from rescuewire.extraction.mentions.place_scanning import Occurrence
from rescuewire.extraction.mentions.place_setting import Setting

_FARTHEST = 10
_STOPS = frozenset(".!?;:()\n")


def is_language(occurrence: Occurrence, setting: Setting) -> bool:
    """Whether the demonym stands where only a language can."""
    if occurrence.kind not in {PlaceKind.ADJECTIVE, PlaceKind.DEMONYM}:
        return False
    if _has_tail(occurrence, setting):
        return True
    return ends_phrase(occurrence.last, setting) and (
        _follows_cue(occurrence, setting) or _follows_verb(occurrence, setting)
    )


def _has_tail(occurrence: Occurrence, setting: Setting) -> bool:
    """ "English-speaking", "Thai speakers"."""
    words, tails = setting.words, setting.gazetteer.country_words.language_tails
    return words.joins_next(occurrence.last) and words.key(occurrence.last + 1) in tails


def _follows_cue(occurrence: Occurrence, setting: Setting) -> bool:
    """« en espagnol »: a word that many things follow, so the name must be listed as a language."""
    words, listed = setting.words, setting.gazetteer.country_words
    if words.key(occurrence.first - 1) not in listed.language_cues:
        return False
    written = words.text[words.starts[occurrence.first] : words.ends[occurrence.last]]
    return written.lower() in {name.lower() for name in listed.languages}


def _follows_verb(occurrence: Occurrence, setting: Setting) -> bool:
    """Whether a verb of speaking stands before, with small words and languages between: "spoke no Thai or Lao"."""
    words, gazetteer = setting.words, setting.gazetteer
    if (
        gazetteer.place_words.heads.by_capital
        and words.is_capital(occurrence.first)
        and not setting.is_headline(occurrence.first)
    ):
        return False
    for before in range(occurrence.first - 1, max(occurrence.first - _FARTHEST, -1), -1):
        if not _STOPS.isdisjoint(words.gap(before)):
            return False
        if words.key(before) in gazetteer.language_verbs:
            return True
        if words.key(before) not in gazetteer.language_fillers and before not in setting.demonyms:
            return False
    return False


def ends_phrase(last: int, setting: Setting) -> bool:
    """Whether no noun can follow word `last`: a stop, or a small word that starts something new."""
    words, heads = setting.words, setting.gazetteer.place_words.heads
    gap = words.gap(last)
    if last + 1 >= len(words) or gap.strip() or "\n" in gap:
        return "-" not in gap
    return heads.noun_first or words.key(last + 1) in heads.after
