"""Token patterns: the little notation in which language packs write multi-word expressions.

A pattern is words separated by blanks. `{free}` stands for any form of the verb *free* of the pack,
`{free:participle,past}` for those forms alone, `(a|b c)` for alternatives, `(a|b)?` for an optional
part, `…` for up to `GAP` tokens, and `traffick*` for any token that begins so. All matching is on
lower-case tokens with straight apostrophes, and never leaves a sentence.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from rescuewire.extraction.pack_errors import suggestion

GAP = 12
"""The most tokens that `…` stands for."""
SHORTEST_PREFIX = 2
"""The fewest letters that stand before `*`."""
_PART = re.compile(r"\{[^}]+\}\??|\([^)]+\)\??|\S+")
_NESTED = re.compile(r"\([^)]*\(")
_GLUED = re.compile(r"(?:^|\s)(?:\([^)]*\)|\{[^}]*\})\??[\w({]")
_EMPTY = re.compile(r"\(\s*[|)]|\|\s*[|)]")
_GAP_SIGN = "…"

Tokenize = Callable[[str], list[str]]
VerbForms = Mapping[str, Mapping[str, frozenset[str]]]
"""Verb -> name of a form ("participle") -> the words that can be that form."""


class PatternError(ValueError):
    """A pattern of a language pack is not in the notation of this module."""


@dataclass(frozen=True)
class Element:
    """One place of a compiled pattern: a set of words, of beginnings of words, or a gap."""

    words: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()
    is_gap: bool = False

    def accepts(self, token: str) -> bool:
        """Tell whether `token`, in lower case, can stand here."""
        return token in self.words or (bool(self.prefixes) and token.startswith(self.prefixes))


def fold(word: str) -> str:
    """Lower-case `word` and straighten its apostrophes; its length does not change."""
    lowered = word.lower()
    if len(lowered) != len(word):
        lowered = word
    return lowered.replace("’", "'").replace("ʼ", "'")


def compile_pattern(pattern: str, verbs: VerbForms, tokenize: Tokenize) -> Iterator[tuple[Element, ...]]:
    """Yield the element sequences that `pattern` stands for; raise PatternError if it is malformed."""
    parts = _PART.findall(pattern)
    mistake = _mistake(pattern, parts)
    if mistake:
        raise PatternError(f"the pattern {pattern!r} {mistake}")
    choices = [_choices(part, verbs, tokenize) for part in parts]
    for combination in itertools.product(*choices):
        elements = tuple(itertools.chain.from_iterable(combination))
        if not elements or elements[0].is_gap:
            raise PatternError(f"the pattern {pattern!r} must begin with a word; put one first that cannot be missing")
        yield elements


def _mistake(pattern: str, parts: list[str]) -> str:
    """What is wrong with the signs of a pattern, and what to do; nothing where all is well."""
    if _NESTED.search(pattern):
        return "has brackets inside brackets; write them as two patterns"
    if any(part.count(one) != part.count(two) for part in parts for one, two in ("()", "{}")):
        return "has a bracket without its other one; add it or take it out"
    if _EMPTY.search(pattern):
        return "has an empty alternative; delete it, or write (a|b)? for what may be missing"
    if _GLUED.search(pattern):
        return "has a word that touches a bracket; put a blank between"
    if any("|" in part and not part.startswith("(") for part in parts):
        return "has | outside of brackets; put brackets around the alternatives"
    if any(_GAP_SIGN in part and part != _GAP_SIGN for part in parts):
        return f"has {_GAP_SIGN} inside a word or brackets; put blanks around it, outside of brackets"
    if len(parts) > 1 and parts[-1] == _GAP_SIGN:
        return f"ends in {_GAP_SIGN}; take it out"
    return ""


@cache
def places_of(pattern: str) -> int:
    """Return how many places of a pattern a match must fill: its words, alternatives counted once, gaps not at all."""
    return sum(part != _GAP_SIGN for part in _PART.findall(pattern))


def _choices(part: str, verbs: VerbForms, tokenize: Tokenize) -> list[tuple[Element, ...]]:
    optional = part.endswith("?") and len(part) > 1
    bare = part[:-1] if optional else part
    found = _required_choices(bare, verbs, tokenize)
    return [*found, ()] if optional else found


def _required_choices(part: str, verbs: VerbForms, tokenize: Tokenize) -> list[tuple[Element, ...]]:
    if part == _GAP_SIGN:
        return [(Element(is_gap=True),)]
    if part.startswith("{"):
        return [(_verb_element(part.strip("{}"), verbs),)]
    if part.startswith("("):
        return _alternatives(part.strip("()").split("|"), verbs, tokenize)
    return [_literal(part, verbs, tokenize)]


def _alternatives(options: list[str], verbs: VerbForms, tokenize: Tokenize) -> list[tuple[Element, ...]]:
    """Compile alternatives; those of one token become one element, so that patterns stay few."""
    compiled = [_literal(option, verbs, tokenize) for option in options]
    single = [elements[0] for elements in compiled if len(elements) == 1]
    words = frozenset().union(*(element.words for element in single))
    prefixes = tuple(prefix for element in single for prefix in element.prefixes)
    united = [(Element(words=words, prefixes=prefixes),)] if single else []
    return united + [elements for elements in compiled if len(elements) != 1]


def _verb_element(reference: str, verbs: VerbForms) -> Element:
    name, _, wanted = reference.partition(":")
    if name not in verbs:
        raise PatternError(f"the verb {name!r} is not in verbs.yaml{suggestion(name, verbs)}")
    forms = verbs[name]
    names = [n.strip() for n in wanted.split(",")] if wanted else list(forms)
    missing = [n for n in names if n not in forms]
    if missing:
        raise PatternError(f"the verb {name!r} has no form {missing[0]!r}{suggestion(missing[0], forms)}")
    words = frozenset().union(*(forms[n] for n in names))
    if not words:
        raise PatternError(f"the verb {name!r} has no words for {wanted or 'any form'!r}; add them to verbs.yaml")
    return Element(words=words)


def _literal(text: str, verbs: VerbForms, tokenize: Tokenize) -> tuple[Element, ...]:
    elements: list[Element] = []
    for word in text.split():
        if word.count("{") != word.count("}"):
            raise PatternError(f"{word!r} has a brace without its other one; write forms without blanks: {{verb:a,b}}")
        if word.startswith("{"):
            elements.append(_verb_element(word.strip("{}"), verbs))
        elif word.endswith("*") and len(word) <= SHORTEST_PREFIX:
            raise PatternError(f"{word!r} begins too many words; write {SHORTEST_PREFIX} letters or more before *")
        elif word.endswith("*"):
            elements.append(Element(prefixes=(fold(word[:-1]),)))
        else:
            elements.extend(Element(words=frozenset({fold(token)})) for token in tokenize(word))
    return tuple(elements)
