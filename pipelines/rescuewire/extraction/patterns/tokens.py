"""Tokens as the finders see them: the folded words of documents and sentences, and how texts are cut into them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Any, TypeAlias, TypeVar

from spacy.attrs import IS_LOWER, IS_PUNCT, IS_SPACE, IS_TITLE
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from rescuewire.extraction.patterns.chunks import ChunkCutter
from rescuewire.extraction.patterns.remembered import Remembered
from rescuewire.extraction.patterns.token_patterns import fold

Kept = TypeVar("Kept")
_SENTENCES = "rescuewire_sentence_bounds"
_VOWEL = "a"
_TEXT, _WRITTEN, _FOLDED = "rescuewire_text", "rescuewire_written", "rescuewire_folded"
_CHUNKS_OF_NEWS = 1 << 15
"""How much of what stands between blanks is remembered."""
_ASKED_OF_TOKENS = (IS_LOWER, IS_PUNCT, IS_SPACE, IS_TITLE)
_Cut: TypeAlias = tuple[tuple[str, ...], tuple[str, ...]]
"""The words of a chunk as they are written, and in folded form."""
_CHUNK = re.compile(r"(\S+)( ?)(\s*)")


def folded(piece: Doc | Span) -> list[str]:
    """Return the tokens of `piece` in lower case with straight apostrophes, one for one; not to be changed."""
    words = _kept(piece.doc, _FOLDED, lambda doc: [fold(word) for word in written(doc)])
    return words if isinstance(piece, Doc) else words[piece.start : piece.end]


def written(doc: Doc) -> list[str]:
    """Return the tokens of a document as they are written; not to be changed."""
    return _kept(doc, _WRITTEN, lambda doc: [token.text for token in doc])


def text_of(doc: Doc) -> str:
    """Return `doc.text`, which spaCy puts together from the tokens each time."""
    return _kept(doc, _TEXT, lambda doc: doc.text)


def _kept(doc: Doc, name: str, read: Callable[[Doc], Kept]) -> Kept:
    """Return what a document keeps under a name: every finder reads the words, and spaCy makes an object of each."""
    kept: Kept | None = doc.user_data.get(name)
    if kept is None:
        kept = doc.user_data[name] = read(doc)
    return kept


def sentence_bounds(doc: Doc) -> list[tuple[int, int]]:
    """Return where each sentence starts, and the token behind its last one; for documents whose sentences are found."""
    return _kept(doc, _SENTENCES, _sentence_bounds)


def sentences(doc: Doc) -> list[Span]:
    """Return `doc.sents`, without a walk over its tokens.

    `Span(doc, …)` is what `doc[start:end]` makes in three times as long; finders write their mentions so too.
    """
    return [Span(doc, start, end) for start, end in sentence_bounds(doc)]


def keep_sentence_starts(doc: Doc, starts: Iterable[int]) -> None:
    """Keep the first token of each sentence, in order, so that nobody has to look for them."""
    doc.user_data[_SENTENCES] = list(pairwise([*starts, len(doc)]))


def _sentence_bounds(doc: Doc) -> list[tuple[int, int]]:
    starts = (doc.to_array("SENT_START") == 1).nonzero()[0].tolist()
    return list(pairwise([*starts, len(doc)]))


def tokenizer_of(nlp: Language) -> Callable[[str], list[str]]:
    """Return a function that cuts a phrase into the same tokens that articles are cut into."""
    cut = ChunkCutter(nlp)

    def tokenize(phrase: str) -> list[str]:
        return _elided(cut, phrase) or cut(phrase)

    return tokenize


def _elided(cut: Callable[[str], list[str]], phrase: str) -> list[str]:
    """Return the tokens of a phrase that ends in an elision (« d' », "dell'") as they are before a vowel, else none."""
    if not phrase.endswith(("'", "’")):
        return []
    *tokens, last = cut(phrase + _VOWEL)
    return tokens if last == _VOWEL else []


def _cut_and_folded(cut: ChunkCutter, chunk: str) -> _Cut:
    """Return the words of a chunk with their folded form, the same object where it is folded: nine in ten are."""
    words = tuple(cut(chunk))
    return (words, words) if fold(chunk) == chunk else (words, tuple(map(fold, words)))


def _lean_vocabulary(nlp: Language) -> Vocab:
    """Return an empty vocabulary that works out of a new word only what rules ask of tokens."""
    vocab: Any = nlp.vocab  # its stubs know no getters
    getters = vocab.lex_attr_getters
    return Vocab(lex_attr_getters={attribute: getters[attribute] for attribute in _ASKED_OF_TOKENS})


class TextCutter:
    """Cuts texts of one language into words, and makes documents of them; most chunks have come before."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._vocab = _lean_vocabulary(nlp)
        cut = ChunkCutter(nlp)
        self._cuts = Remembered(lambda chunk: _cut_and_folded(cut, chunk), _CHUNKS_OF_NEWS)

    def forget_rare_words(self, most_words: int) -> None:
        """Begin a new vocabulary where documents have brought more than `most_words`."""
        if len(self._vocab) > most_words:
            self._vocab = _lean_vocabulary(self._nlp)

    def folded_words(self, text: str) -> list[str]:
        """Return the words of `text` in folded form, without the tokens that documents have for some blanks."""
        known = self._cuts
        return [word for chunk in text.split() for word in known[chunk][1]]

    def document(self, text: str) -> Doc:
        """Return what the tokenizer of the pipeline makes of `text`."""
        first = len(text) - len(text.lstrip())
        words, spaces = ([text[:first]], [False]) if first else ([], [])
        known = list(words)
        for chunk, space, blanks in _CHUNK.findall(text, first):
            cut, lowered = self._cuts[chunk]
            words += cut
            known += lowered
            spaces += [False] * (len(cut) - 1) + [bool(space)]
            if blanks:  # all blanks but one space are a token
                words.append(blanks)
                known.append(blanks)
                spaces.append(False)
        doc = Doc(self._vocab, words=words, spaces=spaces)
        doc.user_data.update({_TEXT: text, _WRITTEN: words, _FOLDED: known})
        return doc
