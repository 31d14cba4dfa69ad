"""Freedom that is lost, captives recognised by kin, captives with an office, people named by their capture.

Read on Wednesday, 15 May 2024.
"""

from __future__ import annotations

import pytest
from telling import events_in

FREEDOM_LOST = [
    "Por privación ilegal de la libertad de dos migrantes, un hombre fue detenido por la policía de Tijuana.",
    "Fue acusado de la privación de la libertad de tres comerciantes en Acapulco.",
    "La policía detuvo a cuatro sujetos por la privación ilegítima de libertad de doce jóvenes en Rosario.",
    "Los imputan de restringir la libertad de 12 mujeres explotadas en un bar.",
    "El fiscal investiga la privación de libertad de nueve jornaleros bolivianos secuestrados en una finca.",
]


@pytest.mark.parametrize("text", FREEDOM_LOST)
def test_freedom_that_people_lose_is_no_way_out(text: str) -> None:
    assert events_in("es", text) == ()


def test_freedom_that_is_won_is_one() -> None:
    assert events_in("es", "La policía logró la libertad de dos migrantes secuestrados en Tijuana.")


KIN = [
    ("en", "Weeping mothers identified the 40 girls seized by Boko Haram in a video shown in Nigeria."),
    ("en", "Relatives identified the three fishermen held hostage by rebels in the Philippines."),
    ("en", "In the footage, parents identified 12 of the kidnapped schoolgirls."),
    ("en", "Some 30 parents of girls kidnapped by Boko Haram marched in Abuja. Police stopped them at the gate."),
    ("en", "About 20 mothers of the abducted boys walked to Iguala. Soldiers intercepted them on the road."),
    ("fr", "Les parents ont identifié les 40 filles enlevées par Boko Haram sur une vidéo."),
    ("fr", "Des proches ont identifié trois otages enlevés au Mali sur les images."),
    ("fr", "Sur la vidéo, les mères ont identifié douze des lycéennes enlevées."),
    ("fr", "Une trentaine de parents des filles enlevées par Boko Haram ont manifesté. La police les a interceptés."),
    ("fr", "Vingt mères des garçons enlevés ont marché vers Iguala. Les soldats les ont arrêtées en route."),
    ("es", "Los padres identificaron a 40 niñas secuestradas por Boko Haram en un video."),
    ("es", "Los familiares identificaron a tres rehenes secuestrados en Colombia en las imágenes."),
    ("es", "En la grabación las madres identificaron a doce de las alumnas secuestradas."),
    (
        "es",
        "Unas 30 madres de los jóvenes secuestrados marcharon en Iguala. La policía las interceptó en la carretera.",
    ),
    ("es", "Veinte padres de las niñas raptadas salieron a la calle. Los agentes los detuvieron en la plaza."),
]


@pytest.mark.parametrize(("code", "text"), KIN)
def test_what_relatives_do_and_meet_with_brings_nobody_out(code: str, text: str) -> None:
    assert events_in(code, text) == ()


OFFICES = [
    ("en", "Paul Otieno, head of the traffic department, was kidnapped on Monday in Mombasa but was released."),
    ("en", "Ana Ruiz, boss of a mining firm, was abducted in Durango on Friday but was freed by her captors."),
    ("en", "John Oko, leader of the teachers' union, was seized in Jos on Sunday and was released on Tuesday."),
    ("en", "Musa Bello, head of the clinic, was kidnapped in Kaduna but was set free by his captors."),
    ("en", "Raul Diaz, chief of the fire brigade, was kidnapped near Cali but was released by his captors."),
    ("fr", "Paul Abessolo, chef du service de voirie, a été enlevé lundi à Douala, mais a été relâché."),
    ("fr", "Jean Mabiala, patron d'une scierie, a été kidnappé à Goma, mais a été libéré par ses ravisseurs."),
    ("fr", "Marc Dossou, chef de village, a été enlevé vendredi près de Djougou, puis a été relâché mardi."),
    ("fr", "Anne Koné, chef du projet, a été enlevée à Mopti, mais a été libérée par ses ravisseurs."),
    ("fr", "Luc Pierre, patron de presse, a été kidnappé à Port-au-Prince, mais a été relâché mardi."),
    ("es", "Luis Peña, jefe de tránsito, fue secuestrado el lunes cerca de Acapulco, pero fue liberado."),
    ("es", "El coronel Luis Peña, jefe de tránsito, fue secuestrado en Acapulco, pero fue liberado por sus captores."),
    ("es", "El fiscal Raúl Mora, jefe de la unidad, fue secuestrado en Cali, pero fue liberado por sus captores."),
    ("es", "Ana Soto, jefa de la clínica, fue raptada el viernes en Arauca, pero fue liberada el martes."),
    ("es", "El médico Juan Paz, jefe del hospital, fue secuestrado en Puebla, pero fue liberado el martes."),
]


@pytest.mark.parametrize(("code", "text"), OFFICES)
def test_who_was_taken_is_the_one_named_not_the_office(code: str, text: str) -> None:
    assert [event.victims.best for event in events_in(code, text)] == [1]


CALLED_BY_CAPTURE = [
    "The callers said that the rebels released kidnapped people in Colombia as proof of their intention to talk.",
    "Bandits freed abducted civilians in Zamfara, Nigeria, on Monday.",
    "The guerrillas released kidnapped foreigners in Arauca, Colombia, on Sunday.",
    "Gunmen freed abducted residents of a village in Katsina, Nigeria, on Monday.",
    "Militants released abducted people in Niger after talks with elders.",
]


@pytest.mark.parametrize("text", CALLED_BY_CAPTURE)
def test_people_called_by_their_capture_are_whom_captors_let_go(text: str) -> None:
    assert [event.event_type.value for event in events_in("en", text)] == ["RELEASE"]
