"""The Spanish words: every file loads, and phrases of the class find the triggers that tell them."""

from __future__ import annotations

from typing import Any

import pytest
import spacy
from spacy.language import Language

import rescuewire.extraction.components  # noqa: F401  (registers the component factories)
from rescuewire.extraction.judgement.realis_words import load_cues
from rescuewire.extraction.mentions.kinds import AGENTS, CONTEXTS, TRIGGERS, AgentKind, Strength, TriggerMention
from rescuewire.extraction.mentions.people_words import load_nouns
from rescuewire.extraction.packs.grammar import load_grammar
from rescuewire.extraction.packs.verbs import load_verbs

TELLING = [
    ("El Ejército rescató a 12 ganaderos.", "RESCUE"),
    ("Rescatan a 31 migrantes en un rancho.", "RESCUE"),
    ("Lograron rescatarlos con vida.", "RESCUE"),
    ("La Guardia Civil libera a 14 mujeres.", "RESCUE"),
    ("Fueron liberadas 46 jornaleras.", "RELEASE"),
    ("Se liberó a dos comerciantes.", "RESCUE"),
    ("La guerrilla soltó al sargento.", "RELEASE"),
    ("Los captores los dejaron en libertad de madrugada.", "RELEASE"),
    ("El empresario fue puesto en libertad por sus raptores.", "RELEASE"),
    ("Las enfermeras recobraron la libertad.", "RELEASE"),
    ("El párroco recuperó su libertad tras 40 días.", "RELEASE"),
    ("Los tres técnicos quedaron libres.", "RELEASE"),
    ("La milicia entregó a la Cruz Roja a 84 menores.", "RELEASE"),
    ("Los rebeldes dejaron ir a las maestras.", "RELEASE"),
    ("Que nos los devuelvan.", "RELEASE"),
    ("Suéltenlos ya.", "RELEASE"),
    ("Su liberación se produjo el lunes.", "RELEASE"),
    ("La liberación de los pescadores fue confirmada.", "RELEASE"),
    ("La puesta en libertad de los cooperantes llegó tarde.", "RELEASE"),
    ("El menor apareció sano y salvo.", "RELEASE"),
    ("Los abandonaron en un camino rural.", "RELEASE"),
    ("Fiscales pusieron a salvo a varias bolivianas.", "RESCUE"),
    ("Inspectores sacaron a 60 peones de una hacienda.", "RESCUE"),
    ("Sacaron con vida a los mineros.", "RESCUE"),
    ("Las niñas quedaron bajo protección de la fiscalía.", "RELEASE"),
    ("Los adolescentes fueron trasladados a un albergue.", "RESCUE"),
    ("El operativo puso fin al calvario de nueve criadas.", "RESCUE"),
    ("Agentes hallaron hacinados a 56 hondureños.", "RESCUE"),
    ("Encontraron a 20 personas encerradas en una bodega.", "RESCUE"),
    ("El rescate de doce adolescentes fue el saldo principal.", "RESCUE"),
    ("Una patrullera socorrió a los náufragos.", "RESCUE"),
    ("Dos jóvenes escaparon de sus captores.", "ESCAPE"),
    ("La mujer logró huir por la ventana.", "ESCAPE"),
    ("Consiguió fugarse del burdel.", "ESCAPE"),
    ("El chofer burló a los secuestradores.", "ESCAPE"),
    ("Los cautivos se evadieron de noche.", "ESCAPE"),
    ("Nicaragua repatrió a 23 trabajadores.", "REPATRIATION"),
    ("Los trajeron de vuelta en un avión militar.", "REPATRIATION"),
    ("Sesenta filipinos volvieron el martes a Manila.", "REPATRIATION"),
    ("Quince obreros llegaron a casa.", "REPATRIATION"),
    ("La repatriación de las jóvenes comenzó ayer.", "REPATRIATION"),
    ("El regreso de los marineros emocionó al puerto.", "REPATRIATION"),
    ("La policía identificó a 110 posibles víctimas de trata.", "IDENTIFICATION"),
    ("Doce hombres fueron reconocidos como víctimas.", "IDENTIFICATION"),
    ("Se detectaron 30 víctimas en tres fincas.", "IDENTIFICATION"),
    ("La patrulla volvió con siete niñas.", "RESCUE"),
    ("La fiscalía puso bajo su tutela a nueve adolescentes.", "RESCUE"),
    ("Las hermanas fueron separadas de la pareja que las explotaba.", "RESCUE"),
    ("Los agentes forzaron el candado del contenedor.", "RESCUE"),
    ("Irrumpieron en una cantina con cinco menores.", "RESCUE"),
    ("La marina dio el alto al palangrero.", "RESCUE"),
    ("Lograron que la familia soltara a la criada.", "RESCUE"),
    ("El alcalde impidió la boda de dos alumnas.", "RESCUE"),
    ("Los niños fueron bajados de la canoa.", "RESCUE"),
    ("Las monjas dieron refugio a ocho muchachas.", "RESCUE"),
    ("Tres peones saltaron del camión en marcha.", "ESCAPE"),
    ("Los marineros ganaron a nado la orilla.", "ESCAPE"),
    ("Aprovechó un apagón para huir.", "ESCAPE"),
    ("Treparon la tapia del recinto.", "ESCAPE"),
    ("Se refugiaron en la embajada.", "ESCAPE"),
    ("Nunca volvieron a la mina.", "ESCAPE"),
    ("Se entregaron en la base de la ONU.", "ESCAPE"),
    ("Lo abandonaron de noche en una gasolinera.", "RELEASE"),
    ("Ya no está en poder de la banda.", "RELEASE"),
    ("El sargento recobró el lunes la libertad.", "RELEASE"),
    ("Las jóvenes están a salvo en un convento.", "RELEASE"),
    ("Las nodrizas tomaron tierra en Manila.", "REPATRIATION"),
    ("Los tejedores ya duermen en sus casas.", "REPATRIATION"),
    ("Bajaron del avión entre abrazos.", "REPATRIATION"),
    ("Un vuelo con 40 empleadas aterrizó en Lomé.", "REPATRIATION"),
    ("La fiscalía les reconoció la condición de víctimas.", "IDENTIFICATION"),
    ("Resultaron ser víctimas de trata.", "IDENTIFICATION"),
]

