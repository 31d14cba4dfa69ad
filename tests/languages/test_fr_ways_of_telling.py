"""Ways of telling an event in French that no annotated article holds, and passages that only sound like one."""

from __future__ import annotations

import pytest

from rescuewire.extraction.detector import Detector, load_detector
from rescuewire_schemas.article import Article
from rescuewire_schemas.rescue_event import EventType, Harm, RescueEvent

TOLD = [
    (
        (
            "Au terme d'une fusillade, l'armée nigériane a arraché samedi vingt-sept choristes aux mains de leurs"
            " kidnappeurs dans la forêt de Kuyambana. Ils avaient été emmenés pendant la messe."
        ),
        EventType.RESCUE,
        Harm.CAPTIVITY,
        27,
    ),
    (
        (
            "La police cantonale genevoise a détecté en 2023 vingt-deux victimes d'exploitation sexuelle dans des"
            " appartements loués à la semaine. Toutes se sont vu proposer un hébergement."
        ),
        EventType.IDENTIFICATION,
        Harm.TRAFFICKING,
        22,
    ),
    (
        (
            "Les pirates ont rendu samedi à leur armateur les douze matelots turcs capturés au large du Nigeria. "
            "Une rançon aurait été versée."
        ),
        EventType.RELEASE,
        Harm.CAPTIVITY,
        12,
    ),
    (
        (
            "Huit petits apprentis d'un atelier de bracelets de verre de Jaipur ont été retirés lundi de leur "
            "établi par la police indienne. Vendus par leurs parents, ils soudaient quinze heures d'affilée."
        ),
        EventType.RESCUE,
        Harm.TRAFFICKING,
        8,
    ),
    (
        (
            "La police cambodgienne a forcé mardi les grilles d'un casino de Bavet et y a récupéré cinquante-deux"
            " informaticiens tenus d'escroquer des retraités en ligne. Beaucoup portaient des marques de "
            "décharges électriques."
        ),
        EventType.RESCUE,
        Harm.TRAFFICKING,
        52,
    ),
    (
        (
            "Enlevé pour ses cryptomonnaies, un entrepreneur de 44 ans a été retrouvé ligoté dans un pavillon de "
            "l'Essonne et délivré lundi par les hommes du GIGN. Il avait perdu un doigt."
        ),
        EventType.RESCUE,
        Harm.CAPTIVITY,
        1,
    ),
    (
        (
            "Alertés par des coups contre la paroi, des gendarmes ont ouvert mardi la citerne d'un poids lourd à "
            "Calais et en ont sorti dix-huit exilés au bord de l'asphyxie. Chacun avait payé son passeur 3.000 "
            "euros."
        ),
        EventType.RESCUE,
        Harm.SMUGGLING,
        18,
    ),
    (
        (
            "Des douaniers macédoniens ont découvert mardi, sous des bottes de foin, quarante-quatre Pakistanais."
            " Le conducteur du camion, un Serbe, a pris ses jambes à son cou."
        ),
        EventType.RESCUE,
        Harm.SMUGGLING,
        44,
    ),
    (
        (
            "La marine thaïlandaise a retiré dimanche d'un chalutier trente-trois Birmans. Certains n'avaient "
            "plus vu la terre ferme depuis trois ans, et le subrécargue jetait les malades à l'eau."
        ),
        EventType.RESCUE,
        Harm.TRAFFICKING,
        33,
    ),
    (
        (
            "Trois géologues retenus par les dissidents des FARC dans le Guaviare ont retrouvé vendredi leurs "
            "proches après un coup de main de l'armée colombienne. L'opération n'a pas fait de blessé."
        ),
        EventType.RESCUE,
        Harm.CAPTIVITY,
        3,
    ),
    (
        (
            "Sept cueilleurs de framboises indiens, à qui l'on soutirait les deux tiers de la paie, ont été mis "
            "hors de portée de leurs « contratadores » mardi par la GNR à Odemira, au Portugal. Ils logeaient à "
            "trente dans une bergerie."
        ),
        EventType.RESCUE,
        Harm.TRAFFICKING,
        7,
    ),
    (
        (
            "Vingt et une Nigérianes vouées à la prostitution sur un placer de Kédougou ont été exfiltrées "
            "vendredi par la gendarmerie sénégalaise. Chacune devait « rembourser » deux millions de francs."
        ),
        EventType.RESCUE,
        Harm.TRAFFICKING,
        21,
    ),
    (
        (
            "Ilakaka : vingt-neuf petits creuseurs de saphir ont été remontés des puits vendredi et inscrits à "
            "l'école par les services sociaux malgaches. Leurs patrons les payaient d'un repas."
        ),
        EventType.RESCUE,
        Harm.TRAFFICKING,
        29,
    ),
    (
        (
            "Au Royaume-Uni, six Albanais reclus dans une maison de Coventry pour y arroser des plants de "
            "cannabis ont été secourus lundi par la police britannique. Ils n'avaient ni clé ni téléphone."
        ),
        EventType.RESCUE,
        Harm.TRAFFICKING,
        6,
    ),
    (
        (
            "Les quatre muletiers qu'une bande de zaraguinas avait détroussés puis entraînés en brousse ont "
            "réapparu samedi à Bozoum, en Centrafrique. Les siens avaient vendu leur troupeau pour les racheter."
        ),
        EventType.RELEASE,
        Harm.CAPTIVITY,
        4,
    ),
    (
        (
            "Opération éclair vendredi à La Rinconada, au Pérou : la police péruvienne arrache quatorze mineures "
            "aux cantines où elles « accompagnaient » les chercheurs d'or. La plus jeune a 13 ans."
        ),
        EventType.RESCUE,
        Harm.TRAFFICKING,
        14,
    ),
    (
        (
            "Cinq désosseurs bulgares d'un abattoir de Rhénanie ont été relogés mardi par la douane allemande. À "
            "1.200 euros par mois les 70 heures hebdomadaires, ils devaient encore louer leur matelas."
        ),
        EventType.RESCUE,
        Harm.TRAFFICKING,
        5,
    ),
    (
        (
            "Vingt-six Turcs et Kurdes empilés dans une fourgonnette sans fenêtres ont dû leur salut, mardi, à un"
            " contrôle de la police croate près de Karlovac. Deux bébés étaient en hypothermie."
        ),
        EventType.RESCUE,
        Harm.SMUGGLING,
        26,
    ),
    (
        (
            "Le Caire. Quarante-cinq nouveau-nés achetés à des filles-mères ont été recueillis samedi dans une "
            "clinique par la police égyptienne. Ils étaient proposés sur les réseaux."
        ),
        EventType.RESCUE,
        Harm.TRAFFICKING,
        45,
    ),
    (
        (
            "L'armée somalienne s'est emparée lundi d'une madrassa des shebab à Jilib et y a trouvé trente-trois "
            "gamins qu'on préparait au martyre. Ils ont regagné leurs clans."
        ),
        EventType.RESCUE,
        Harm.TRAFFICKING,
        33,
    ),
    (
        (
            "Neuf Colombiens employés à éviscérer des poulets ont obtenu lundi de la police polonaise le statut "
            "de victimes de traite. Le bureau d'intérim retenait leur livret."
        ),
        EventType.IDENTIFICATION,
        Harm.TRAFFICKING,
        9,
    ),
    (
        (
            "Onze religieuses et catéchumènes que les insurgés de Cabo Delgado, au Mozambique, traînaient avec "
            "eux depuis trois semaines ont été abandonnées le 8 mai près de Mueda. Elles avaient les pieds en "
            "sang."
        ),
        EventType.RELEASE,
        Harm.CAPTIVITY,
        11,
    ),
]
LOOK_ALIKES = [
    (
        "Le club de Charleroi s'est libéré de la pression en battant Genk. Les supporters ont repris espoir "
        "pour le maintien."
    ),
    "L'attaquant a été libéré par son club et rentre au pays. Le transfert devrait être officialisé lundi.",
    (
        "La star du feuilleton, enlevée par des trafiquants dans l'épisode 12, parvient à s'évader. La saison"
        " 3 débute jeudi."
    ),
    (
        "Un exercice a mobilisé hier 300 gendarmes autour d'une fausse prise d'otages dans un lycée. Les "
        "figurants ont été évacués."
    ),
    "Le chien enlevé par un gang a été retrouvé et rendu à son propriétaire. Une récompense avait été offerte.",
]


@pytest.fixture(scope="module")
def detector() -> Detector:
    return load_detector()


def events_of(detector: Detector, text: str) -> list[RescueEvent]:
    article = Article(id="fr", title="", text=text, language="fr", published_at="2024-05-15")
    return list(detector.detect(article).events)


@pytest.mark.parametrize(("text", "event_type", "harm", "count"), TOLD)
def test_an_event_is_found_however_it_is_told(
    detector: Detector, text: str, event_type: EventType, harm: Harm, count: int
) -> None:
    events = events_of(detector, text)
    assert [(e.event_type, e.harm, e.victims.best) for e in events] == [(event_type, harm, count)]


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_what_only_sounds_like_an_event_yields_none(detector: Detector, text: str) -> None:
    assert events_of(detector, text) == []
