"""Stretches of time that news tells in its own ways: years that end with a month, two days of an operation, headings.

Read on Wednesday, 15 May 2024.
"""

from __future__ import annotations

import pytest
from telling import events_in

from rescuewire_schemas.rescue_event import Scope

RUNNING = [
    ("en", "Inspectors freed 310 bonded labourers in the twelve months to March.", "2023-04/2024-03"),
    ("en", "Police in Kenya identified 92 victims of trafficking in the year to June 2022.", "2021-07/2022-06"),
    ("en", "In the six months ending in April, 140 children were rescued from traffickers in Togo.", "2023-11/2024-04"),
    ("fr", "L'inspection a libéré 310 ouvriers asservis au cours des douze mois achevés en mars.", "2023-04/2024-03"),
    ("fr", "La police a identifié 92 victimes de traite dans l'année close en juin 2022.", "2021-07/2022-06"),
    ("es", "La inspección liberó a 310 víctimas de trata en los doce meses hasta marzo.", "2023-04/2024-03"),
    ("es", "La policía rescató a 92 víctimas de trata en el año que terminó en junio de 2022.", "2021-07/2022-06"),
    ("en", "In the first four months of the year police rescued 420 victims of trafficking.", "2024-01/2024-04"),
    (
        "fr",
        "Au cours des quatre premiers mois de l'année, la police a secouru 420 victimes de traite.",
        "2024-01/2024-04",
    ),
    ("es", "En los cuatro primeros meses del año la policía rescató a 420 víctimas de trata.", "2024-01/2024-04"),
    ("en", "Police have rescued 340 trafficked women so far this year.", "2024-01/2024-05-15"),
    ("es", "En lo que va de año la policía ha liberado a 340 víctimas de trata.", "2024-01/2024-05-15"),
    (
        "en",
        "The agency has certified 448 victims of trafficking since the law took effect in May 2020.",
        "2020-05/2024-05-15",
    ),
    (
        "fr",
        "Le ministère a reconnu 448 victimes de traite depuis l'entrée en vigueur de la loi en mai 2020.",
        "2020-05/2024-05-15",
    ),
    (
        "es",
        "El ministerio ha reconocido a 448 víctimas de trata desde que se aprobó la ley, en 2020.",
        "2020/2024-05-15",
    ),
    (
        "fr",
        "Depuis le 1er janvier de l'année en cours, 412 enfants ont été soustraits à la traite.",
        "2024-01-01/2024-05-15",
    ),
]

DAYS = [
    (
        "en",
        "Police rescued 18 trafficked girls. The operation, on Sunday and Monday, took 60 officers.",
        "2024-05-12/2024-05-13",
    ),
    (
        "fr",
        "La police a secouru 18 filles victimes de traite. L'opération a été menée lundi et mardi.",
        "2024-05-13/2024-05-14",
    ),
    (
        "es",
        "La policía rescató a 18 víctimas de trata. El operativo se hizo el domingo y el lunes.",
        "2024-05-12/2024-05-13",
    ),
    ("en", "In the last week of October fifteen trafficked children were rescued from a farm in Nakuru.", "2023-10"),
    ("fr", "La dernière semaine d'octobre, quinze enfants victimes de traite ont été secourus à Lomé.", "2023-10"),
    ("es", "La última semana de octubre fueron rescatados quince niños víctimas de trata en Loja.", "2023-10"),
    ("en", "The police said on Sunday that they had freed five hostages overnight.", "2024-05-11/2024-05-12"),
    ("fr", "Dimanche, neuf otages ont échappé à leurs ravisseurs pendant la nuit.", "2024-05-11/2024-05-12"),
    (
        "es",
        "3 de mayo. Hombres cortan la carretera.\n\n5 de mayo. Los captores entregan a cuatro rehenes a la Cruz Roja.",
        "2024-05-05",
    ),
    ("fr", "5 mai. La famille prie. Les ravisseurs libèrent quatre otages contre une rançon.", "2024-05-05"),
    (
        "es",
        "La Guardia Civil liberó a 28 víctimas de trata, dijo hoy. La fase final se desarrolló el 28 de abril.",
        "2024-04-28",
    ),
    (
        "fr",
        "La police a libéré 28 victimes de traite, dit-elle mardi. Le coup de filet remonte au 28 avril.",
        "2024-04-28",
    ),
    (
        "en",
        (
            "Inspectors have freed 87 men from forced labour, the ministry said on Tuesday.\n\n"
            "The operation, on Friday and Saturday, came after three men escaped last month through a window."
        ),
        "2024-05-10/2024-05-11",
    ),
]

OTHER_DAYS = [
    (
        "fr",
        "Une Népalaise, employée de maison privée de nourriture depuis une semaine, s'est enfuie lundi.",
        "2024-05-13",
    ),
    ("en", "Nine hostages were freed on Monday, and on Tuesday they were flown home.", "2024-05-13"),
    ("es", "Nueve rehenes fueron liberados el lunes y el jueves darán su testimonio.", "2024-05-13"),
]
"""What looks like a stretch and is none."""


@pytest.mark.parametrize(("code", "text", "edtf"), RUNNING)
def test_long_stretch(code: str, text: str, edtf: str) -> None:
    events = events_in(code, text)
    assert [(e.time.edtf, e.scope) for e in events] == [(edtf, Scope.AGGREGATE)]


@pytest.mark.parametrize(("code", "text", "edtf"), DAYS + OTHER_DAYS)
def test_days_of_one_act(code: str, text: str, edtf: str) -> None:
    assert events_in(code, text)[0].time.edtf == edtf


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "en",
            "In the first seven months of the year 82,000 migrants were intercepted at the outer borders of the bloc.",
        ),
        ("fr", "Au cours des sept premiers mois de l'année, 82.000 migrants ont été interceptés aux frontières."),
        ("es", "Según Frontex, en los siete primeros meses del año fueron interceptados 82.000 migrantes."),
    ],
)
def test_statistic_of_border_guards_is_no_event(code: str, text: str) -> None:
    assert events_in(code, text) == ()


@pytest.mark.parametrize(
    ("code", "opening", "operation"),
    [
        (
            "en",
            "Police have freed 33 men exploited on farms, the force said on Tuesday.",
            "The raids took place on 28 April.",
        ),
        (
            "fr",
            "La police a libéré 33 hommes exploités dans des fermes, a-t-elle dit mardi.",
            "Les perquisitions datent du 28 avril.",
        ),
        (
            "es",
            "La policía ha liberado a 33 hombres explotados en fincas, dijo este martes.",
            "Los registros se hicieron el 28 de abril.",
        ),
    ],
)
def test_operation_told_at_the_end_of_the_only_act(code: str, opening: str, operation: str) -> None:
    between = {
        "en": "A neighbour had called. The men slept in sheds. They had no water. Two brothers ran it. It was cold. ",
        "fr": "Un voisin avait appelé. Ils dormaient là. L'eau manquait. Deux frères s'en occupaient. Il gelait. ",
        "es": "Un vecino había llamado. Dormían en naves. Faltaba el agua. Dos hermanos mandaban. Hacía frío. ",
    }
    events = events_in(code, opening + "\n\n" + between[code] + "\n\n" + operation)
    assert [event.time.edtf for event in events] == ["2024-04-28"]
