"""Searches for suspects, parts of a total, stretches of a month, in short articles of Wednesday, 15 May 2024."""

from __future__ import annotations

import pytest
from telling import events_in

WANTED = [
    ("en", "Kenyan police rescued two boys in Kisumu and arrested a kidnapper wanted in Uganda and Tanzania.", "KE"),
    ("en", "A kidnapper sought by Italy was shot dead in Tripoli by Libyan police, who freed two hostages.", "LY"),
    ("en", "Police in Accra freed four women trafficked by a pimp wanted by police in Benin.", "GH"),
    ("en", "Wanted in Poland and Latvia, the trafficker was caught when Dutch police freed nine workers.", "NL"),
    ("en", "Peruvian officers rescued three girls from a trafficker wanted in Chile.", "PE"),
    ("fr", "La police espagnole a libéré à Malaga trois femmes exploitées par un proxénète recherché en France.", "ES"),
    ("fr", "Les gendarmes sénégalais ont délivré à Thiès deux otages et arrêté un ravisseur recherché au Mali.", "SN"),
    ("fr", "La police togolaise a secouru à Lomé six filles vendues par une trafiquante recherchée au Bénin.", "TG"),
    ("fr", "À Tunis, la police a libéré deux otages d'un ravisseur recherché par l'Italie et la France.", "TN"),
    ("fr", "La police a sauvé à Douala cinq enfants exploités par des passeurs recherchés au Gabon.", "CM"),
    ("es", "La policía detuvo en Guayaquil a un secuestrador buscado en Colombia y Perú y liberó a una niña.", "EC"),
    ("es", "Agentes rescataron en Petén a tres mujeres explotadas por un tratante requerido por Honduras.", "GT"),
    ("es", "La policía boliviana liberó en La Paz a dos rehenes de un captor prófugo de Brasil.", "BO"),
    ("es", "Una proxeneta buscada en Chile fue detenida en Lima, donde la policía rescató a cinco víctimas.", "PE"),
    ("es", "La Guardia Civil liberó en Murcia a ocho jornaleros de un explotador buscado en Rumanía.", "ES"),
]


@pytest.mark.parametrize(("code", "text", "place"), WANTED)
def test_where_a_suspect_is_wanted_nobody_was_held(code: str, text: str, place: str) -> None:
    assert [event.countries.place for event in events_in(code, text)] == [(place,)]


PARTS = [
    ("en", "Officers freed 20 trafficked workers, 12 of Nepalese nationality and 8 foreign nationals, in Spain.", 20),
    ("en", "Police in Durban rescued 46 women (27 of South African nationality and 19 foreigners) from a brothel.", 46),
    ("en", "Police rescued 15 child labourers, 9 of them girls and 6 boys, from a brick kiln in Lahore.", 15),
    ("en", "Police freed 31 slaves, 20 of Malian nationality and 11 foreigners, in Nouakchott.", 31),
    ("en", "Soldiers freed 14 hostages (5 of French nationality and 9 local men) in Mali.", 14),
    ("fr", "La police a secouru 46 femmes (27 de nationalité ivoirienne et 19 étrangères) victimes de traite.", 46),
    ("fr", "L'armée a libéré 14 otages (5 de nationalité française et 9 étrangers) au Mali.", 14),
    ("fr", "La police a libéré 31 esclaves, 20 de nationalité malienne et 11 étrangers, à Nouakchott.", 31),
    ("fr", "La gendarmerie a secouru 12 mineurs exploités, 7 de nationalité togolaise et 5 Béninois.", 12),
    ("fr", "La police a libéré 18 ouvriers asservis (10 de nationalité roumaine et 8 étrangers) en Italie.", 18),
    ("es", "Fueron rescatadas 46 mujeres (27 de nacionalidad mexicana y 19 extranjeras) víctimas de trata.", 46),
    ("es", "La policía rescató a 30 víctimas de trata (18 de nacionalidad boliviana y 12 extranjeros).", 30),
    ("es", "La policía liberó a 11 rehenes, 6 de nacionalidad peruana y 5 extranjeros, en Quito.", 11),
    ("es", "Liberaron en Murcia a 22 jornaleros esclavizados, 13 de origen marroquí y 9 senegaleses.", 22),
    ("es", "Rescatan a 9 mujeres explotadas sexualmente, 4 de nacionalidad paraguaya y 5 brasileñas.", 9),
]


@pytest.mark.parametrize(("code", "text", "figure"), PARTS)
def test_parts_that_add_up_are_the_total(code: str, text: str, figure: int) -> None:
    assert [event.victims.best for event in events_in(code, text)] == [figure]


def test_some_of_those_counted_are_no_part_where_others_are_joined() -> None:
    text = "Police rescued 3 boys (2 of them Nepalese) and 4 women from forced labour in a kiln."
    assert [event.victims.best for event in events_in("en", text)] == [7]


STRETCHES = [
    ("en", "Between 1 and 30 April, the Nigerian army freed 12 kidnapped villagers in Zamfara."),
    ("en", "From April 1 to April 30, troops rescued seven kidnapped villagers in Zamfara, Nigeria."),
    ("en", "From 3 to 30 April, police in Manila rescued nine women forced into prostitution."),
    ("en", "So far in May, Nigerian police have freed five kidnapped people in Kaduna."),
    ("en", "Police freed three hostages in Haiti from 1 to 31 March 2024."),
    ("fr", "Du 1er au 30 avril, l'armée nigériane a libéré 12 villageois enlevés dans l'Etat de Zamfara."),
    ("fr", "Entre le 3 et le 30 avril, la police malienne a libéré huit otages à Mopti."),
    ("fr", "Depuis le début du mois de mai, la police nigériane a libéré cinq personnes enlevées à Kaduna."),
    ("fr", "Du 1er au 31 mars 2024, la police haïtienne a libéré trois otages."),
    ("fr", "La gendarmerie a secouru neuf femmes prostituées de force du 2 au 30 avril à Dakar."),
    ("es", "Del 1 al 30 de abril, el Ejército mexicano liberó a dos personas secuestradas en Zacatecas."),
    ("es", "Entre el 2 y el 29 de abril la policía rescató a nueve mujeres explotadas sexualmente en Lima."),
    ("es", "En lo que va del mes de mayo la policía mexicana liberó a cinco secuestrados en Morelos."),
    ("es", "Del 1 al 31 de marzo de 2024 la policía haitiana liberó a tres rehenes."),
    ("es", "La policía liberó a cuatro secuestrados del 3 al 30 de abril en Guayaquil."),
]


@pytest.mark.parametrize(("code", "text"), STRETCHES)
def test_a_stretch_of_a_month_is_of_many_occasions(code: str, text: str) -> None:
    assert [event.scope.value for event in events_in(code, text)] == ["AGGREGATE"]


RUNNING_MONTH = [
    ("fr", "Depuis le début du mois de mai, la police nigériane a libéré cinq personnes enlevées à Kaduna."),
    ("fr", "La police malienne a libéré huit otages à Mopti depuis le début du mois de mai."),
    ("es", "En lo que va del mes de mayo la policía mexicana liberó a cinco secuestrados en Morelos."),
    ("es", "La policía liberó a cuatro secuestrados en lo que va del mes de mayo en Guayaquil."),
    ("es", "Lo que va del mes de mayo deja nueve mujeres rescatadas de la trata en Lima por la policía."),
]


@pytest.mark.parametrize(("code", "text"), RUNNING_MONTH)
def test_the_running_month_begins_on_its_first_day_also_where_it_is_named(code: str, text: str) -> None:
    assert [event.time.edtf for event in events_in(code, text)] == ["2024-05-01/2024-05-15"]
