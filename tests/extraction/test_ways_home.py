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
