"""Families count nobody, until their people are told too."""

from __future__ import annotations

import pytest
from telling import events_in

from rescuewire_schemas.rescue_event import CountQualifier

COUNTED_AGAIN = [
    ("en", "Officials freed 31 families, or 140 people, from a stone quarry where they repaid a debt.", 140),
    ("en", "Police freed nine Nepali families (41 people) from bonded labour at a kiln in Punjab.", 41),
    ("en", "Six families comprising 27 people were rescued from bonded labour at a kiln in Punjab.", 27),
    ("fr", "La police a libéré trente familles, soit 140 personnes, asservies dans une briqueterie du Pendjab.", 140),
    ("fr", "Neuf familles (41 personnes) asservies dans une briqueterie ont été libérées au Pakistan.", 41),
    ("fr", "Six familles népalaises, 27 personnes, ont été délivrées du travail forcé dans une carrière.", 27),
    ("es", "La fiscalía liberó a treinta familias, es decir, 140 personas, sometidas a servidumbre.", 140),
    ("es", "Nueve familias (41 personas) sometidas a trabajo esclavo fueron liberadas en Bolivia.", 41),
    ("es", "Seis familias guaraníes, 27 personas, fueron rescatadas del trabajo esclavo en una hacienda.", 27),
]

UNCOUNTED = [
    ("en", "Officials freed 31 landless families from a stone quarry where they repaid a debt."),
    ("en", "Police freed nine Nepali families from bonded labour at a kiln in Punjab."),
    ("en", "Police freed a Nepali family from bonded labour at a kiln in Punjab."),
    ("en", "Six families with four small children were rescued from bonded labour at a kiln in Punjab."),
    ("fr", "La police a libéré trente pauvres familles asservies dans une briqueterie du Pendjab."),
    ("es", "La fiscalía liberó a treinta humildes familias sometidas a servidumbre en Bolivia."),
]


@pytest.mark.parametrize(("code", "text", "people"), COUNTED_AGAIN)
def test_people_of_families_are_counted_where_they_are_told(code: str, text: str, people: int) -> None:
    [event] = events_in(code, text)
    assert event.victims.best == people


@pytest.mark.parametrize(("code", "text"), UNCOUNTED)
def test_figure_of_families_counts_no_people(code: str, text: str) -> None:
    [event] = events_in(code, text)
    told = (event.victims.best, event.victims.min, event.victims.max, event.victims.qualifier)
    assert told == (None, None, None, CountQualifier.UNKNOWN)


def test_family_of_five_counts_five() -> None:
    [event] = events_in("en", "Police freed a Nepali family of five from bonded labour at a kiln in Punjab.")
    assert event.victims.best == 5


def test_origin_of_families_is_that_of_their_people() -> None:
    [event] = events_in("en", "Police freed nine Nepali families (41 people) from bonded labour at a kiln in Punjab.")
    assert event.countries.origin == ("NP",)