NOT_TELLING = [
    "La banda pidió rescate.",
    "La familia se negó a pagar un rescate.",
    "El plan de rescate de la banca costó caro.",
    "La entrada es libre.",
    "El alcalde inauguró el parque Libertad.",
    "La oficina se encuentra en el centro.",
    "El hotel está ubicado en Lima.",
    "El ministro aseguró que habrá fondos.",
    "Hace falta rescatar tradiciones.",
    "Liberaron recursos para la obra.",
    "El Ejército de Liberación Nacional atacó el oleoducto.",
    "El delantero sacó provecho del error.",
    "Los ladrones huyeron en una moto.",
    "La fuga de capitales no cesa.",
    "El equipo de rescate entrena los lunes.",
    "La novela se publicó en marzo.",
    "El senador volvió a hablar de impuestos.",
    "La detención ocurrió el jueves.",
    "El ministro salió de la reunión.",
    "La selección bajó del avión sonriente.",
    "Los concejales abandonaron la casa consistorial.",
    "El juez abrió la puerta a un acuerdo.",
    "La empresa cerró un taller en Vigo.",
]


@pytest.fixture(scope="module")
def pipeline() -> Language:
    """Return a pipeline of tokens, sentences and the Spanish lexicon alone."""
    nlp = spacy.blank("es")
    nlp.add_pipe("sentencizer")
    for component in (TRIGGERS, CONTEXTS, AGENTS):
        nlp.add_pipe(component, config={"pack": "es"})
    return nlp


def _mentions(pipeline: Language, phrase: str, group: str) -> list[Any]:
    doc = pipeline(phrase)  # spans die with their document
    return [span._.get(group) for span in doc.spans[group]]


def _triggers(pipeline: Language, phrase: str) -> list[TriggerMention]:
    return _mentions(pipeline, phrase, TRIGGERS)


@pytest.mark.parametrize(("phrase", "expected"), TELLING)
def test_phrase_of_the_class_has_its_trigger(pipeline: Language, phrase: str, expected: str) -> None:
    told = {t for m in _triggers(pipeline, phrase) for t in (m.event_type, m.by_authority) if t is not None}
    assert expected in {event_type.value for event_type in told}


@pytest.mark.parametrize("phrase", NOT_TELLING)
def test_phrase_outside_the_class_has_no_strong_trigger(pipeline: Language, phrase: str) -> None:
    assert [m.lexeme for m in _triggers(pipeline, phrase) if m.strength is Strength.STRONG] == []


@pytest.mark.parametrize("phrase", ["Pidieron el rescate de ayer.", "El rescate de un niño.", "Su liberación alegró."])
def test_noun_of_the_act_has_one_mention(pipeline: Language, phrase: str) -> None:
    assert len([m for m in _triggers(pipeline, phrase) if m.is_noun]) == 1


