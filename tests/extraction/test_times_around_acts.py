"""Times that the sentences around an act tell: its operation's, and the act's own rather than the announcement's.

Read on Wednesday, 15 May 2024.
"""

from __future__ import annotations

import pytest
from telling import events_in

OPERATIONS = [
    (
        "en",
        (
            "Police in Lagos rescued 14 girls forced into prostitution, a spokesman said on Tuesday.\n\n"
            "The raid was carried out on Saturday night in two hotels."
        ),
        "2024-05-11",
    ),
    (
        "en",
        (
            "Inspectors have freed 31 bonded labourers from a brick kiln near Multan.\n\n"
            "The operation, conducted last Friday, also led to the arrest of the owner."
        ),
        "2024-05-10",
    ),
    (
        "en",
        (
            "More than 200 victims of trafficking were rescued across the region, Interpol said on Monday.\n\n"
            "Operation Blue Lagoon ran from 22 to 26 April."
        ),
        "2024-04-22/2024-04-26",
    ),
    (
        "en",
        (
            "Soldiers stormed a camp in the Sambisa forest on Sunday.\n\n"
            "The raid ended with the rescue of 12 hostages, the army said on Tuesday."
        ),
        "2024-05-12",
    ),
    (
        "en",
        (
            "Police rescued nine Vietnamese forced to tend cannabis plants, a court heard.\n\n"
            "The house was searched on 3 May by officers from Leeds."
        ),
        "2024-05-03",
    ),
    (
        "fr",
        (
            "La police a secouru quatorze filles prostituées de force à Lomé, a annoncé mardi son porte-parole.\n\n"
            "La descente a eu lieu samedi soir dans deux hôtels."
        ),
        "2024-05-11",
    ),
    (
        "fr",
        (
            "Les inspecteurs du travail ont libéré 31 ouvriers asservis d'une briqueterie.\n\n"
            "L'opération, menée vendredi dernier, s'est soldée par l'arrestation du propriétaire."
        ),
        "2024-05-10",
    ),
    (
        "fr",
        (
            "Plus de 200 victimes de la traite ont été secourues dans la région, a indiqué lundi Interpol.\n\n"
            "L'opération s'est déroulée du 22 au 26 avril dans neuf pays."
        ),
        "2024-04-22/2024-04-26",
    ),
    (
        "fr",
        (
            "Dix domestiques réduites en esclavage ont été délivrées par la gendarmerie, selon le parquet.\n\n"
            "Les perquisitions ont été conduites le 3 mai dans trois villas."
        ),
        "2024-05-03",
    ),
    (
        "fr",
        (
            "Les gendarmes ont perquisitionné dimanche un atelier de Bobigny.\n\n"
            "L'intervention a permis de libérer douze couturières réduites en esclavage, a annoncé mardi le parquet."
        ),
        "2024-05-12",
    ),
    (
        "es",
        (
            "La policía rescató en Lima a catorce jóvenes obligadas a prostituirse, informó el martes un portavoz.\n\n"
            "El operativo se realizó el sábado por la noche en dos hoteles."
        ),
        "2024-05-11",
    ),
    (
        "es",
        (
            "Los inspectores liberaron a 31 jornaleros esclavizados en una finca de Pará.\n\n"
            "La redada, llevada a cabo el pasado viernes, terminó con la detención del dueño."
        ),
        "2024-05-10",
    ),
    (
        "es",
        (
            "Más de 200 víctimas de trata fueron rescatadas en la región, indicó el lunes Interpol.\n\n"
            "Las inspecciones se desarrollaron del 22 al 26 de abril en nueve países."
        ),
        "2024-04-22/2024-04-26",
    ),
    (
        "es",
        (
            "Agentes de la Gendarmería allanaron el domingo un taller de costura de Flores.\n\n"
            "El procedimiento permitió rescatar a doce costureros esclavizados, informó el martes la fiscalía."
        ),
        "2024-05-12",
    ),
    (
        "es",
        (
            "Diez empleadas domésticas esclavizadas fueron rescatadas por la Guardia Civil, según la fiscalía.\n\n"
            "Los registros se practicaron el 3 de mayo en tres chalés."
        ),
        "2024-05-03",
    ),
]


@pytest.mark.parametrize(("code", "text", "time"), OPERATIONS)
def test_the_operation_tells_when_they_came_out(code: str, text: str, time: str) -> None:
    assert [event.time.edtf for event in events_in(code, text)] == [time]


