"""The type of an act: let go, got out by others, got out alone, brought home, told by who did it and what went with it.

Read on Wednesday, 15 May 2024.
"""

from __future__ import annotations

import pytest
from telling import events_in

FREED_BY_FORCE = [
    ("en", "Forty hostages regained their freedom on Tuesday after soldiers attacked the bandits' hideout."),
    ("en", "Two kidnapped teachers were freed on Monday when troops overran a camp in Katsina."),
    ("en", "Hundreds of Ethiopians held for ransom have walked free since January thanks to raids by Libyan forces."),
    ("fr", "Quarante otages ont retrouvé la liberté mardi après l'assaut de l'armée contre le repaire des bandits."),
    ("fr", "Une fille mariée de force a été rendue aux siens lundi par les gendarmes lors d'une opération."),
    ("es", "Cuarenta rehenes recobraron la libertad el martes después de que el Ejército atacara la guarida."),
    (
        "es",
        "Cien etíopes retenidos por traficantes han recobrado la libertad gracias a las redadas del Ejército libio.",
    ),
    ("es", "Dos maestros secuestrados recuperaron la libertad el lunes en una redada del Ejército."),
    (
        "en",
        "The nine sailors, whom the pirates had locked in a cabin, were freed on Monday by seamen of a passing ship.",
    ),
    ("en", "Two boys whom kidnappers had chained to a tree were freed on Friday by hunters."),
    ("fr", "Les neuf marins, que les pirates avaient enfermés, ont été libérés lundi par l'équipage d'un cargo."),
    ("fr", "Deux garçons que des ravisseurs avaient enchaînés ont été libérés vendredi par des chasseurs."),
    ("es", "Dos niños a los que los secuestradores habían encadenado fueron liberados el viernes por cazadores."),
]

LET_GO = [
    ("en", "Dozens of Kenyans forced to defraud strangers in Myanmar were let out of a compound by their guards."),
    ("en", "Nine hostages seized in Kaduna walked for three days before being freed on Tuesday for a ransom."),
    ("fr", "Libéré jeudi par le gang qui l'avait enlevé à Carrefour, le commerçant haïtien a regagné sa maison."),
    ("fr", "Deux marchandes enlevées à Tabarre ont été autorisées à s'en aller lundi après le versement d'une rançon."),
    ("es", "Tres turistas que una tribu retenía desde enero en Yemen recobraron ayer la libertad."),
    (
        "en",
        "A trader abducted in Port-au-Prince on May 2 was released on Sunday, said an official of the ministry.",
    ),
    ("en", "Gunmen who had held a Slovenian engineer in eastern Chad put him on a bus to Cameroon on Sunday."),
    (
        "en",
        "Gunmen who marched two geologists off a drill site gave them up to village elders on Saturday for ten goats.",
    ),
    (
        "fr",
        "Un commerçant enlevé à Port-au-Prince a été libéré dimanche, a indiqué un responsable du ministère.",
    ),
    ("fr", "Enlevé à Tabarre, le pédiatre haïtien a regagné son domicile lundi, sain et sauf, contre une rançon."),
    ("es", "Un empresario secuestrado en Puerto Príncipe fue liberado el domingo, dijo un funcionario del Ministerio."),
    ("es", "Los secuestradores liberaron el lunes a tres ganaderos tras cobrar un rescate."),
    ("en", "Police patrolled the town on Monday. Two kidnapped nuns were let go that night for a motorbike."),
    ("en", "The army has set up roadblocks. Four kidnapped drivers were allowed to leave on Tuesday for two goats."),
    ("en", "Soldiers searched the hills for them. The six hostages were freed on Friday by their guards."),
    (
        "en",
        "Police freed nobody. Dozens of Kenyans trafficked to a scam park were let out on Sunday by their bosses.",
    ),
    ("en", "The navy was told of it. Nine kidnapped sailors were let off on Thursday without a scratch."),
]

GOT_AWAY = [
    (
        "en",
        "Three men escaped from the brick kiln where they were enslaved. They walked to the bus station barefoot.",
    ),
    ("en", "A girl forced to shoplift by the clan that brought her to England gave her minders the slip on Friday."),
    ("fr", "Affamé par son maître, un berger réduit en esclavage s'est évadé lundi, caché sous la bâche d'un camion."),
    ("fr", "Quinze otages ont échappé à leurs ravisseurs dimanche et sont arrivés dans un village."),
    ("es", "Seis rehenes se escaparon de sus captores el lunes y aparecieron en una aldea cercana."),
    ("es", "Tres hombres esclavizados se fugaron de la ladrillera el lunes y llegaron a una comisaría."),
    ("en", "Three enslaved herders got out of the farm on Sunday and walked to a police post."),
]

