"""Origins that are told after the act, of the same people and of nobody else."""

from __future__ import annotations

import pytest
from telling import events_in

ENGLISH = "Police rescued 14 women from a brothel in Leeds on Monday. "
FRENCH = "La police a secouru 20 femmes exploitées à Liège lundi. "
SPANISH = "La policía rescató a 20 mujeres explotadas en Sevilla el lunes. "

TOLD = [
    ("en", ENGLISH + "Nine of them are Vietnamese.", ("VN",)),
    ("en", ENGLISH + "They come from Hungary and Romania.", ("HU", "RO")),
    ("en", ENGLISH + "The council met. Nine of them are Vietnamese.", ("VN",)),
    ("en", ENGLISH + "The women are Hungarian and Romanian.", ("HU", "RO")),
    ("fr", FRENCH + "Quinze viennent de Hongrie.", ("HU",)),
    ("fr", FRENCH + "Elles sont pour la plupart roumaines.", ("RO",)),
    ("fr", FRENCH + "Elles sont originaires du Bénin et du Togo.", ("BJ", "TG")),
    ("es", SPANISH + "Quince son colombianas.", ("CO",)),
    ("es", SPANISH + "Las víctimas son de nacionalidad paraguaya.", ("PY",)),
    ("en", ENGLISH + "The women, from Hungary and Romania, are in a shelter.", ("HU", "RO")),
    ("es", SPANISH + "Nueve de ellas proceden de Paraguay.", ("PY",)),
    # in apposition to them
    ("en", ENGLISH + "The women, most of them Hondurans, had been hired in the capital.", ("HN",)),
    ("en", ENGLISH + "The women, all Nepalis, are in hospital.", ("NP",)),
    ("fr", FRENCH + "Les femmes, toutes népalaises, sont hébergées.", ("NP",)),
    ("es", SPANISH + "Las mujeres, todas nepalíes, están en un albergue.", ("NP",)),
    # called by their origin
    ("en", ENGLISH + "Officers broke a door to reach the Bulgarians.", ("BG",)),
    ("fr", FRENCH + "Il a fallu briser la porte pour atteindre les Bulgares.", ("BG",)),
    ("es", SPANISH + "Hubo que romper la puerta para llegar hasta las búlgaras.", ("BG",)),
    # where others say that they are from
    ("en", ENGLISH + "A colonel told reporters that the women were from Savannakhet.", ("LA",)),
    ("en", ENGLISH + "The mayor said the women, all under 20, were from Akwa Ibom and Ebonyi states.", ("NG",)),
    # parts of them
    ("en", ENGLISH + "Among them were 12 Nepalis and seven Sri Lankans.", ("LK", "NP")),
    ("fr", FRENCH + "Parmi elles figurent douze Népalaises et sept Sri-Lankaises.", ("LK", "NP")),
    ("fr", FRENCH + "Quinze sont kényanes.", ("KE",)),
    ("es", SPANISH + "La mayoría de las víctimas son mexicanas, informó la Fiscalía.", ("MX",)),
]

NOT_TOLD = [
    ("en", ENGLISH + "The suspects are Albanian."),
    ("en", ENGLISH + "Albanian police helped."),
    ("en", ENGLISH + "The council met. The mayor spoke. A school opened. A road closed. Nine of them are Vietnamese."),
    ("fr", FRENCH + "Deux proxénètes albanais ont été arrêtés."),
    ("es", SPANISH + "Dos proxenetas albaneses fueron detenidos."),
    ("en", ENGLISH + "Three Albanian men were arrested."),
    ("en", ENGLISH + "The mayor met the Bulgarian ambassador."),
    ("en", "Two Bulgarian pimps beat them. " + ENGLISH + "Officers led the Bulgarians to court."),
]


@pytest.mark.parametrize(("code", "text", "origin"), TOLD)
def test_told_after_the_act(code: str, text: str, origin: tuple[str, ...]) -> None:
    assert [event.countries.origin for event in events_in(code, text)] == [origin]


@pytest.mark.parametrize(("code", "text"), NOT_TOLD)
def test_of_others_or_too_far(code: str, text: str) -> None:
    assert [event.countries.origin for event in events_in(code, text)] == [()]


def test_what_follows_another_act_belongs_to_that_one() -> None:
    text = ENGLISH + "On Tuesday, police rescued 30 boys from a brick kiln in Leeds. Nine of them are Vietnamese."
    assert [event.countries.origin for event in events_in("en", text)] == [(), ("VN",)]


ONE = {
    "en": "Rebels released a Danish nurse near Gao on Friday. ",
    "fr": "Les rebelles ont relâché vendredi une infirmière danoise près de Gao. ",
    "es": "Los rebeldes dejaron en libertad el viernes a una enfermera danesa cerca de Gao. ",
}
TWELVE = {
    "en": "Police rescued 12 Ghanaian boys from forced labour near Yeji on Monday. ",
    "fr": "La police a secouru lundi douze garçons ghanéens astreints au travail forcé près de Yeji. ",
    "es": "La policía rescató el lunes a doce niños ghaneses sometidos a trabajo forzado cerca de Yeji. ",
}

