"""What is no count of people: ages, money, measures, dates, names with a number, things that are counted."""

from __future__ import annotations

from rescuewire.extraction.mentions.count_figures import Figure, FigureKind, read_number_at
from rescuewire.extraction.mentions.count_words import CountWords
from rescuewire.extraction.mentions.text_pieces import Pieces

_MONEY_SIGNS = frozenset("$€£¥₹₦₱฿₫")
_SIGNS_BEFORE = _MONEY_SIGNS | frozenset("#@/=&_*.\\")
_SIGNS_AFTER = _MONEY_SIGNS | frozenset("%‰°@/=_\\²³º")
_FIRST_YEAR, _LAST_YEAR = 1900, 2059
_OLDEST = 115
_LONGEST_NOUN_PHRASE = 4


def counts_no_people(pieces: Pieces, start: int, figure: Figure, words: CountWords) -> bool:
    """Whether the figure, whose bound words begin at piece `start`, is certainly no count of people."""
    return (
        _is_glued(pieces, figure)
        or _is_fraction(pieces, figure, words)
        or _counts_things(pieces, figure.end, words)
        or (figure.kind is FigureKind.ARTICLE and not _article_has_noun(pieces, figure, words))
        or (figure.number is not None and _is_label(pieces, figure, words, start < figure.start))
    )


def _is_glued(pieces: Pieces, figure: Figure) -> bool:
    """A4, 9th, K-9, two-bedroom, 25 %, $5."""
    before, behind = figure.start - 1, figure.end
    if pieces.word(before) in _MONEY_SIGNS or pieces.word(behind) in _SIGNS_AFTER:
        return True
    if pieces.tight(before) and (pieces.word(before) in _SIGNS_BEFORE or _is_joined_before(pieces, figure)):
        return True
    return _is_joined_behind(pieces, figure)


def _is_joined_before(pieces: Pieces, figure: Figure) -> bool:
    before = figure.start - 1
    if pieces.is_alphabetic(before):
        return True
    hyphened = pieces.word(before) == "-" and pieces.tight(before - 1)
    return hyphened and (pieces.is_word(before - 1) or pieces.is_digits(before - 1))


def _is_joined_behind(pieces: Pieces, figure: Figure) -> bool:
    last = figure.end - 1
    if pieces.tight(last) and pieces.is_alphabetic(figure.end) and pieces.is_digits(last):
        return True
    behind_hyphen = pieces.past_hyphen(figure.end)
    return behind_hyphen > figure.end and pieces.is_word(behind_hyphen)


def _is_fraction(pieces: Pieces, figure: Figure, words: CountWords) -> bool:
    return behind_fraction(pieces, figure, words) > figure.end


def behind_fraction(pieces: Pieces, figure: Figure, words: CountWords) -> int:
    """Behind "one in three" or « un enfant sur deux », else behind the figure."""
    at_end = figure.end + 2 if figure.number is not None and pieces.is_word(figure.end) else figure.end + 1
    for at in range(figure.end, at_end):
        behind = words.fraction_links.end(pieces, at)
        number = read_number_at(pieces, behind, words) if behind > at else None
        if number and _is_ratio(pieces, behind):
            return number.end
    return figure.end


def _is_ratio(pieces: Pieces, behind: int) -> bool:
    """A year behind "in" makes no ratio: "freed 12 in 2014"."""
    return not (pieces.is_digits(behind) and len(pieces.word(behind)) > 2)


def _counts_things(pieces: Pieces, i: int, words: CountWords) -> bool:
    """Whether the noun of the figure that ends at piece `i` is one for things."""
    i = _behind_coordinated(pieces, i, words)
    for _ in range(_LONGEST_NOUN_PHRASE):
        behind_thing = words.things.end(pieces, i)
        if behind_thing > i:
            return not _goes_on(pieces, behind_thing, words)
        behind_partitive = words.partitives.end(pieces, i)
        if behind_partitive > i:
            i = behind_partitive
        elif pieces.word(i) in words.skipped:
            i += 1
        elif _is_modifier(pieces, i, words):
            i = _behind_modifier(pieces, i)
        else:
            return False
    return False


def _behind_coordinated(pieces: Pieces, i: int, words: CountWords) -> int:
    """Behind the second of two numbers that share a noun: "15 and 11 years"."""
    behind = words.coordinators.end(pieces, i)
    number = read_number_at(pieces, behind, words) if behind > i else None
    return number.end if number and words.things.end(pieces, number.end) > number.end else i


