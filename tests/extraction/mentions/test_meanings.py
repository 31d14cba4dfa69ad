from __future__ import annotations

import spacy

from rescuewire.extraction.mentions.kinds import COUNTS, register_attributes
from rescuewire.extraction.mentions.meanings import give_meaning, meaning


def test_meanings_are_the_attributes_of_spacy() -> None:
    register_attributes()
    doc = spacy.blank("en")("Twelve men came")
    give_meaning(doc[0:1], COUNTS, 12)
    doc[1:2]._.set(COUNTS, "men")
    assert doc[0:1]._.get(COUNTS) == meaning(doc[0:1], COUNTS) == 12
    assert meaning(doc[1:2], COUNTS) == "men"
    assert meaning(doc[2:3], COUNTS) is None
