"""Ways of telling in Spanish that no gold file holds: one passage each, and what it must come to."""

from __future__ import annotations

import pytest

from rescuewire.extraction.detector import Detector, load_detector
from rescuewire_schemas.article import Article
from rescuewire_schemas.rescue_event import EventType, Harm

TELLING = [
    (
        (
            "Asunción. Agentes de la Policía Nacional paraguaya irrumpieron el martes en un obraje del "
            "Chaco y pusieron a salvo a catorce hacheros que talaban quebracho sin cobrar un guaraní. El "
            "capataz guardaba sus cédulas en una caja fuerte."
        ),
        EventType.RESCUE,
        Harm.TRAFFICKING,
        14,
    ),
    (
        (
            "El párroco de Kafanchan, arrancado de su casa cural por unos forajidos, volvió ayer a decir "
            "misa. Sus plagiarios lo dejaron marchar en plena sabana nigeriana tras nueve noches a la "
            "intemperie."
        ),
        EventType.RELEASE,
        Harm.CAPTIVITY,
        1,
    ),
    (
        (
            "Brasilia. Más de 200 vendimiadores fueron sustraídos por auditores fiscales brasileños a un "
            "trabajo análogo a la esclavitud en las bodegas de Bento Gonçalves. Dormían hacinados y "
            "recibían descargas eléctricas."
        ),
        EventType.RESCUE,
        Harm.TRAFFICKING,
        200,
    ),
    (
        (
            "La marina de Ghana sacó de las canoas del lago Volta a 17 menores vendidos por sus padres a "
            "patrones de pesca."
        ),
        EventType.RESCUE,
        Harm.TRAFFICKING,
        17,
    ),
    (
        (
            "Una cuarentena de birmanos, esclavos del camarón, abandonó el jueves pasado los cobertizos "
            "de Samut Sakhon tras una inspección de la policía tailandesa. Llevaban años sin salario."
        ),
        EventType.RESCUE,
        Harm.TRAFFICKING,
        40,
    ),
    (
        (
            "El Ministerio Público dominicano allanó tres villas de Punta Cana y liberó a 26 colombianas "
            "y venezolanas captadas por catálogo de WhatsApp."
        ),
        EventType.RESCUE,
        Harm.TRAFFICKING,
        26,
    ),
    (
        (
            "El ejército de Burkina Faso logró traer de vuelta a una treintena de aldeanas raptadas "
            "mientras recogían frutos silvestres cerca de Arbinda."
        ),
        EventType.RESCUE,
        Harm.CAPTIVITY,
        30,
    ),
    (
        (
            "Santa Cruz. La Defensoría boliviana extrajo a 19 peones guaraníes del régimen de "
            "empatronamiento en una hacienda de Alto Parapetí."
        ),
        EventType.RESCUE,
        Harm.TRAFFICKING,
        19,
    ),
    (
        (
            "Once aprendices de entre 10 y 13 años fueron evacuados el martes de una cohetería de San "
            "Juan Sacatepéquez, donde rellenaban petardos a destajo, tras una inspección sorpresa de la "
            "PGN de Guatemala."
        ),
        EventType.RESCUE,
        Harm.TRAFFICKING,
        11,
    ),
    (
        (
            "La Paz. Los comuneros de Achacachi depusieron su actitud y permitieron irse a los tres "
            "topógrafos españoles que retenían desde el jueves como garantía."
        ),
        EventType.RELEASE,
        Harm.CAPTIVITY,
        3,
    ),
    (
        (
            "Benjina (Indonesia), abril de 2015. Setenta marineros birmanos encerrados en jaulas en una "
            "pesquera zarparon hacia Tual bajo la escolta del Ministerio de Pesca indonesio."
        ),
        EventType.RESCUE,
        Harm.TRAFFICKING,
        70,
    ),
    (
        (
            "Tamanrasset. Abandonados por el guía en pleno Sáhara, cuarenta subsaharianos sedientos "
            "fueron recogidos por una patrulla argelina que siguió las rodadas."
        ),
        EventType.RESCUE,
        Harm.SMUGGLING,
        40,
    ),
    (
        (
            "Soldados somalíes irrumpieron en una prisión secreta de Al Shabab en Jubaland y se llevaron "
            "consigo, libres, a veintisiete pastores y mercaderes."
        ),
        EventType.RESCUE,
        Harm.CAPTIVITY,
        27,
    ),
    (
        (
            "La inspección laboral noruega y la policía dieron cobijo a trece lituanos que pintaban "
            "casas en Bergen por la comida y un jergón."
        ),
        EventType.RESCUE,
        Harm.TRAFFICKING,
        13,
    ),
    (
        (
            "Treinta y tres burundeses menores de edad, jornaleros en tabacales de Tabora, han sido "
            "apartados de las plantaciones por el Gobierno tanzano."
        ),
        EventType.RESCUE,
        Harm.TRAFFICKING,
        33,
    ),
    (
        (
            "Cuatro erradicadores manuales de coca que permanecían en poder de las disidencias en "
            "Putumayo recobraron la libertad, confirmó la Defensoría. Fueron recibidos por una misión de "
            "la OEA."
        ),
        EventType.RELEASE,
        Harm.CAPTIVITY,
        4,
    ),
    (
        (
            "Al menos 85 personas, en su mayoría mujeres y niños, fueron liberadas por el Ejército de "
            "Nigeria en una operación contra los campamentos de los bandidos en Katsina."
        ),
        EventType.RESCUE,
        Harm.CAPTIVITY,
        85,
    ),
    (
        (
            "Los Mossos liberan en Lleida a doce nepaleses que trabajaban en un restaurante de lunes a "
            "domingo y dormían en el almacén. Las víctimas habían contraído una deuda de 15.000 euros "
            "con el cabecilla."
        ),
        EventType.RESCUE,
        Harm.TRAFFICKING,
        12,
    ),
    (
        (
            "Ragusa: libres cinco braceros paquistaníes sometidos al «caporalato». Los carabinieri los "
            "encontraron en una casucha sin agua; cobraban dos euros la hora y entregaban la mitad al "
            "caporal."
        ),
        EventType.RESCUE,
        Harm.TRAFFICKING,
        5,
    ),
    (
        (
            "Traficantes libios dejan en libertad a once bangladesíes después de que sus familias "
            "vendieran las tierras para pagar."
        ),
        EventType.RELEASE,
        Harm.CAPTIVITY,
        11,
    ),
]
LOOK_ALIKES = [
    "El Gobierno exigió la entrega inmediata de los 12 soldados que la guerrilla retiene en el Catatumbo.",
    "La Corte ordenó excarcelar a un banquero que purgó ocho años de condena por estafa.",
    "Una protectora de Murcia salvó a 40 galgos que malvivían encadenados en una finca.",
    "Según la OIT, 27 millones de personas padecen trabajo forzoso en el mundo.",
    "El ladrón, esposado, escapó por la ventana de la comisaría y sigue prófugo.",
    "Condenan a 12 años a una madame que explotó a mujeres nigerianas en Bilbao.",
    "El papa rezó por la liberación de las monjas secuestradas en Haití.",
    "Excarcelan a tres presos políticos nicaragüenses y los destierran a Guatemala.",
]


@pytest.fixture(scope="module")
def detector() -> Detector:
    """The detector as it is run by default."""
    return load_detector()


def _article(text: str) -> Article:
    return Article(id="x", title="", text=text, language="es", published_at="2024-03-14T10:00:00Z")


@pytest.mark.parametrize(("text", "event_type", "harm", "count"), TELLING)
def test_a_way_of_telling_comes_to_one_event(
    detector: Detector, text: str, event_type: EventType, harm: Harm, count: int
) -> None:
    (event,) = detector.detect(_article(text)).events
    victims = event.victims
    told = victims.best if victims.best is not None else victims.min
    assert (event.event_type, event.harm, told) == (event_type, harm, count)


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_a_look_alike_comes_to_nothing(detector: Detector, text: str) -> None:
    assert not detector.detect(_article(text)).events
