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
    # under what they were hidden
    (
        "es",
        "Entre costales de naranja viajaban 27 cubanos que la Guardia Nacional descubrió el sábado en Huimanguillo.",
    ),
    ("es", "Los agentes hallaron el martes, entre sacos de cemento, a doce sirios que iban en un camión."),
    ("es", "La policía sacó de debajo de tres toneladas de paja a nueve afganos el lunes en Edirne."),
    ("es", "Un perro delató el viernes a siete eritreos que iban bajo cajas de pescado; la gendarmería los rescató."),
    ("es", "Detrás de unos rollos de algodón descubrió ayer la Guardia Civil a once vietnamitas."),
    ("fr", "La Guardia civil a découvert vendredi, sous quatre tonnes d'oranges, vingt-trois hommes presque inanimés."),
    ("fr", "Les douaniers ont trouvé mardi douze Syriens entre des sacs de ciment, dans un camion."),
    ("fr", "Neuf Afghans ont été extraits lundi d'un camion, sous la paille, par les gendarmes."),
    ("fr", "Sous des régimes de bananes se tenaient onze Vietnamiens que la police a libérés hier."),
    ("fr", "La police a sorti sept Érythréens qui respiraient à peine derrière des caisses de poisson."),
    ("en", "Police pulled nine Afghans from behind crates of tomatoes on Monday."),
    ("en", "Twelve Syrians were found lying between sacks of cement in a lorry on Tuesday and rescued."),
    ("en", "Gendarmes rescued seven Eritreans hidden under hay on Friday."),
    ("en", "Eighteen Brazilians were let out of an empty milk tanker by Border Patrol agents on Tuesday night."),
    ("en", "Coast guards rescued nine Rohingya crouching beneath fishing nets who had paid $400 each to be landed."),
    # children taken abroad without the papers that adopting them asks for
    ("es", "La policía haitiana bajó el domingo de un autobús a treinta niños que iban sin papeles de adopción."),
    ("es", "Los guardias retiraron el martes de un avión a seis bebés; la pareja carecía de permiso de adopción."),
    ("fr", "La police a récupéré vendredi 22 bambins que des fidèles emmenaient pour les proposer à l'adoption."),
    ("fr", "La gendarmerie a retiré mardi d'un avion six nourrissons emmenés sans jugement d'adoption."),
    ("en", "Guards took 12 Haitian toddlers off a bus on Friday because the couple could not produce adoption papers."),
    ("en", "Police took six infants off a plane on Tuesday from a couple without adoption papers."),
    # names of bodies are no topics of other news
    ("es", "La policía liberó el lunes a 30 niñas esclavizadas en Lagos, dijo Amnistía Internacional."),
    ("en", "Police freed 30 enslaved girls in Lagos on Monday, said Amnesty International."),
    ("fr", "L'Action sociale a recueilli lundi 30 fillettes soustraites à des trafiquants à Lomé."),
    # one behind the other; the way out is allowed
    ("es", "Los nueve obreros chinos secuestrados salieron, uno tras otro, del almacén el lunes."),
    ("es", "Los captores permitieron el lunes la salida de tres rehenes del Congreso."),
    # victims by a paper
    ("es", "Autoridades federales certificaron el lunes como víctimas de trata a cuatro hondureñas de una cantina."),
    ("es", "La fiscalía catalogó el martes como posibles víctimas a nueve nepalíes explotados en un restaurante."),
    ("es", "El juez declaró el viernes víctimas de explotación a doce braceros de Huelva."),
    ("en", "The council reported granting protection orders to 444 victims of trafficking this year."),
]


@pytest.mark.parametrize(("code", "text"), TEXTS)
def test_event_is_found(code: str, text: str) -> None:
    assert events_in(code, text)


STATES = [
    (
        "en",
        "TRAFFICKING",
        "Airport police took nine toddlers off a flight to Malta on Monday because the couple had no adoption papers.",
    ),
    (
        "en",
        "TRAFFICKING",
        "Police removed five infants from a clinic in Accra on Friday; forged adoption permits were found.",
    ),
    (
        "en",
        "TRAFFICKING",
        "Police freed 12 men in Cairo on Monday who were held until their kidneys could be removed.",
    ),
    (
        "en",
        "TRAFFICKING",
        "Police on Monday freed 40 Kenyans from a bogus call centre in Manila where they cheated pensioners.",
    ),
    (
        "en",
        "SMUGGLING",
        "Police took 11 Syrians off a trawler on Friday; they had paid 3,000 euros each to be landed in Samos.",
    ),
    (
        "en",
        "CAPTIVITY",
        "The Coast Guard freed seven sailors on Tuesday after a gun battle with a robber gang off Khulna.",
    ),
    (
        "fr",
        "TRAFFICKING",
        "La police a retiré lundi neuf bambins d'un autocar parce que le couple n'avait aucun papier d'adoption.",
    ),
    (
        "fr",
        "TRAFFICKING",
        "Les gendarmes ont récupéré vendredi cinq nourrissons que la clinique destinait à être proposés à l'adoption.",
    ),
    ("fr", "TRAFFICKING", "La police du Caire a libéré lundi douze paysans à qui l'on s'apprêtait à prendre un rein."),
    ("fr", "TRAFFICKING", "La police a libéré lundi 40 Kényans d'un faux centre d'appels de Manille."),
    (
        "fr",
        "TRAFFICKING",
        "Un groupe de lycéennes livrées à des touristes a été retiré samedi d'une villa par la police.",
    ),
    (
        "fr",
        "SMUGGLING",
        "Les douaniers ont découvert lundi dix-huit Cubains vivants sous trois tonnes de tomates dans un camion.",
    ),
    (
        "fr",
        "CAPTIVITY",
        "Les soldats ont libéré lundi quatre bergers après une fusillade avec une bande de coupeurs de route.",
    ),
    (
        "es",
        "TRAFFICKING",
        "La policía bajó el lunes de un autobús a nueve niños que una pareja llevaba sin papeles de adopción.",
    ),
    (
        "es",
        "TRAFFICKING",
        "La policía de El Cairo liberó el lunes a doce campesinos a los que iban a extirparles un riñón.",
    ),
    (
        "es",
        "SMUGGLING",
        "La Guardia Nacional rescató el lunes a 18 cubanos que iban bajo una lona de un camión en Tapachula.",
    ),
    (
        "es",
        "SMUGGLING",
        "Los agentes rescataron el viernes a once sirios; entre costales de harina viajaban desde Puebla.",
    ),
    (
        "es",
        "CAPTIVITY",
        "Los soldados liberaron el lunes a cuatro pastores tras un tiroteo con una banda de asaltantes.",
    ),
    ("en", "TRAFFICKING", "That includes 14 girls who were rescued from a brothel in Pattaya on Friday."),
    (
        "fr",
        "TRAFFICKING",
        "Le bilan comprend les neuf Boliviens qui ont été retirés lundi d'un atelier clandestin de Lima.",
    ),
    (
        "es",
        "TRAFFICKING",
        "La cifra incluye a los nueve bolivianos que fueron rescatados el lunes de un taller clandestino de Lima.",
    ),
]


@pytest.mark.parametrize(("code", "harm", "text"), STATES)
def test_the_state_before_is_told(code: str, harm: str, text: str) -> None:
    assert [event.harm.value for event in events_in(code, text)] == [harm]