OTHER_OPERATIONS = [
    (
        "en",
        (
            "Police in Lagos rescued 14 girls forced into prostitution, a spokesman said on Tuesday.\n\n"
            "A similar raid was carried out in March in Ibadan."
        ),
        "2024-05-14",
    ),
    (
        "fr",
        (
            "La police a secouru quatorze filles prostituées de force à Lomé, a annoncé mardi son porte-parole.\n\n"
            "Une précédente opération avait eu lieu en mars à Kara."
        ),
        "2024-05-14",
    ),
    (
        "es",
        (
            "La policía rescató en Lima a catorce jóvenes obligadas a prostituirse, informó el martes un portavoz.\n\n"
            "Otro operativo se realizó en marzo en el Callao."
        ),
        "2024-05-14",
    ),
]


@pytest.mark.parametrize(("code", "text", "time"), OTHER_OPERATIONS)
def test_another_operation_does_not(code: str, text: str, time: str) -> None:
    assert [event.time.edtf for event in events_in(code, text)] == [time]


TOLD_AGAIN = [
    (
        "en",
        (
            "Nine sailors held by pirates off Benin have been released, their company said on Tuesday.\n\n"
            "The sailors were freed on Sunday and taken to Cotonou."
        ),
    ),
    (
        "en",
        (
            "Two priests abducted in Enugu have been set free, the diocese announced on Tuesday.\n\n"
            "They were released on Sunday near the motorway."
        ),
    ),
    (
        "fr",
        (
            "Neuf marins retenus par des pirates au large du Bénin ont été relâchés, a annoncé mardi leur armateur.\n\n"
            "Les marins ont été libérés dimanche et conduits à Cotonou."
        ),
    ),
    (
        "es",
        (
            "Nueve marineros retenidos por piratas frente a Benín fueron liberados, anunció el martes su empresa.\n\n"
            "Los marineros fueron puestos en libertad el domingo y llevados a Cotonú."
        ),
    ),
]


@pytest.mark.parametrize(("code", "text"), TOLD_AGAIN)
def test_the_act_told_again_beats_the_announcement(code: str, text: str) -> None:
    assert [event.time.edtf for event in events_in(code, text)] == ["2024-05-12"]


def test_a_state_of_a_country_says_nothing() -> None:
    text = (
        "Two engineers abducted at a quarry in Osun State last month were freed on Sunday, their firm said on Tuesday."
    )
    assert [event.time.edtf for event in events_in("en", text)] == ["2024-05-12"]


FLED = [
    ("en", "Two of the engineers held hostage by bandits escaped on Sunday and walked to a police post."),
    ("en", "Four girls kidnapped by the militia slipped away on Sunday and turned up in a village."),
    ("fr", "Deux otages des bandits se sont échappés dimanche et ont regagné un village."),
    ("es", "Seis alumnos secuestrados huyeron el domingo de sus captores y aparecieron en una aldea."),
]


@pytest.mark.parametrize(("code", "text"), FLED)
def test_who_flees_and_turns_up_was_not_let_go(code: str, text: str) -> None:
    assert [event.event_type.value for event in events_in(code, text)] == ["ESCAPE"]


SPOKEN_OF_FAR_BEHIND = [
    (
        "en",
        "Sudanese police have freed between 20 and 30 Eritrean refugees who were being held for ransom in huts near",
    ),
    (
        "fr",
        "La police soudanaise a libéré une trentaine d'Érythréens qui étaient retenus contre rançon dans des huttes de",
    ),
    ("es", "La policía sudanesa ha liberado a unos treinta eritreos que estaban retenidos por un rescate en chozas de"),
]
SPEAKERS = {
    "en": "Wad Sharifey camp, at the edge of a desert east of the town, a governor of the state announced on Monday.",
    "fr": "Wad Sharifey, à la lisière du désert à l'est de la petite ville, a annoncé lundi le gouverneur de l'État.",
    "es": "Wad Sharifey, al borde del desierto y al este de una ciudad, anunció el lunes el gobernador del estado.",
}


@pytest.mark.parametrize(("code", "text"), SPOKEN_OF_FAR_BEHIND)
def test_the_day_of_the_announcement_far_behind(code: str, text: str) -> None:
    """It is the time where no other is told, however long the sentence."""
    assert [event.time.edtf for event in events_in(code, f"{text} {SPEAKERS[code]}")] == ["2024-05-13"]
