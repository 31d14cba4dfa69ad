"""Ways out whose state before is told in words that name neither captivity nor exploitation."""

from __future__ import annotations

import pytest
from telling import events_in

TEXTS = [
    ("en", "Police freed eleven women on Tuesday from a flat in Lima where they had to see ten men a night."),
    ("en", "Officers found nine boys on Friday at a roadside eatery in Patna; their pay had been sent to a broker."),
    ("en", "Labour inspectors took 26 Nepalis off a farm near Évora on Monday. Their papers were in the owner's safe."),
    ("en", "Soldiers brought 30 villagers home on Sunday who had been marched for nine days through the forest."),
    ("en", "Her guards fell asleep, and the teacher walked out of the bandits' camp on Thursday."),
    ("en", "Customs officers found six Iraqis on Monday lying under pallets in a refrigerated lorry at Hull."),
    ("en", "Police removed 31 children from a sect in Guatemala on Friday."),
    (
        "fr",
        "La police a sorti mardi onze femmes d'un appartement de Lima où elles voyaient dix hommes par nuit.",
    ),
    (
        "fr",
        "Des inspecteurs ont retiré lundi 26 Népalais d'une ferme ; leurs papiers étaient dans le coffre du patron.",
    ),
    ("fr", "Ramenés à terre dimanche par la marine, ces 71 enfants vendus à des patrons de pêche ont été soignés."),
    ("fr", "Récupérés lundi par la police, neuf enfants exploités dans des champs d'igname ont été remis au consul."),
    ("fr", "La police a retiré samedi d'une villa trois filles livrées à des touristes."),
    ("fr", "Un berger qui gardait des moutons contre du pain et des coups a été délivré jeudi par les gendarmes."),
    ("fr", "La police a libéré vendredi 38 Indiens d'un faux centre d'appels de Tbilissi."),
    ("fr", "La gendarmerie a récupéré mardi à la frontière dix nourrissons sans papiers d'adoption."),
    ("fr", "Alertés par des cris dans une remorque, les douaniers en ont sorti lundi quatorze Afghans."),
    ("fr", "Onze couturiers exploités dormaient dans un sous-sol ; la police les en a fait sortir mardi."),
    ("fr", "L'Action sociale a recueilli jeudi neuf enfants exploités par un éleveur, placé en garde à vue."),
    ("en", "Customs officers who heard knocking from a trailer let out 21 Iraqis on Monday."),
    ("en", "Eighteen Chinese were let out of an empty milk tanker by police on Tuesday."),
    ("en", "Border guards took nine toddlers off a bus on Friday because the couple had no adoption papers."),
    ("en", "Coast guards freed five fishermen on Monday after a gunfight with dacoits."),
    ("en", "Police freed 38 Indians on Friday from forced labour; the owner is on bail."),
    ("es", "Al oír golpes en el remolque, la Guardia Civil sacó el lunes a catorce afganos."),
    ("es", "La policía sacó el viernes de un autobús a nueve niños sin papeles de adopción."),
    ("es", "La Guardia Nacional rescató el lunes a once cubanos ocultos bajo una lona y costales de naranja."),
    ("es", "La policía liberó el viernes a 38 indios sometidos a trabajo forzoso; el dueño pagó fianza."),
    ("fr", "Quatorze marins birmans ont été débarqués le 3 mai à Songkhla après des mois sans toucher terre."),
    ("fr", "Les douaniers ont découvert lundi six Irakiens allongés sous des palettes dans un poids lourd à Calais."),
    ("fr", "La police a soustrait vendredi 31 enfants à une secte au Guatemala."),
    ("fr", "Sept mères retenues dans une maternité de Yaoundé pour des factures impayées sont sorties lundi."),
    ("fr", "Une fillette de neuf ans, troquée contre deux vaches, a été ramenée chez sa mère mardi par la police."),
    (
        "fr",
        "Les gendarmes ont récupéré samedi 17 enfants sur un site d'orpaillage, livrés par des intermédiaires véreux.",
    ),
    ("es", "La policía sacó el martes a once mujeres de un piso de Lima donde atendían a diez hombres por noche."),
    (
        "es",
        "Los inspectores sacaron el lunes a 26 nepalíes de una finca; sus papeles estaban en el cajón del dueño.",
    ),
    ("es", "Catorce marineros birmanos fueron desembarcados el 3 de mayo en Songkhla tras meses sin pisar tierra."),
    ("es", "Los aduaneros hallaron el lunes a seis iraquíes tendidos bajo palés en un camión en Irún."),
    ("es", "La policía sacó el viernes a 31 niños de la secta Lev Tahor en Guatemala."),
    ("es", "La policía rescató el sábado a 17 menores en un lavadero de oro de Madre de Dios, sin paga desde marzo."),
    ("es", "Fiscales liberaron el domingo a 22 internos golpeados en un anexo de Tijuana."),
]


@pytest.mark.parametrize(("code", "text"), TEXTS)
def test_event_is_found(code: str, text: str) -> None:
    assert events_in(code, text)
