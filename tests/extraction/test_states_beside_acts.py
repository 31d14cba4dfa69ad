"""What organs of states tell where no country is named, and what those beside an act tell of it."""

from __future__ import annotations

import pytest
from telling import events_in, frame_at, story_of

ORGANS = [
    ("en", "Kenyan police stormed a house on Monday. Soldiers freed nine hostages.", ("KE",)),
    ("en", "The Spanish coast guard freed twelve kidnapped girls from a barn.", ("ES",)),
    ("en", "Officers of the Philippine police rescued nine trafficked women from a bar.", ("PH",)),
    ("fr", "La gendarmerie camerounaise a mené une opération. L'armée a libéré neuf otages.", ("CM",)),
    ("fr", "La police kényane a libéré douze filles exploitées dans un bar.", ("KE",)),
    ("fr", "L'armée tchadienne quadrille la zone. Les soldats ont libéré neuf otages.", ("TD",)),
    ("es", "El Ejército Mexicano recorrió la zona. Los soldados liberaron a nueve secuestrados.", ("MX",)),
    ("es", "La policía paraguaya rescató a doce niñas explotadas en un bar.", ("PY",)),
    ("es", "La fiscalía peruana abrió una causa. La policía rescató a nueve víctimas de trata.", ("PE",)),
]


@pytest.mark.parametrize(("code", "text", "codes"), ORGANS)
def test_organs_tell_the_state_where_no_country_is_named(code: str, text: str, codes: tuple[str, ...]) -> None:
    event = events_in(code, text)[-1]
    assert (event.countries.agent, event.countries.place) == (codes, codes)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Nine hostages were released and handed over to the Thai army."),
        ("fr", "Neuf otages ont été libérés et remis à l'armée thaïlandaise."),
        ("es", "Nueve rehenes fueron liberados y entregados al ejército tailandés."),
    ],
)
def test_organs_that_receive_are_at_home_elsewhere(code: str, text: str) -> None:
    assert story_of(code, text).main_country(()) == ()


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "French police freed a hostage in Lyon. In 2012 two Danes were rescued from kidnappers in Somalia."),
        ("en", "Two Danes were rescued from kidnappers in Somalia. French police arrested a man."),
        ("fr", "La police française surveille une cave. En 2012, deux Danois avaient été secourus en Somalie."),
        ("es", "La policía francesa vigila un sótano. En 2012, dos daneses fueron rescatados en Somalia."),
    ],
)
def test_state_beside_an_act_elsewhere_does_not_make_the_other_act(code: str, text: str) -> None:
    assert all("SO" not in event.countries.agent for event in events_in(code, text))


@pytest.mark.parametrize(
    ("code", "text", "verb", "place"),
    [
        ("en", "Panamanian police rescued 12 migrants in the Darién.", "rescued", {"PA"}),
        ("en", "Colombian troops freed nine hostages in the Darién.", "freed", {"CO"}),
        ("en", "Nine hostages were freed in the Darién.", "freed", {"CO", "PA"}),
        ("fr", "La police panaméenne a secouru douze migrants dans le Darién.", "secouru", {"PA"}),
        ("fr", "L'armée colombienne a libéré neuf otages dans le Darién.", "libéré", {"CO"}),
        ("es", "La policía panameña rescató a doce migrantes en el Darién.", "rescató", {"PA"}),
        ("es", "El ejército colombiano liberó a nueve rehenes en el Darién.", "liberó", {"CO"}),
        # an organ that speaks is of another state than the place
        ("en", "Six Kenyans fled a camp near Bavet and ran to a post, Kenya's foreign ministry said.", "fled", {"KH"}),
    ],
)
def test_place_in_several_countries_is_on_the_actors_side(code: str, text: str, verb: str, place: set[str]) -> None:
    assert set(frame_at(code, text, verb).countries.place) == place


@pytest.mark.parametrize(
    ("code", "text", "verb"),
    [
        ("es", "Nueve rehenes fueron liberados del lunes al martes por soldados.", "liberados"),
        ("es", "Nueve rehenes fueron liberados junto al río por militares.", "liberados"),
        ("fr", "Neuf otages ont été libérés dans la nuit de lundi à mardi par l'armée.", "libérés"),
        ("en", "Nine hostages were released close to midnight by soldiers.", "released"),
    ],
)
def test_nearest_preposition_tells_who_receives(code: str, text: str, verb: str) -> None:
    assert frame_at(code, text, verb).actor.is_state