def _goes_on(pieces: Pieces, i: int, words: CountWords) -> bool:
    """Whether a noun for things that ends at piece `i` modifies one behind it: "farm labourers", "school-girls"."""
    if pieces.past_hyphen(i) > i:
        return True
    singular = words.things_after_modifiers and not pieces.word(i - 1).endswith(words.plural_endings)
    return singular and _is_head(pieces, i, words) and words.things.end(pieces, i) == i


def _is_head(pieces: Pieces, i: int, words: CountWords) -> bool:
    """Whether the word at piece `i` looks like the plural that ends a noun phrase."""
    word = pieces.word(i)
    if word in words.heads:
        return True
    return pieces.is_word(i) and word.endswith(words.plural_endings) and word not in words.never_modifiers


def _is_modifier(pieces: Pieces, i: int, words: CountWords) -> bool:
    """Whether an unknown word may modify the noun behind it: "two fishing boats", not "two boys hours"."""
    if not words.things_after_modifiers or not pieces.is_word(i) or pieces.word(i) in words.never_modifiers:
        return False
    return not _is_head(pieces, i, words) and pieces.is_word(_behind_modifier(pieces, i))


def _behind_modifier(pieces: Pieces, i: int) -> int:
    """Behind a modifier, which may be hyphened: "two bangle-making units"."""
    behind_hyphen = pieces.past_hyphen(i + 1)
    return behind_hyphen + 1 if behind_hyphen > i + 1 else i + 1


def _article_has_noun(pieces: Pieces, figure: Figure, words: CountWords) -> bool:
    """An article needs a noun, a number may stand alone: « l'un des otages », "una de ellas"."""
    if words.partitives.end(pieces, figure.end) > figure.end or _opens_age(pieces, figure.end):
        return True
    return pieces.is_word(figure.end) and pieces.word(figure.end) not in words.not_nouns


def _opens_age(pieces: Pieces, i: int) -> bool:
    """Whether digits hyphened to a word begin at piece `i`: "a 15-year-old boy"."""
    return pieces.is_digits(i) and pieces.past_hyphen(i + 1) > i + 1


def _is_label(pieces: Pieces, figure: Figure, words: CountWords, bounded: bool) -> bool:
    """Whether the number names a day, a year, a list item, an age."""
    if _is_day(pieces, figure, words):
        return True
    if not pieces.is_digits(figure.start) or not pieces.is_digits(figure.end - 1):
        return False
    at_list = _is_list_number(pieces, figure)
    return at_list or (not bounded and (_is_year(pieces, figure, words) or _is_age(pieces, figure)))


def _is_day(pieces: Pieces, figure: Figure, words: CountWords) -> bool:
    """ "3 June", "June 3", « 3 de mayo »."""
    if figure.mention.best is None or figure.mention.best > 31:
        return False
    if words.months.longest(pieces, words.partitives.end(pieces, figure.end)):
        return True
    return _month_ends_at(pieces, figure.start, words)


def _month_ends_at(pieces: Pieces, i: int, words: CountWords) -> bool:
    """Whether a month that may take a day behind it ends at piece `i`, which is not so in "in May 24 women"."""
    hit = words.months.longest(pieces, i - 1)
    return hit is not None and hit[0] == i and pieces.word(i - 2) not in words.month_only


def _is_year(pieces: Pieces, figure: Figure, words: CountWords) -> bool:
    """Four bare digits: a round number is a year only where a word for years leads it or no noun follows."""
    value = figure.mention.best
    if value is None or len(pieces.word(figure.start)) != 4 or not _FIRST_YEAR <= value <= _LAST_YEAR:
        return False
    if value % 100:
        return True
    has_noun = pieces.is_word(figure.end) and pieces.word(figure.end) not in words.not_nouns
    return not has_noun or words.year_leads.longest(pieces, figure.start - 1) is not None


def _is_list_number(pieces: Pieces, figure: Figure) -> bool:
    """ "2. Witnesses": a number and a sign at the start of a line."""
    at_line_start = pieces.word(figure.start - 1) in ("", "\n")
    return at_line_start and pieces.word(figure.end) in (".", ")", "-", "–", "")


def _is_age(pieces: Pieces, figure: Figure) -> bool:
    """ "Julius Sang, 34, said": a small number between commas, or alone behind a name."""
    value = figure.mention.best
    if value is None or value > _OLDEST or pieces.word(figure.start - 1) != "," or not pieces.is_word(figure.start - 2):
        return False
    if pieces.word(figure.end) == ",":
        return True
    return pieces.capital(figure.start - 2) and pieces.word(figure.end) in (".", ")", ";", "\n", "")