OF_OTHERS = [
    # more than came out, left behind
    ("en", ONE, "Two Austrians and a Czech remain in their hands.", "DK"),
    ("en", ONE, "In return, 30 Malian prisoners were let out of jail.", "DK"),
    ("en", TWELVE, "Some 200 Togolese live on the shore.", "GH"),
    ("en", TWELVE, "Three Togolese are still held on an island.", "GH"),
    ("fr", ONE, "Deux Autrichiens et un Tchèque seraient toujours retenus.", "DK"),
    ("fr", ONE, "En échange, trente prisonniers maliens sont sortis de prison.", "DK"),
    ("fr", TWELVE, "Environ deux cents Togolais vivent sur la rive.", "GH"),
    ("fr", TWELVE, "Trois Togolais restent bloqués sur une île.", "GH"),
    ("es", ONE, "Dos austríacos y un checo siguen en sus manos.", "DK"),
    ("es", ONE, "A cambio, treinta presos malienses salieron de la cárcel.", "DK"),
    ("es", TWELVE, "Unos doscientos togoleses viven en la orilla.", "GH"),
    ("es", TWELVE, "Tres togoleses permanecen retenidos en una isla.", "GH"),
    # behind another verb: guards, buyers, owners, money
    ("en", TWELVE, "The boys were guarded by a Nigerian with a whip.", "GH"),
    ("en", TWELVE, "Their parents had been given 90 American dollars each.", "GH"),
    ("en", TWELVE, "The boys mended nets for a Lebanese trader.", "GH"),
    ("fr", TWELVE, "Les garçons étaient surveillés par un Nigérian armé d'un fouet.", "GH"),
    ("fr", TWELVE, "Leurs parents avaient reçu 90 dollars américains.", "GH"),
    ("fr", TWELVE, "Ils réparaient les filets d'un commerçant libanais.", "GH"),
    ("es", TWELVE, "Los niños eran vigilados por un nigeriano con un látigo.", "GH"),
    ("es", TWELVE, "Sus padres habían recibido 90 dólares americanos.", "GH"),
    ("es", TWELVE, "Los niños remendaban redes para un comerciante libanés.", "GH"),
    # whom a definite phrase calls by their country
    ("en", TWELVE, "The Dutch buyers rely on inspectors.", "GH"),
    ("fr", TWELVE, "Les acheteurs néerlandais s'en remettent aux inspecteurs.", "GH"),
    ("es", TWELVE, "Los compradores neerlandeses confían en los inspectores.", "GH"),
]


@pytest.mark.parametrize(("code", "act", "behind", "origin"), OF_OTHERS)
def test_of_others_after_the_act(code: str, act: dict[str, str], behind: str, origin: str) -> None:
    first = events_in(code, act[code] + behind)[0]
    assert first.countries.origin == (origin,)


ABOARD = [
    (
        "fr",
        "Les pirates somaliens ont relâché samedi l'équipage capturé. Il s'agit de dix Indiens et de trois Géorgiens.",
        ("GE", "IN"),
    ),
    # the rest, and how many are not counted
    ("en", ENGLISH + "Most are locals. The rest are from Gyumri.", ("AM",)),
    ("en", ENGLISH + "Many come from Bolivia and Peru.", ("BO", "PE")),
    ("en", ENGLISH + "The rest are housemaids from the Philippines.", ("PH",)),
    ("fr", FRENCH + "Beaucoup arrivaient du Maroc.", ("MA",)),
    ("fr", FRENCH + "Les autres viennent du Kerala.", ("IN",)),
    ("es", SPANISH + "Muchas vienen de Nicaragua.", ("NI",)),
    ("es", SPANISH + "Las otras proceden de Cochabamba.", ("BO",)),
    # a region by its noun, whoever tells it
    ("en", ENGLISH + "Nine came from the Oromia region.", ("ET",)),
    ("en", ENGLISH + "The sheriff said the women, nine Kenyans and five Ugandans, had begged for help.", ("KE", "UG")),
    ("fr", FRENCH + "Le maire raconte que les femmes, dix Ivoiriennes et dix Togolaises, mendiaient.", ("CI", "TG")),
    ("es", SPANISH + "El alcalde contó que las mujeres, diez cubanas y diez haitianas, mendigaban.", ("CU", "HT")),
    ("en", ENGLISH + "The group numbered ten Hungarians and four Romanians.", ("HU", "RO")),
    ("en", ENGLISH + "Police said the women hail from Edo and Delta states.", ("NG",)),
    ("fr", FRENCH + "Parmi elles figuraient douze Népalaises et sept Kényanes.", ("KE", "NP")),
    ("fr", FRENCH + "Le procureur précise que les jeunes femmes viennent de Hongrie.", ("HU",)),
    ("es", SPANISH + "Entre las liberadas figuran once paraguayas y tres rumanas.", ("PY", "RO")),
    ("es", SPANISH + "Entre ellas hay diez cubanas y diez haitianas.", ("CU", "HT")),
]


@pytest.mark.parametrize(("code", "text", "origin"), ABOARD)
def test_told_of_the_group(code: str, text: str, origin: tuple[str, ...]) -> None:
    assert [event.countries.origin for event in events_in(code, text)] == [origin]
