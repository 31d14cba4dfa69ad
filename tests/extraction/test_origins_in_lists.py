"""Origins told in lists: as the subject, in brackets, with a rest, as adjectives, of a group; and whose a ship is."""

from __future__ import annotations

import pytest
from telling import events_in

LISTS = [
    # behind what happened to them, behind whose staff they are, behind their captors
    ("en", "Nine drivers of the United Nations, Kenyans and Danes, were freed by their kidnappers.", "DK KE"),
    ("fr", "La police a identifié 31 victimes de travail forcé, des Serbes recrutés par une agence.", "RS"),
    ("fr", "La police a libéré 31 victimes d'esclavage sexuel, des Albanaises et des Kosovares.", "AL XK"),
    ("es", "La policía rescató a 31 víctimas de trabajo forzado, bolivianos y peruanos.", "BO PE"),
    ("es", "Rescataron a 20 mujeres esclavizadas por sus patrones, doce de ellas kenianas.", "KE"),
    ("es", "Liberaron a 300 personas esclavizadas, la mayoría jóvenes de Tánger.", "MA"),
    ("es", "Diez menores, todas de Guinea, fueron rescatadas de un burdel.", "GN"),
    # joined by two words
    ("fr", "Treize Serbes, ainsi qu'une Albanaise, ont été libérées d'un réseau de prostitution.", "AL RS"),
    ("fr", "Deux Maliens ainsi que trois Togolais ont été libérés par leurs ravisseurs.", "ML TG"),
    ("es", "Once paraguayas, así como una boliviana de 17 años, fueron rescatadas de un burdel.", "BO PY"),
    ("es", "Dos chilenos junto con tres cubanos fueron liberados por sus secuestradores.", "CL CU"),
    ("en", "Twenty-four Nepalis, 11 Indians and a Bangladeshi were rescued from a brick kiln in Bihar.", "BD IN NP"),
    ("en", "Ten Ghanaians, eight Togolese and five Beninese were rescued from a slave camp on Lake Volta.", "BJ GH TG"),
    ("en", "Libyan forces freed 80 hostages (40 Egyptians, 25 Sudanese and 15 Syrians) in Kufra.", "EG SD SY"),
    (
        "en",
        "Soldiers freed 36 enslaved men, 20 from Kenya, nine from Uganda and the rest from Ethiopia.",
        "ET KE UG",
    ),
    ("en", "Police rescued 52 trafficked people in Phuket, made up of 30 Laotians and two Thais.", "LA TH"),
    ("en", "Police freed 40 women, Filipino and Indonesian for the most part, from a brothel in Dubai.", "ID PH"),
    ("fr", "Vingt-quatre Népalais, onze Indiens et un Bangladais ont été libérés par leurs ravisseurs.", "BD IN NP"),
    (
        "fr",
        "La police a libéré 61 esclaves (33 Bangladais, 17 Kényans, neuf Indiens et deux Togolais).",
        "BD IN KE TG",
    ),
    ("fr", "L'armée a libéré 36 otages (vingt Tchadiens, douze Soudanais et quatre Centrafricains).", "CF SD TD"),
    (
        "fr",
        "La police a libéré quarante esclaves, essentiellement éthiopiennes et sri-lankaises.",
        "ET LK",
    ),
    ("fr", "Quarante femmes exploitées, camerounaises et nigérianes pour la plupart, ont été libérées.", "CM NG"),
    ("es", "Veinticuatro venezolanas, once colombianas y una ecuatoriana fueron rescatadas de un burdel.", "CO EC VE"),
    (
        "es",
        "La policía liberó a 61 esclavos (33 cubanos, 17 peruanos, nueve paraguayos y dos haitianos).",
        "CU HT PE PY",
    ),
    ("es", "El ejército liberó a 30 secuestrados, 12 de Honduras, diez de Guatemala y el resto de Cuba.", "CU GT HN"),
    ("es", "Liberaron a 19 mujeres esclavas, de nacionalidad colombiana, paraguaya y rumana.", "CO PY RO"),
    ("es", "Casi 130 mujeres en situación de trata, cubanas y dominicanas en su mayoría, fueron rescatadas.", "CU DO"),
]

GROUPS = [
    (
        "en",
        "Forty kidnapped migrants were freed. The group is made up of Hondurans and 11 Haitians.",
        "HN HT",
    ),
    ("fr", "Quarante migrants enlevés ont été libérés. Le groupe comprend des Honduriens et onze Haïtiens.", "HN HT"),
    ("es", "Cuarenta migrantes secuestrados fueron liberados. El grupo lo integran hondureños y haitianos.", "HN HT"),
]

VESSELS = [
    (
        "en",
        "Commandos freed 13 sailors of a Greek tanker, nine Filipinos and four Georgians, from pirates.",
        "GE PH",
    ),
    ("en", "Pirates freed the 21 Filipino sailors of a Maltese freighter.", "PH"),
    ("fr", "L'armée a libéré les marins d'un pétrolier grec, neuf Philippins et un Géorgien, pris en otage.", "GE PH"),
    ("fr", "Les pirates ont libéré les 17 marins ukrainiens d'un cargo battant pavillon panaméen.", "UA"),
    ("es", "Liberaron a los trece marineros de un petrolero griego, nueve filipinos, retenidos por piratas.", "PH"),
    ("es", "Los piratas liberaron a los 14 tripulantes filipinos del buque maltés.", "PH"),
]

OTHERS = [
    ("en", "Greek police freed 20 Pakistanis held by smugglers and arrested three Serbs and an Afghan.", "PK"),
    ("fr", "La police grecque a libéré vingt Pakistanais séquestrés et arrêté trois Serbes et un Afghan.", "PK"),
    ("es", "La policía griega liberó a veinte paquistaníes secuestrados y detuvo a tres serbios y un afgano.", "PK"),
    ("en", "Police freed seven Kenyan hostages in Juba. Two Ugandan drivers died in the attack.", "KE"),
    ("es", "La policía retiró de la mina a diecinueve chicos explotados por 30 bolivianos la jornada.", ""),
]


@pytest.mark.parametrize(("code", "text", "origin"), LISTS + GROUPS + VESSELS + OTHERS)
def test_origin(code: str, text: str, origin: str) -> None:
    assert events_in(code, text)[0].countries.origin == tuple(origin.split())


def test_parts_on_both_sides_add_up() -> None:
    event = events_in("en", "Twenty-four Nepalis, 11 Indians and a Bangladeshi were rescued from a brick kiln.")[0]
    assert event.victims.best == 36