BROUGHT_HOME = [
    (
        "en",
        "Nine Ugandans who had been rescued in May from forced labour in Oman were flown home to Kampala on Monday.",
    ),
    ("en", "Thirty Nepalis flew home to Kathmandu on Monday after being rescued in April from scam compounds in Laos."),
    (
        "fr",
        "Onze Togolaises réduites en servitude au Liban ont été rapatriées lundi à Lomé par l'État, qui les a remises.",
    ),
    (
        "fr",
        "Vingt Malgaches, qui avaient été soustraites en mai à l'esclavage à Koweït, ont été rapatriées mardi.",
    ),
    (
        "fr",
        "Neuf Guinéens rentrent chez eux lundi après avoir été délivrés en avril d'un camp de travail forcé au Mali.",
    ),
    ("en", "Chinese police handed eleven women sold as brides over to Vietnamese border guards on Monday."),
    ("en", "Nineteen Indonesians rescued from scam compounds in Myanmar arrived in Jakarta on Tuesday."),
    ("fr", "La police chinoise a remis lundi aux gardes-frontières vietnamiens onze femmes vendues comme épouses."),
    ("fr", "Trente filles réduites en esclavage domestique sont revenues du Koweït en avril, avec l'OIM."),
    (
        "es",
        "La policía china entregó el lunes a la policía vietnamita a once mujeres vendidas como esposas.",
    ),
    ("es", "Doce peruanas que habían sido rescatadas en mayo de un burdel de Quito regresaron a Lima el martes."),
    ("es", "Seis bolivianos regresaron el lunes a La Paz tras ser rescatados en marzo de un taller esclavo en Brasil."),
    ("es", "Diecinueve indonesios rescatados de centros de estafa en Birmania llegaron el martes a Yakarta."),
    ("en", "Nine Lao women flew home from Seoul on Friday after being found in a brothel in April."),
    ("en", "Eleven Nepali boys sold to a circus in India were flown home on Tuesday and given to their uncles."),
    ("en", "Seven Gambian maids enslaved in Lebanon came home on Monday after having been rescued by a charity."),
    (
        "fr",
        "Vingt petits Maliens forcés à mendier à Dakar ont été reconduits lundi dans leur pays et remis à un foyer.",
    ),
    (
        "fr",
        "Neuf Laotiennes ont regagné leur pays vendredi après avoir été retrouvées dans une maison close de Séoul.",
    ),
    ("fr", "Trente Kényanes exploitées à Oman sont rentrées dimanche à Nairobi après avoir été secourues en mars."),
    ("fr", "Onze Népalais vendus à un cirque indien ont été rapatriés mardi puis confiés à leurs oncles."),
    ("fr", "Sept Gambiennes asservies au Liban ont été ramenées lundi à Banjul, puis rendues à leurs mères."),
    ("es", "Nueve laosianas regresaron el viernes a su país tras ser halladas en abril en un burdel de Seúl."),
    ("es", "Treinta kenianas explotadas en Omán volvieron el domingo a Nairobi tras haber sido rescatadas en marzo."),
    (
        "es",
        "Once nepalíes vendidos a un circo de la India regresaron el martes a Katmandú y fueron entregados a sus tíos.",
    ),
    ("es", "Siete gambianas esclavizadas en el Líbano fueron repatriadas el lunes y entregadas a un albergue."),
]

HELD_AT_HOME = [
    ("en", "Police in Lagos traced eight babies sold to couples and Nigerian police brought them back on Monday."),
    ("fr", "La marine ghanéenne a ramené lundi neuf garçons réduits en esclavage par des pêcheurs du lac Volta."),
]
"""Who comes back within one country is not repatriated."""


def _cases(expected: str, cases: list[tuple[str, str]]) -> list[tuple[str, str, str]]:
    return [(expected, code, text) for code, text in cases]


@pytest.mark.parametrize(
    ("expected", "code", "text"),
    [
        *_cases("RESCUE", FREED_BY_FORCE + HELD_AT_HOME),
        *_cases("RELEASE", LET_GO),
        *_cases("ESCAPE", GOT_AWAY),
        *_cases("REPATRIATION", BROUGHT_HOME),
    ],
)
def test_event_type(expected: str, code: str, text: str) -> None:
    assert events_in(code, text)[0].event_type.value == expected


CAUGHT = [
    ("en", "Nigerian police shot dead two kidnappers and freed three hostages in Kogi."),
    ("en", "Troops killed six bandits and freed 14 kidnapped farmers in Katsina, Nigeria."),
    ("en", "Mexican marines arrested four kidnappers and set free nine migrants held in Reynosa."),
    ("en", "Haitian police wounded a kidnapper and freed two doctors abducted in Gonaives."),
    ("en", "The Colombian army surrounded the guerrillas and freed nine hostages."),
    ("fr", "L'armée nigériane a tué six bandits et libéré 14 villageois enlevés à Katsina."),
    ("fr", "La police haïtienne a abattu deux ravisseurs et libéré une commerçante enlevée à Port-au-Prince."),
    ("fr", "Les gendarmes camerounais ont neutralisé les ravisseurs et libéré trois enfants à Maroua."),
    ("fr", "Les soldats maliens ont arrêté quatre jihadistes et libéré deux otages à Mopti."),
    ("fr", "La police a interpellé un ravisseur et libéré un lycéen enlevé à Libreville."),
    (
        "es",
        "La 11 Zona Militar detuvo a 15 presuntos delincuentes y liberó a dos secuestrados en Zacatecas.",
    ),
    (
        "es",
        "La policía de Ecuador detuvo a un secuestrador buscado en Perú y liberó a una niña raptada.",
    ),
    ("es", "El Ejército colombiano abatió a tres guerrilleros y liberó a dos soldados secuestrados en Arauca."),
    ("es", "Agentes de Honduras hirieron a dos plagiarios y liberaron a la víctima, una comerciante secuestrada."),
    ("es", "La policía de Guatemala capturó a dos secuestradores y liberó a tres comerciantes secuestrados."),
]


@pytest.mark.parametrize(("code", "text"), CAUGHT)
def test_captors_whom_others_catch_let_nobody_go(code: str, text: str) -> None:
    found = events_in(code, text)
    assert [event.event_type.value for event in found] == ["RESCUE"]
    assert found[0].countries.agent


def test_captors_behind_who_says_it_act_themselves() -> None:
    text = "Police said gunmen seized and released three students in Jos, Nigeria."
    assert [event.event_type.value for event in events_in("en", text)] == ["RELEASE"]