@pytest.mark.parametrize(
    ("phrase", "form"),
    [
        ("Fueron obligados a trabajar sin descanso.", "FORCED_LABOUR"),
        ("Un taller clandestino de costura fue allanado.", "FORCED_LABOUR"),
        ("Las retenían en un prostíbulo.", "SEXUAL_EXPLOITATION"),
        ("El complejo de estafas fue cercado.", "FORCED_CRIMINALITY"),
        ("A los niños los ponían a mendigar.", "FORCED_BEGGING"),
        ("Los niños soldado dejaron las armas.", "CHILD_SOLDIER"),
        ("Era un caso de servidumbre doméstica.", "DOMESTIC_SERVITUDE"),
        ("Eran prostituidas en un bar.", "SEXUAL_EXPLOITATION"),
        ("Fueron forzadas a ejercer de noche.", "SEXUAL_EXPLOITATION"),
        ("Los obligaron a estafar por teléfono.", "FORCED_CRIMINALITY"),
        ("Hubo matrimonios forzados.", "FORCED_MARRIAGE"),
        ("Persiste el trabajo infantil.", "CHILD_LABOUR"),
        ("Vivían en esclavitud.", "SLAVERY"),
        ("Investigan el tráfico de órganos.", "ORGAN_REMOVAL"),
        ("La red vivía de las adopciones ilegales.", "ILLEGAL_ADOPTION"),
        ("Cosían de noche, sin sueldo y a golpes, desde hacía meses: sin paga en dos años.", "FORCED_LABOUR"),
        ("El capataz les había quitado los pasaportes.", "FORCED_LABOUR"),
        ("Dormían en un gallinero.", "FORCED_LABOUR"),
        ("La tenían de criada desde niña.", "DOMESTIC_SERVITUDE"),
        ("Unos adolescentes picaban piedra en la cantera.", "CHILD_LABOUR"),
        ("Fueron entregadas como esposas.", "FORCED_MARRIAGE"),
        ("La mara los usaba a la fuerza.", "FORCED_CRIMINALITY"),
        ("Los bebés iban a ser vendidos.", "ILLEGAL_ADOPTION"),
        ("La clínica extraía riñones.", "ORGAN_REMOVAL"),
        ("Vivían en régimen de esclavitud.", "SLAVERY"),
    ],
)
def test_words_tell_the_form_of_exploitation(pipeline: Language, phrase: str, form: str) -> None:
    contexts = _mentions(pipeline, phrase, CONTEXTS)
    assert form in {told.value for context in contexts for told in context.forms}


@pytest.mark.parametrize(
    "phrase",
    [
        "Fueron secuestrados en la vía.",
        "Los mantenían encerrados.",
        "Había sido raptada.",
        "Viajaban hacinados.",
        "La tenían bajo llave.",
    ],
)
def test_words_of_capture_hold(pipeline: Language, phrase: str) -> None:
    assert any(context.holds for context in _mentions(pipeline, phrase, CONTEXTS))


@pytest.mark.parametrize(
    "phrase",
    [
        "El rescate bancario fracasó.",
        "Marcó dos goles.",
        "La película gustó.",
        "Salió bajo fianza.",
        "Es un mercado cautivo.",
    ],
)
def test_words_of_other_topics_are_unlike(pipeline: Language, phrase: str) -> None:
    assert any(context.unlike for context in _mentions(pipeline, phrase, CONTEXTS))


@pytest.mark.parametrize(
    ("phrase", "kind", "codes"),
    [
        ("La policía actuó.", AgentKind.STATE, ()),
        ("La Guardia Civil actuó.", AgentKind.STATE, ("ES",)),
        ("El CICPC actuó.", AgentKind.STATE, ("VE",)),
        ("El Gaula actuó.", AgentKind.STATE, ("CO",)),
        ("La OIM actuó.", AgentKind.BODY, ()),
        ("El ELN actuó.", AgentKind.CAPTOR, ()),
    ],
)
def test_agents_have_their_kind(pipeline: Language, phrase: str, kind: AgentKind, codes: tuple[str, ...]) -> None:
    told = _mentions(pipeline, phrase, AGENTS)
    assert [(mention.kind, mention.codes) for mention in told] == [(kind, codes)]


@pytest.mark.parametrize(
    ("name", "form", "word"),
    [
        ("rescatar", "infinitive", "rescatarlas"),
        ("liberar", "gerund", "liberándolos"),
        ("sacar", "past", "saqué"),
        ("soltar", "imperative", "suéltenlos"),
        ("devolver", "participle", "devueltas"),
        ("traer", "past", "trajeron"),
        ("huir", "past", "huyeron"),
        ("poner", "future", "pondrán"),
        ("reconocer", "subjunctive", "reconozcan"),
        ("entregar", "subjunctive", "entreguen"),
    ],
)
def test_verbs_inflect(name: str, form: str, word: str) -> None:
    assert word in load_verbs("es")[name][form]


@pytest.mark.parametrize(
    ("name", "word"), [("rescatar", "rescate"), ("volver", "vuelta"), ("huir", "huida"), ("libertar", "libertad")]
)
def test_nouns_are_not_forms_of_their_verbs(name: str, word: str) -> None:
    assert all(word not in words for words in load_verbs("es")[name].values())


@pytest.mark.parametrize(
    ("words", "realis"),
    [("lograron", "ACTUAL"), ("exigen", "CALLED_FOR"), ("intentaron", "ATTEMPTED"), ("desmintió", "DENIED")],
)
def test_cues_tell_realis(pipeline: Language, words: str, realis: str) -> None:
    assert realis in {match.value.realis.value for match in load_cues(pipeline, "es").find(words.split())}


def test_grammar_and_people_load(pipeline: Language) -> None:
    assert "fueron" in load_grammar("es").passive
    assert load_nouns(pipeline, "es").find(["rehenes"]) != []
