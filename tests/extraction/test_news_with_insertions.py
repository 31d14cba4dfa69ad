"""Ways out told by a noun with dates and places between it and the people, and where the news is given."""

from __future__ import annotations

import pytest
from telling import events_in

RELEASES = [
    (
        "en",
        "The ministry confirmed the release, on Monday, in Mali, of a German hostage and his Malian driver.",
        "2 DE,ML ML",
    ),
    (
        "en",
        "The army announced the release, on Sunday, near Kaduna, of 12 Ghanaian pupils taken hostage.",
        "12 GH NG",
    ),
    ("en", "Colombia announced in Madrid the release of two Spanish hostages held in Cauca.", "2 ES CO"),
    ("en", "The union confirmed in Oslo the release of nine Filipino sailors held by pirates in Bosaso.", "9 PH SO"),
    (
        "en",
        "Police announced the rescue, on Monday, near Cotonou, of 24 Togolese girls forced to beg.",
        "24 TG BJ",
    ),
    (
        "fr",
        "L'État confirme, à Vienne, la remise en liberté, la veille, à Gao, d'un otage autrichien et d'un Malien.",
        "2 AT,ML ML",
    ),
    (
        "fr",
        "L'armée a confirmé la remise en liberté, dimanche, à Kaduna, de 12 élèves béninois enlevés.",
        "12 BJ NG",
    ),
    ("fr", "Le syndicat a annoncé à Oslo la libération de neuf otages philippins retenus à Bosaso.", "9 PH SO"),
    ("fr", "La police a annoncé le sauvetage, lundi, près de Cotonou, de 24 Togolais forcés à mendier.", "24 TG BJ"),
    ("fr", "Le ministre a salué la libération, jeudi, dans l'est du Tchad, de trois otages italiens.", "3 IT TD"),
    (
        "es",
        "El Gobierno confirmó la liberación, la víspera, en Malí, de un alemán y de su chófer maliense, secuestrados.",
        "2 DE,ML ML",
    ),
    ("es", "El ministro anunció en Madrid la liberación de dos rehenes españoles retenidos en el Cauca.", "2 ES CO"),
    (
        "es",
        "La ONG confirmó la liberación, el lunes, cerca de Kaduna, de 12 ghaneses secuestrados.",
        "12 GH NG",
    ),
    ("es", "El sindicato confirmó en Oslo la liberación de nueve rehenes filipinos retenidos en Bosaso.", "9 PH SO"),
    ("es", "La policía informó de la liberación, el domingo, en Tijuana, de 24 rehenes hondureños.", "24 HN MX"),
]

DATES = [
    ("en", "The ministry confirmed on Tuesday the release, on Sunday, of three kidnapped nuns.", "2024-05-12"),
    ("fr", "Le ministère a confirmé mardi la libération, dimanche, de trois religieuses enlevées.", "2024-05-12"),
    ("es", "El ministerio confirmó el martes la liberación, el domingo, de tres monjas secuestradas.", "2024-05-12"),
]


@pytest.mark.parametrize(("code", "text", "told"), RELEASES)
def test_an_insertion_parts_no_noun_from_its_people(code: str, text: str, told: str) -> None:
    """What stands between commas behind "the release", and where it is announced, takes nothing from it."""
    event = events_in(code, text)[0]
    countries = event.countries
    assert f"{event.victims.best} {','.join(countries.origin)} {','.join(countries.place)}" == told


@pytest.mark.parametrize(("code", "text", "day"), DATES)
def test_the_inserted_date_is_the_acts(code: str, text: str, day: str) -> None:
    """A date between commas right behind the noun is that of the act, one before it that of the news."""
    assert [event.time.edtf for event in events_in(code, text)] == [day]
