"""Where people come out of a place that is only told to be near, or the same as, that of the act before."""

from __future__ import annotations

import pytest
from telling import events_in

EN = "GENEVA - Indian police freed 86 people from bonded labour in a brick kiln in Tamil Nadu on Friday.\n\n"
FR = "GENÈVE - La police indienne a libéré vendredi 86 personnes de la servitude dans une briqueterie du Bihar.\n\n"
ES = "GINEBRA - La policía boliviana rescató el viernes a 30 mujeres explotadas sexualmente en un bar de Oruro.\n\n"

NEAR = [
    ("en", EN + "In March, twelve labourers had escaped from a neighbouring kiln, the charity said.", "IN"),
    ("en", EN + "In March nine others fled the same employers, the charity said.", "IN"),
    ("en", EN + "Seven boys ran away from an adjacent quarry in April, it added.", "IN"),
    ("en", EN + "Four bonded women escaped from the same contractor in April.", "IN"),
    ("en", EN + "Six men had escaped from forced labour on a nearby farm in January.", "IN"),
    ("fr", FR + "En mars, trois familles s'étaient échappées d'une briqueterie voisine.", "IN"),
    ("fr", FR + "En mars, douze ouvriers s'étaient enfuis d'une ferme des environs où ils étaient exploités.", "IN"),
    ("fr", FR + "En avril, neuf hommes ont échappé aux mêmes employeurs.", "IN"),
    ("fr", FR + "Six adolescents exploités ont fui une mine voisine en janvier.", "IN"),
    ("fr", FR + "En avril, deux esclaves s'étaient évadées d'un atelier voisin.", "IN"),
    ("es", ES + "En marzo, seis jóvenes habían huido de los mismos proxenetas, según la ONG.", "BO"),
    ("es", ES + "En marzo, doce peones habían escapado de una finca vecina.", "BO"),
    ("es", ES + "En abril, cuatro chicas explotadas escaparon de un burdel cercano.", "BO"),
    ("es", ES + "En enero, dos niñas huyeron de los mismos tratantes.", "BO"),
    ("es", ES + "En abril, nueve obreros explotados escaparon de un taller vecino.", "BO"),
]

ELSEWHERE = [
    ("en", EN + "In March, twelve Nepali labourers had escaped from a neighbouring kiln in Janakpur, Nepal.", "NP"),
    (
        "fr",
        FR + "En mars, douze ouvriers s'étaient enfuis d'une ferme voisine au Népal où ils étaient exploités.",
        "NP",
    ),
    ("es", ES + "En marzo, seis jóvenes habían huido de los mismos proxenetas en Cusco, según la ONG.", "PE"),
]

MASSES = [
    ("en", "Three families escaped from a brick kiln. Nearly eight million Indians live in bondage."),
    ("fr", "Trois familles se sont échappées d'une briqueterie. Près de huit millions d'Indiens vivent en esclavage."),
    ("es", "Tres familias escaparon de un taller esclavo. Unos ocho millones de indios viven en esclavitud."),
]


@pytest.mark.parametrize(("code", "text", "place"), NEAR + ELSEWHERE)
def test_a_place_near_by_is_that_of_the_act_before(code: str, text: str, place: str) -> None:
    """Where the act's own sentence names no place; one that it names is its own."""
    assert [",".join(event.countries.place) for event in events_in(code, text)][1:] == [place]


@pytest.mark.parametrize(("code", "text"), MASSES)
def test_millions_are_not_those_who_came_out(code: str, text: str) -> None:
    """A figure for a whole country behind an act tells no origin of its people."""
    assert {event.countries.origin for event in events_in(code, text)} <= {()}
