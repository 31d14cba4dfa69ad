"""Whether an occurrence is a place at all: not a person of that name, not a language, not a word with a capital."""

from __future__ import annotations

from rescuewire.extraction.mentions.gazetteer import Gazetteer, Writing
from rescuewire.extraction.mentions.kinds import NAMES_PEOPLE, PlaceKind
from rescuewire.extraction.mentions.place_languages import is_language
from rescuewire.extraction.mentions.place_namesakes import is_in_longer_name, is_in_person_name, is_part_of_town
from rescuewire.extraction.mentions.place_scanning import Occurrence
from rescuewire.extraction.mentions.place_setting import Setting
from rescuewire.extraction.mentions.place_words import Words

LARGE_TOWN = 1000
"""Thousands of people from which a town is known without further hint; a name of several words needs fewer."""

LONG_NAMED_TOWN = 50
HOME_TOWN = 30
"""Thousands of people from which a town is one where "from" or a site stands before it: "from" has surnames too."""

_KNOWN_BY_WORDS = {0: LARGE_TOWN, 1: 300}

_PHRASE_GAP = " \n\u00a0\u202f-‐‑'’ʼ,([\"“”«»‘"


def keep_places(words: Words, occurrences: list[Occurrence], gazetteer: Gazetteer) -> list[Occurrence]:
    """The occurrences that name a place or its people."""
    listed = [o for o in occurrences if o.name is not None]
    people = _cover([o for o in listed if o.kind in NAMES_PEOPLE])
    setting = Setting(words, gazetteer, _cover(listed), people)
    places = [o for o in listed if not _is_person_here(o, setting)]
    setting = Setting(words, gazetteer, _cover(places), people, _countries_named(places))
    asked = {o.first for o in listed} if len(places) == len(listed) else set[int]()  # the answer would be the same
    told = [(o, o.first not in asked and _is_person_here(o, setting)) for o in occurrences]
    persons = {o.key for o, is_person_here in told if is_person_here}
    return [o for o, is_person_here in told if not is_person_here and _is_kept(o, setting, persons)]


def _countries_named(listed: list[Occurrence]) -> frozenset[str]:
    """The countries of names that have one reading."""
    return frozenset(o.name.codes[0] for o in listed if o.name is not None and len(o.name.codes) == 1)


def _cover(occurrences: list[Occurrence]) -> frozenset[int]:
    return frozenset(index for o in occurrences for index in range(o.first, o.last + 1))


def _is_kept(occurrence: Occurrence, setting: Setting, persons: set[str]) -> bool:
    if _is_person_again(occurrence, setting, persons):
        return False
    if is_in_longer_name(occurrence, setting) or is_part_of_town(occurrence, setting):
        return False
    if occurrence.key in setting.gazetteer.needs_article:
        return _has_article(occurrence, setting)
    if occurrence.name is None:
        return is_town(occurrence, setting)
    return not is_language(occurrence, setting)


def _may_be_person(occurrence: Occurrence, gazetteer: Gazetteer) -> bool:
    """Places can be called like people; countries and their people only where listed."""
    return occurrence.key in gazetteer.person_names or occurrence.kind is PlaceKind.PLACE


def _is_person_here(occurrence: Occurrence, setting: Setting) -> bool:
    return _may_be_person(occurrence, setting.gazetteer) and is_person(occurrence, setting)


def _is_person_again(occurrence: Occurrence, setting: Setting, persons: set[str]) -> bool:
    """Whether a person of the name was told: "Jordan" after "Jordan Smith"; a country only if it is a given name."""
    can_stand_alone = occurrence.kind is PlaceKind.PLACE or occurrence.key in setting.gazetteer.given_names
    return occurrence.key in persons and can_stand_alone and not has_place_hint(occurrence, setting)


def is_person(occurrence: Occurrence, setting: Setting) -> bool:
    """Whether names or titles around it make it a person: "Mr London", "Jordan Smith"."""
    words, gazetteer = setting.words, setting.gazetteer
    if _stands_before(occurrence, setting) and _is_name_or_title(occurrence.first - 1, setting):
        return True
    if is_in_person_name(occurrence, setting):
        return True
    is_name = occurrence.key in gazetteer.person_names or occurrence.key in gazetteer.given_names
    if not is_name or _is_capital_adjective(occurrence) or not words.is_capital(occurrence.first):
        return False
    if words.key(occurrence.first - 1) in gazetteer.locatives:
        return False
    return _precedes_surname(occurrence, setting) or _follows_other_name(occurrence, setting)


def _is_capital_adjective(occurrence: Occurrence) -> bool:
    """Whether its capital says nothing: "French President"; where adjectives have none it makes a surname."""
    name = occurrence.name
    return name is not None and name.kind is PlaceKind.ADJECTIVE and name.writing is not Writing.ANY


def _stands_before(occurrence: Occurrence, setting: Setting) -> bool:
    """Whether a word stands right before, with nothing but a space or the full stop of an abbreviation between."""
    return occurrence.first > 0 and setting.words.gap(occurrence.first - 1) in {" ", ". ", "\u00a0", "-"}


