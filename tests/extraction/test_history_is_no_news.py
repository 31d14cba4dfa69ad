from __future__ import annotations

import pytest
from telling import events_in

HISTORY = [
    ("en", "Some 300 slaves escaped from the plantation owner and joined the maroons in the hills."),
    ("en", "On the Underground Railroad she led about 70 slaves to freedom."),
    ("en", "In the eighteenth century a Danish captain freed 40 slaves who had been held on a slave ship."),
    ("en", "Redcoats released the twelve captives of the village during the war of independence."),
    ("en", "Corsairs held 30 sailors until monks bought their freedom in the 17th century."),
    ("fr", "Au XVIIIe siècle, quarante esclaves se sont enfuis de la plantation."),
    ("fr", "La marine a libéré 60 captifs d'un navire négrier, raconte l'exposition."),
    ("fr", "Des esclaves marrons ont libéré douze captifs de l'habitation."),
    ("fr", "Les corsaires détenaient trente marins, que des moines ont rachetés et libérés."),
    ("fr", "En 1848, les 200 esclaves du domaine ont été libérés."),
    ("es", "En el siglo XVIII, 40 esclavos escaparon de una hacienda."),
    ("es", "Los cimarrones liberaron a doce cautivos de la plantación."),
    ("es", "Los corsarios tenían cautivos a treinta marineros, que los frailes rescataron."),
    ("es", "Durante la guerra de independencia el general liberó a 60 esclavos."),
    ("es", "La marina liberó a 90 africanos de un barco negrero, cuenta la muestra."),
]
TODAY = [
    ("en", "Police freed 12 people who were kept in slavery-like conditions in a brick kiln on Monday."),
    ("fr", "La police a libéré mardi 12 personnes tenues en esclavage dans une briqueterie."),
    ("es", "La policía liberó el martes a 12 personas esclavizadas en una ladrillera."),
]


@pytest.mark.parametrize(("code", "text"), HISTORY)
def test_what_happened_centuries_ago_is_no_event(code: str, text: str) -> None:
    assert not events_in(code, text)


@pytest.mark.parametrize(("code", "text"), TODAY)
def test_slavery_of_today_is_one(code: str, text: str) -> None:
    assert [event.victims.best for event in events_in(code, text)] == [12]
