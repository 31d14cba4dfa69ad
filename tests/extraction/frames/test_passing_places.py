"""Places told in passing: relatives' homes, a vehicle's port, another person's town."""

from __future__ import annotations

import pytest
from telling import events_in, frame_at, story_of

KIN = [
    ("en", "Three Haitians were freed in Peru after relatives living in Boston paid a ransom.", "freed", {"PE"}),
    ("en", "Kidnappers in Peru released the two hostages; a brother based in Spain had paid.", "released", {"PE"}),
    ("en", "Two hostages were freed in Peru after their parents in Italy sold the house.", "freed", {"PE"}),
    ("en", "Two hostages were freed in Mali, said an uncle who resides in Belgium.", "freed", {"ML"}),
    ("en", "The nun was released in Mali to the relief of her sisters settled in Canada.", "released", {"ML"}),
    ("en", "Police in Kenya freed a boy after cousins who live in Norway raised the alarm.", "freed", {"KE"}),
    ("fr", "Trois otages ont été libérés au Pérou grâce à des proches établis à Boston.", "libérés", {"PE"}),
    ("fr", "L'otage a été libéré au Mali après un versement de ses frères installés en Belgique.", "libéré", {"ML"}),
    ("fr", "La police a libéré au Kenya un garçon dont les parents vivent en Norvège.", "libéré", {"KE"}),
    ("fr", "Deux otages ont été relâchés au Nigeria, selon une tante résidant au Canada.", "relâchés", {"NG"}),
    ("fr", "Deux femmes ont été libérées au Pérou après l'appel d'un oncle domicilié en Espagne.", "libérées", {"PE"}),
    ("es", "Tres rehenes fueron liberados en Perú gracias a familiares residentes en Boston.", "liberados", {"PE"}),
    ("es", "El rehén fue liberado en Malí tras el pago de sus hermanos radicados en Bélgica.", "liberado", {"ML"}),
    ("es", "La policía liberó en Kenia a un niño cuyos padres viven en Noruega.", "liberó", {"KE"}),
    ("es", "Dos mujeres fueron liberadas en Perú, dijo una tía que reside en Canadá.", "liberadas", {"PE"}),
    ("es", "Dos hombres fueron liberados en Perú; los primos afincados en Italia pagaron.", "liberados", {"PE"}),
]

VEHICLES = [
    ("en", "Twelve boys were rescued in Ireland from a trailer on a ferry from Cherbourg.", "rescued", {"IE"}),
    ("en", "Police rescued nine Albanians in Belgium from a lorry from a port in Spain.", "rescued", {"BE"}),
    ("en", "Nine girls were rescued in Gabon from a trawler from Benin.", "rescued", {"GA"}),
    ("fr", "Douze garçons ont été secourus en Irlande dans un ferry parti de Cherbourg.", "secourus", {"IE"}),
    ("fr", "La police a secouru neuf filles au Gabon sur un cargo en provenance du Bénin.", "secouru", {"GA"}),
    ("fr", "Neuf Albanais ont été secourus en Belgique dans un camion venu d'Espagne.", "secourus", {"BE"}),
    ("es", "Doce niños fueron rescatados en Irlanda en un ferry procedente de Cherburgo.", "rescatados", {"IE"}),
    ("es", "La policía rescató en Gabón a nueve niñas de un carguero llegado de Benín.", "rescató", {"GA"}),
    ("es", "Nueve albaneses fueron rescatados en Bélgica de un camión procedente de Francia.", "rescatados", {"BE"}),
]


SPEAKERS = [
    ("en", "Pirates freed 21 sailors off Benin, a shipowner in Athens said.", "freed", {"BJ"}),
    ("en", "Pirates have released 21 Filipino sailors, a diplomat in Nairobi told reporters.", "released", set()),
    ("en", "Rebels in Mali released two nuns, a lawyer for the nuns in Vienna said on Monday.", "released", {"ML"}),
    ("fr", "Les pirates ont relâché au large du Bénin 21 marins, un courtier à Athènes a dit.", "relâché", {"BJ"}),
    ("es", "Los piratas liberaron frente a Benín a 21 marinos, un armador en Atenas dijo.", "liberaron", {"BJ"}),
]


@pytest.mark.parametrize(("code", "text", "verb", "place"), KIN + VEHICLES + SPEAKERS)
def test_place_in_passing_is_none_of_the_act(code: str, text: str, verb: str, place: set[str]) -> None:
    assert set(frame_at(code, text, verb).countries.place) == place


def test_victims_who_are_relatives_are_held_where_they_are() -> None:
    frame = frame_at("en", "Police freed two sisters living in Libya.", "freed")
    assert set(frame.countries.place) == {"LY"}


def test_flight_home_comes_from_the_place() -> None:
    frame = frame_at("en", "Forty maids were repatriated on a flight from Oman.", "repatriated")
    assert set(frame.countries.place) == {"OM"}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Police rescued nine girls from a brothel. The driver, a clerk from Denmark, was arrested."),
        ("en", "Police rescued nine girls from a brothel. The owner had bought a lorry from Denmark."),
        ("en", "Police rescued nine girls from a brothel. A cousin based in Denmark had raised the alarm."),
        ("fr", "La police a secouru neuf filles d'un bordel. Un cousin établi au Danemark avait donné l'alerte."),
        ("es", "La policía rescató a nueve niñas de un burdel. Un primo residente en Dinamarca dio la alarma."),
    ],
)
def test_place_in_passing_is_nobody_s_home(code: str, text: str) -> None:
    assert story_of(code, text).main_country(()) == ()
    assert all(not event.countries.agent and not event.countries.place for event in events_in(code, text))


def test_victims_source_counts() -> None:
    assert story_of("en", "Nine girls, all from Bihar, were rescued from a mill.").main_country(()) == ("IN",)


@pytest.mark.parametrize(
    ("code", "text", "place"),
    [
        ("en", "Beninese police freed 14 girls from traffickers on a bus bound for Lagos near Cotonou.", "BJ"),
        ("en", "Police in Togo freed nine boys, destined for farms in Ogun State, from a trafficking ring.", "TG"),
        ("en", "Kenyan police rescued nine girls from traffickers who were headed to Dubai.", "KE"),
        ("fr", "La police togolaise a délivré neuf filles de trafiquants dans un car à destination du Gabon.", "TG"),
        (
            "fr",
            "La police béninoise a délivré de passeurs neuf garçons promis à des mines de l'État d'Ogun.",
            "BJ",
        ),
        ("fr", "La police kényane a arraché à un réseau de traite neuf femmes en partance pour le Koweït.", "KE"),
        ("es", "La policía boliviana rescató de una red de trata a nueve mujeres con destino a Chile.", "BO"),
        ("es", "La policía peruana rescató de una red de trata a nueve mujeres que iban rumbo a Chile.", "PE"),
        ("es", "La policía cubana rescató a nueve niñas, destinadas a burdeles de Panamá, de una red de trata.", "CU"),
    ],
)
def test_where_they_were_bound_is_no_place(code: str, text: str, place: str) -> None:
    assert events_in(code, text)[0].countries.place == (place,)