def _is_name_or_title(index: int, setting: Setting) -> bool:
    words, gazetteer = setting.words, setting.gazetteer
    key, stop = words.key(index), words.gap(index).startswith(".")
    if key in gazetteer.titles or (stop and key + "." in gazetteer.titles):
        return True
    is_initial = len(key) == 1 and stop and words.is_capital(index) and key.isalpha()
    is_given = key in gazetteer.given_names and words.is_capital(index) and index not in setting.listed
    return is_initial or (is_given and not stop)


def _precedes_surname(occurrence: Occurrence, setting: Setting) -> bool:
    words, gazetteer, after = setting.words, setting.gazetteer, occurrence.last + 1
    return (
        after < len(words)
        and words.gap(occurrence.last) in {" ", "\u00a0"}
        and words.is_capital(after)
        and not words.key(after).isdigit()
        and after not in setting.listed
        and words.key(after) not in gazetteer.place_nouns
        and words.key(after) not in gazetteer.locatives
        and (not setting.is_headline(after) or words.key(after) in gazetteer.surnames)
    )


def _has_article(occurrence: Occurrence, setting: Setting) -> bool:
    """Whether an article or a locative word stands before: « la Hollande », « en Hollande », not « M. Hollande »."""
    before = setting.words.key(occurrence.first - 1)
    return before in setting.gazetteer.articles or before in setting.gazetteer.locatives


def is_town(occurrence: Occurrence, setting: Setting) -> bool:
    """Whether a name of the generated list is a town here: no part of a longer name, and known or hinted at."""
    if _follows_other_name(occurrence, setting) or _is_in_longer_name(occurrence, setting):
        return False
    if occurrence.key in setting.gazetteer.given_names:
        return _has_neighbour(occurrence, setting)
    if occurrence.key in setting.gazetteer.everyday:
        return _is_hinted_word(occurrence, setting)
    if _is_large(occurrence) or _is_long_name(occurrence) or has_place_hint(occurrence, setting):
        return True
    if any(tells(occurrence, setting) for tells in (_follows_adjective, _is_home_town, _is_site_of_town, _heads_line)):
        return True
    return _opens_report(occurrence, setting) or _is_of_named_country(occurrence, setting)


def _heads_line(occurrence: Occurrence, setting: Setting) -> bool:
    """Whether a line begins with it and a colon: « Kindia : six fillettes … »."""
    words, first = setting.words, occurrence.first
    opens = first == 0 or "\n" in words.gap(first - 1)
    is_known = _is_no_surname(occurrence, setting) and not words.surface(first).isupper()
    return opens and is_known and words.gap(occurrence.last).strip() == ":"


def _follows_adjective(occurrence: Occurrence, setting: Setting) -> bool:
    """Whether a word for the people of its country stands before it: « la serbia Subotica », "Serbian Subotica"."""
    before = occurrence.first - 1
    if not _leads_to(before, setting) or before not in setting.demonyms or setting.is_headline(occurrence.first):
        return False
    return any(code in setting.named for code, _ in occurrence.weights)


def _is_home_town(occurrence: Occurrence, setting: Setting) -> bool:
    """Whether somebody is from there: "a girl from Mildura", « oriunda de Totonicapán »; surnames are no towns here."""
    words, gazetteer, before = setting.words, setting.gazetteer, occurrence.first - 1
    if not _is_no_surname(occurrence, setting) or not _leads_to(before, setting):
        return False
    if words.key(before) in gazetteer.relations - gazetteer.sources and _leads_to(before - 1, setting):
        before -= 1
    return words.key(before) in gazetteer.sources


def _is_site_of_town(occurrence: Occurrence, setting: Setting) -> bool:
    """Whether something is in a town: « en una finca de Constanza », in a text that names its country or no place."""
    words, gazetteer, before = setting.words, setting.gazetteer, occurrence.first - 1
    if setting.listed - setting.demonyms and not any(code in setting.named for code, _ in occurrence.weights):
        return False
    if not _is_no_surname(occurrence, setting) or not gazetteer.place_words.heads.noun_first:
        return False
    if words.key(before) not in gazetteer.relations or words.is_capital(before - 1):
        return False
    if not all(_leads_to(index, setting) for index in (before, before - 1, before - 2)):
        return False
    return words.key(before - 3) in gazetteer.locatives and words.key(before - 2) in gazetteer.indefinite


def _is_no_surname(occurrence: Occurrence, setting: Setting) -> bool:
    gazetteer = setting.gazetteer
    is_name = occurrence.key in gazetteer.surnames or occurrence.key in gazetteer.person_names
    return not is_name and _people_in(occurrence) >= HOME_TOWN


def _people_in(occurrence: Occurrence) -> int:
    return max(count for _, count in occurrence.weights)


def _opens_report(occurrence: Occurrence, setting: Setting) -> bool:
    """Whether it stands alone in capitals where a line begins: "POTOSÍ.- …", "TRICHY: …"."""
    words, first = setting.words, occurrence.first
    opens = first == 0 or "\n" in words.gap(first - 1)
    after = words.gap(occurrence.last)
    return opens and words.surface(first).isupper() and not setting.is_headline(first) and after.strip() != ""


