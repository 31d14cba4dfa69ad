"""Places told loosely: seats of embassies and borders of two countries, where no other place is told."""

from __future__ import annotations

import pytest
from telling import events_in

SEATS = [
    ("en", "The Philippine embassy in Kuwait said that 20 Filipina maids were rescued from traffickers.", ("KW",)),
    ("en", "The Embassy of the Republic of Kenya in Bangkok rescued 12 Kenyans enslaved in Myawaddy.", ("MM",)),
    ("en", "The Indian consulate in Dubai said 14 workers enslaved on a farm in Riyadh were repatriated.", ("SA",)),
    ("fr", "L'ambassade du Togo au Liban a délivré onze domestiques réduites en esclavage.", ("LB",)),
    ("fr", "L'ambassade du Royaume du Maroc en Thaïlande a rapatrié 34 Marocains exploités à Myawaddy.", ("MM",)),
    ("fr", "Le consulat du Sénégal à Casablanca annonce le retour de douze Sénégalais séquestrés en Libye.", ("LY",)),
    ("es", "La embajada de Colombia en Tailandia informó que doce esclavos fueron rescatados en Birmania.", ("MM",)),
    ("es", "El consulado de Honduras en Tapachula informó del rescate de nueve hondureños secuestrados.", ("MX",)),
    ("es", "La embajada de Bolivia en Chile rescató a nueve bolivianas esclavizadas.", ("CL",)),
]

BORDERS = [
    ("en", "Sixty people held in scam compounds on the Thai-Myanmar border were freed on Monday.", ("MM", "TH")),
    ("en", "Soldiers freed nine hostages on the border between Mali and Niger.", ("ML", "NE")),
    ("en", "Nine aid workers kidnapped near the Chad-Sudan border were released on Monday.", ("SD", "TD")),
    ("en", "Police rescued 15 girls from traffickers at Birgunj on the Nepal-India border.", ("NP",)),
    ("en", "Cameroonian troops freed 20 hostages near the border with Nigeria.", ("CM",)),
    ("fr", "L'armée a libéré neuf otages à la frontière entre le Mali et le Niger.", ("ML", "NE")),
    ("fr", "Neuf humanitaires enlevés à la frontière tchado-soudanaise ont été libérés lundi.", ("SD", "TD")),
    ("fr", "Des soldats camerounais ont libéré 20 otages près de la frontière nigériane.", ("CM",)),
    ("es", "El ejército liberó a nueve rehenes en la frontera entre Colombia y Venezuela.", ("CO", "VE")),
    ("es", "Sesenta migrantes secuestrados en la frontera colombo-venezolana fueron liberados el lunes.", ("CO", "VE")),
    ("es", "Soldados ecuatorianos liberaron a cinco secuestrados cerca de la frontera con Colombia.", ("EC",)),
]


@pytest.mark.parametrize(("code", "text", "place"), SEATS + BORDERS)
def test_place(code: str, text: str, place: tuple[str, ...]) -> None:
    assert events_in(code, text)[0].countries.place == place
