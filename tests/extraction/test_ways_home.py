"""Captives who are home again, and captives who came out in what only authorities do."""

from __future__ import annotations

import pytest
from telling import events_in

WAYS = [
    ("fr", "RELEASE", "Un médecin enlevé par un gang a retrouvé sa famille dimanche."),
    ("fr", "RELEASE", "Trois élèves enlevés par des bandits sont rentrés chez eux samedi."),
    ("fr", "RELEASE", "Deux commerçants kidnappés par des hommes armés ont regagné leur domicile dimanche."),
    ("fr", "RELEASE", "Cinq voyageurs kidnappés par des bandits ont retrouvé leurs proches dimanche."),
    ("es", "RELEASE", "Dos comerciantes secuestrados por una banda volvieron a casa el domingo."),
    ("es", "RELEASE", "Cuatro alumnos raptados por bandidos están de vuelta en casa desde el domingo."),
    ("fr", "REPATRIATION", "Douze Sénégalais retenus en otages en Libye sont rentrés au pays dimanche."),
    ("es", "REPATRIATION", "Doce colombianos secuestrados en Venezuela regresaron al país el domingo."),
    ("en", "RESCUE", "Nine hostages regained their freedom in a military operation on Sunday."),
    ("en", "RESCUE", "Forty bonded labourers walked free on Monday after an inspection of the kiln."),
    ("fr", "RESCUE", "Douze otages ont été libérés dimanche lors d'un assaut."),
    (
        "fr",
        "RESCUE",
        "Quarante ouvriers asservis ont retrouvé la liberté lundi grâce à une descente dans la briqueterie.",
    ),
    ("es", "RESCUE", "Doce rehenes fueron liberados el domingo en un operativo."),
    ("es", "RESCUE", "Nueve secuestrados recobraron la libertad el domingo gracias a una redada."),
    ("es", "RESCUE", "Cuarenta peones esclavizados recuperaron la libertad el lunes tras un allanamiento."),
]


@pytest.mark.parametrize(("code", "event_type", "text"), WAYS)
def test_the_way_home_and_the_way_out(code: str, event_type: str, text: str) -> None:
    assert [event.event_type.value for event in events_in(code, text)] == [event_type]


WENT_ON = [
    ("en", "NP", "Police freed 14 Nepalis from a brothel in Mumbai on Monday. They will fly to Kathmandu next week."),
    ("en", "GH", "Nine Ghanaians were rescued from slavery at a fish camp in Lomé on Monday and driven to Accra."),
    ("en", "KE", "Somali pirates freed four Danish hostages on Monday and a plane carried them to Nairobi."),
    ("en", "TH", "Thirty Burmese workers held on a trawler off Indonesia escaped on Monday. The men reached Thailand."),
    (
        "en",
        "PE",
        "Bolivian police rescued six Peruvian girls forced into prostitution. They were sent home on Tuesday.",
    ),
    (
        "fr",
        "TG",
        "La police béninoise a libéré lundi douze Togolaises prostituées de force. Elles ont regagné Lomé mardi.",
    ),
    ("fr", "MA", "Huit Marocains, séquestrés en Libye, ont été libérés lundi et ramenés à Rabat."),
    ("fr", "CH", "Les ravisseurs ont relâché lundi au Mali une otage suisse. Elle s'est envolée pour Genève."),
    ("fr", "MG", "La police libanaise a libéré lundi dix Malgaches asservies. Elles vont rentrer dans leur pays."),
    ("fr", "TN", "Quatre otages tunisiens détenus en Libye se sont évadés lundi. Des amis les ont conduits à Tunis."),
    ("es", "CO", "La policía panameña rescató el lunes a diez colombianas de un burdel. Volvieron a Bogotá el martes."),
    ("es", "UY", "Ocho uruguayos secuestrados en Brasil fueron liberados el lunes y trasladados a Montevideo."),
    ("es", "PY", "La policía brasileña liberó el lunes a diez paraguayos esclavizados. Mañana los llevará a Asunción."),
    ("es", "ES", "Los piratas somalíes soltaron el lunes a seis marinos españoles. Regresarán a su país el jueves."),
    ("es", "KE", "Dos rehenes españolas fueron liberadas el lunes en Somalia. Las dos volaron a Nairobi."),
]

WENT_NOWHERE = [
    ("en", "Police freed 14 Nepalis from a brothel in Mumbai on Monday. They had been flown to Dubai first."),
    (
        "en",
        "Nine Ghanaians were rescued from slavery at a camp in Lomé on Monday. They do not want to return to Accra.",
    ),
    (
        "fr",
        "La police béninoise a libéré lundi dix Togolaises prostituées de force. Elles avaient été conduites à Lagos.",
    ),
    ("fr", "La police libanaise a libéré lundi dix Malgaches asservies. Elles ne rentreront pas au pays."),
    ("es", "La policía panameña rescató el lunes a diez colombianas de un burdel. Habían volado a Lima."),
    ("es", "La policía brasileña liberó el lunes a diez paraguayos esclavizados. No volverán a Asunción."),
]


@pytest.mark.parametrize(("code", "country", "text"), WENT_ON)
def test_where_they_go_is_told_beside_the_act(code: str, country: str, text: str) -> None:
    """In the act's own sentence behind it, or in the next ones that go on about its people."""
    assert [event.countries.return_to for event in events_in(code, text)] == [(country,)]


@pytest.mark.parametrize(("code", "text"), WENT_NOWHERE)
def test_a_way_before_or_not_taken_leads_nowhere(code: str, text: str) -> None:
    assert [event.countries.return_to for event in events_in(code, text)] == [()]