def _is_of_named_country(occurrence: Occurrence, setting: Setting) -> bool:
    """Whether "of" stands before it and the text names its country: « la paroisse de Saumur », with France named."""
    before = occurrence.first - 1
    if setting.words.key(before) not in setting.gazetteer.relations or not _leads_to(before, setting):
        return False
    is_name = occurrence.key in setting.gazetteer.surnames or occurrence.key in setting.gazetteer.person_names
    return not is_name and any(code in setting.named for code, _ in occurrence.weights)


def _is_hinted_word(occurrence: Occurrence, setting: Setting) -> bool:
    """Whether an everyday word is a town: in Bath, « la ville de Tours »; in a headline any word has a capital."""
    if _has_neighbour(occurrence, setting):
        return True
    if setting.is_headline(occurrence.first) or _precedes_capital(occurrence, setting):
        return False
    if _has_small_word(occurrence, setting):
        return True
    return _follows_place_noun(occurrence, setting) and not _leads_on(occurrence, setting)


def _precedes_capital(occurrence: Occurrence, setting: Setting) -> bool:
    gap = setting.words.gap(occurrence.last)
    return gap in {" ", "\u00a0", "-"} and setting.words.is_capital(occurrence.last + 1)


def _leads_on(occurrence: Occurrence, setting: Setting) -> bool:
    """Whether a relation word and a capital continue the name: « colonia Estrella de Oro »."""
    words, after = setting.words, occurrence.last + 1
    return words.key(after) in setting.gazetteer.relations and words.joins_next(after) and words.is_capital(after + 1)


def _is_large(occurrence: Occurrence) -> bool:
    return max(count for _, count in occurrence.weights) >= LARGE_TOWN


def _is_long_name(occurrence: Occurrence) -> bool:
    """Whether a town's name has so many words that hardly anything else is called so: "Mar del Plata"."""
    people = max(count for _, count in occurrence.weights)
    return people >= _KNOWN_BY_WORDS.get(occurrence.key.count(" "), LONG_NAMED_TOWN)


def _follows_other_name(occurrence: Occurrence, setting: Setting) -> bool:
    """Whether an unknown word with a capital stands before: "Jack London" but not « À Conakry »."""
    words, gazetteer, before = setting.words, setting.gazetteer, occurrence.first - 1
    if not _stands_before(occurrence, setting) or not words.is_capital(before) or words.key(before).isdigit():
        return False
    small = gazetteer.locatives | gazetteer.relations | gazetteer.place_nouns
    known = words.key(before) in small or words.key(before) in gazetteer.place_words.heads.before
    return not known and before not in setting.listed and not setting.is_headline(before)


def _is_in_longer_name(occurrence: Occurrence, setting: Setting) -> bool:
    return not _is_large(occurrence) and _precedes_surname(occurrence, setting)


def has_place_hint(occurrence: Occurrence, setting: Setting) -> bool:
    """Whether the words around say that a place is named."""
    return (
        _has_small_word(occurrence, setting)
        or _has_place_noun(occurrence, setting)
        or _has_neighbour(occurrence, setting)
    )


def _has_small_word(occurrence: Occurrence, setting: Setting) -> bool:
    before, gazetteer = occurrence.first - 1, setting.gazetteer
    if setting.words.key(before) in gazetteer.relations and setting.words.key(before) in gazetteer.contractions:
        before -= 1  # « près du Mans »
    return _leads_to(before, setting) and setting.words.key(before) in gazetteer.locatives


def _leads_to(before: int, setting: Setting) -> bool:
    """Whether word `before` and the next one stand in one phrase: no stop between, at most a comma or quotation."""
    gap = setting.words.gap(before)
    return before >= 0 and "\n\n" not in gap and gap.strip(_PHRASE_GAP) == ""


def _has_place_noun(occurrence: Occurrence, setting: Setting) -> bool:
    """ "Kano State", « la ville de Kano »."""
    words = setting.words
    after = words.key(occurrence.last + 1) if words.joins_next(occurrence.last) else ""
    return _follows_place_noun(occurrence, setting) or after in setting.gazetteer.place_nouns


def _follows_place_noun(occurrence: Occurrence, setting: Setting) -> bool:
    words, gazetteer = setting.words, setting.gazetteer
    before = occurrence.first - 1
    if words.key(before) in gazetteer.relations and _leads_to(before, setting):
        before -= 1
    return _leads_to(before, setting) and words.key(before) in gazetteer.place_nouns


def _has_neighbour(occurrence: Occurrence, setting: Setting) -> bool:
    """Whether a listed place stands beside it, after a comma or in brackets: "Gusau, Zamfara", « Gusau (Nigeria) »."""
    words = setting.words
    after, before = words.gap(occurrence.last).strip(" "), words.gap(occurrence.first - 1).strip(" ")
    follows = after in {",", "("} and occurrence.last + 1 in setting.listed
    return follows or (before in {",", "("} and occurrence.first - 1 in setting.listed)
