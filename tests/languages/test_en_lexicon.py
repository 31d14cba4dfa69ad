"""The English words: every file loads, and phrases of the class find the triggers that tell them."""

from __future__ import annotations

from typing import Any

import pytest
import spacy
from spacy.language import Language

import rescuewire.extraction.components  # noqa: F401  (registers the component factories)
from rescuewire.extraction.detector import load_detector
from rescuewire.extraction.judgement.realis_words import load_cues
from rescuewire.extraction.mentions.kinds import AGENTS, CONTEXTS, TRIGGERS, AgentKind, Strength, TriggerMention
from rescuewire.extraction.mentions.people_words import load_nouns
from rescuewire.extraction.packs.grammar import load_grammar
from rescuewire.extraction.packs.verbs import load_verbs
from rescuewire_schemas.article import Article

TELLING = [
    ("Troops rescued 24 kidnap victims after a firefight.", "RESCUE"),
    ("Labour officials are rescuing children from the kiln.", "RESCUE"),
    ("Police free 31 men held for ransom.", "RESCUE"),
    ("Soldiers freed the hostages at dawn.", "RESCUE"),
    ("Four bonded workers have been liberated.", "RELEASE"),
    ("The bandits let them go on Sunday.", "RELEASE"),
    ("The militia let go 84 foreigners.", "RELEASE"),
    ("The rebels set 12 captives free.", "RELEASE"),
    ("Forty-six pupils regained their freedom.", "RELEASE"),
    ("The pastor has regained freedom after 11 days.", "RELEASE"),
    ("Two engineers walked free.", "RELEASE"),
    ("The gang handed over the boy.", "RELEASE"),
    ("Agents secured the release of 46 Indonesians.", "RELEASE"),
    ("Their release came after a ransom was paid.", "RELEASE"),
    ("The release of the nuns was confirmed.", "RELEASE"),
    ("The girls were dumped by the roadside.", "RELEASE"),
    ("Agents took 14 women into protective custody.", "RESCUE"),
    ("The children were taken into care.", "RESCUE"),
    ("Officers pulled 23 boys out of a bangle unit.", "RESCUE"),
    ("A sweep brought 1,400 children out of bonded labour.", "RESCUE"),
    ("The inspectors got more than 60,000 people out of slavery.", "RESCUE"),
    ("The teams took 2,870 workers away from farms.", "RESCUE"),
    ("A raid put an end to the ordeal of nine maids.", "RESCUE"),
    ("Officers came out with 731 people.", "RESCUE"),
    ("More than 300 enslaved fishermen reached safety.", "RESCUE"),
    ("The villagers were led to safety.", "RESCUE"),
    ("Agents found 56 people packed into a house.", "RESCUE"),
    ("The girl was recovered from her kidnappers' den.", "RESCUE"),
    ("The rescue of the miners took nine hours.", "RESCUE"),
    ("Six women were freed from a brothel.", "RESCUE"),
    ("Eleven fishermen were plucked from the water.", "RESCUE"),
    ("The women were placed in a shelter.", "RESCUE"),
    ("A nurse escaped from her captors.", "ESCAPE"),
    ("Two men climbed out of a dormitory window.", "ESCAPE"),
    ("A boy slipped out of a trailer at night.", "ESCAPE"),
    ("The maid ran away from her employer.", "ESCAPE"),
    ("The students overpowered their guards.", "ESCAPE"),
    ("She broke free and called the police.", "ESCAPE"),
    ("Eleven boys found their own way home.", "ESCAPE"),
    ("The hostages made good their escape.", "ESCAPE"),
    ("The embassy repatriated 109 Thais.", "REPATRIATION"),
    ("The women were brought home from Lebanon.", "REPATRIATION"),
    ("36 Kenyans were flown back from the camp.", "REPATRIATION"),
    ("The eight fishermen are back in Burma.", "REPATRIATION"),
    ("Fifteen workers arrived home on Tuesday.", "REPATRIATION"),
    ("The repatriation of the maids began.", "REPATRIATION"),
    ("Police in 28 countries identified over a thousand possible victims.", "IDENTIFICATION"),
    ("Twelve men were recognised as victims of trafficking.", "IDENTIFICATION"),
    ("The raid turned up eight women.", "IDENTIFICATION"),
    ("Officers found 87 children making bangles.", "IDENTIFICATION"),
    ("Deputies unlocked a horse trailer and 18 Hondurans spilled out.", "RESCUE"),
    ("Out crawled nine Syrians.", "RESCUE"),
    ("The patrol came back with six girls.", "RESCUE"),
    ("Social workers placed 14 boys with families.", "RESCUE"),
    ("The swoop brings to 160 the number of children taken from the mines.", "RESCUE"),
    ("The coastguard lifted 61 men from an island.", "RESCUE"),
    ("Soldiers kicked in the door of a hut.", "RESCUE"),
    ("The gang drove him to a petrol station and left him there.", "RELEASE"),
    ("The faction parted with 52 boys.", "RELEASE"),
    ("Her nightmare ended on Friday.", "RELEASE"),
    ("The boys were turned loose.", "RELEASE"),
    ("The two teachers are no longer in the hands of the rebels.", "RELEASE"),
    ("A cook gave her minders the slip.", "ESCAPE"),
    ("Forty-one men swam home from the casino.", "ESCAPE"),
    ("A maid let herself down from a balcony.", "ESCAPE"),
    ("The deckhands jumped ship in Montevideo.", "ESCAPE"),
    ("A girl turned up at a police station.", "ESCAPE"),
    ("Twelve dancers stepped off a plane in Samarkand.", "REPATRIATION"),
    ("The maid is back with her children.", "REPATRIATION"),
    ("The embassy put 30 masons on a flight home.", "REPATRIATION"),
    ("The men were granted victim status.", "IDENTIFICATION"),
    ("Nine pickers were declared victims of trafficking.", "IDENTIFICATION"),
]

NOT_TELLING = [
    "Entry is free for children under five.",
    "The club signed a free agent.",
    "A free trade deal was signed.",
    "The press release was short.",
    "The house is located in Leeds.",
    "The singer broke a record in March.",
    "He returned to the office.",
    "The officers carried out a search.",
    "The screen shows a map.",
    "She left the room.",
    "They found a pistol under the bed.",
    "The thieves fled in a car.",
    "He was taken into custody on Monday.",
    "The gang was arrested in Lagos.",
    "Workers removed the debris.",
    "The minister arrived in Abuja.",
    "The lorry was pulled over.",
    "The police searched two houses.",
    "The crowd walked home in the rain.",
    "The team landed in Doha on Friday.",
    "The shop was closed down last year.",
    "The company swapped suppliers.",
]


REALIS = [
    ("20 migrants trying to cross the Channel were rescued from a sealed lorry by police.", "ACTUAL"),
    ("Boys forced to beg for money were rescued by officers on Monday.", "ACTUAL"),
    ("Twenty potential victims of trafficking were rescued in Leeds.", "ACTUAL"),
    ("Police managed to free 12 hostages.", "ACTUAL"),
    ("The raid led to the release of 30 hostages held by bandits.", "ACTUAL"),
    ("Forty girls held by men demanding ransom were freed by troops.", "ACTUAL"),
    ("In exchange for five commanders, Boko Haram released 82 kidnapped girls.", "ACTUAL"),
    ("After negotiations with the bandits, 20 abducted pupils were released.", "ACTUAL"),
    ("Officers foiled a kidnap attempt and rescued three hostages.", "ACTUAL"),
    ("The government will free 20 hostages held by the rebels.", "PLANNED"),
    ("Police vowed to rescue the 30 kidnapped students.", "PLANNED"),
    ("Troops tried to rescue the 14 hostages.", "ATTEMPTED"),
    ("Parents demanded the release of 52 hostages.", "CALLED_FOR"),
    ("Families called for the immediate release of the 40 hostages.", "CALLED_FOR"),
    ("Negotiations for the release of 12 hostages continue.", "HYPOTHETICAL"),
    ("If the 20 hostages are freed, talks can begin.", "HYPOTHETICAL"),
    ("The army denied that 20 kidnapped girls had been freed.", "DENIED"),
    ("The hostages were not released.", "DENIED"),
    ("Every year thousands of trafficking victims are rescued.", "GENERIC"),
]


@pytest.fixture(scope="module")
def pipeline() -> Language:
    """Return a pipeline of tokens, sentences and the English lexicon alone."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    for component in (TRIGGERS, CONTEXTS, AGENTS):
        nlp.add_pipe(component, config={"pack": "en"})
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


@pytest.mark.parametrize(("phrase", "expected"), REALIS)
def test_cues_tell_the_realis(phrase: str, expected: str) -> None:
    reading = load_detector().read(Article(id="x", title="", text=phrase, language="en")).reading
    assert reading is not None
    assert {verdict.realis.value for verdict in reading.verdicts} == {expected}


@pytest.mark.parametrize(
    ("phrase", "form"),
    [
        ("They toiled in a brick kiln.", "FORCED_LABOUR"),
        ("The women were held in a brothel.", "SEXUAL_EXPLOITATION"),
        ("A scam compound near the river was raided.", "FORCED_CRIMINALITY"),
        ("The boys were forced to beg.", "FORCED_BEGGING"),
        ("The former child soldiers were disarmed.", "CHILD_SOLDIER"),
        pytest.param(
            "She had been a domestic slave.",
            "DOMESTIC_SERVITUDE",
        ),
        ("The child bride was fourteen.", "FORCED_MARRIAGE"),
        ("Conditions were akin to slavery.", "SLAVERY"),
        ("They were working off a debt.", "FORCED_LABOUR"),
        ("The women were rented out by the hour.", "SEXUAL_EXPLOITATION"),
        ("He had been made to shoplift.", "FORCED_CRIMINALITY"),
        ("The babies were sold to couples.", "ILLEGAL_ADOPTION"),
        ("The camel jockeys were aged five to nine.", "CHILD_LABOUR"),
    ],
)
def test_words_tell_the_form_of_exploitation(pipeline: Language, phrase: str, form: str) -> None:
    contexts = _mentions(pipeline, phrase, CONTEXTS)
    assert form in {told.value for context in contexts for told in context.forms}


@pytest.mark.parametrize(
    ("phrase", "harm"),
    [
        ("They had not seen a wage since March.", "TRAFFICKING"),
        ("Their passports had been held by the foreman.", "TRAFFICKING"),
        ("The dormitory was bolted from the outside.", "TRAFFICKING"),
        ("The maid was beaten by her employer.", "TRAFFICKING"),
        ("He was chained to a bed.", "CAPTIVITY"),
        ("Masked men stopped her convoy.", "CAPTIVITY"),
        ("They were in the hands of the rebels.", "CAPTIVITY"),
        ("They lay under the false floor of a horsebox.", "SMUGGLING"),
        ("The migrants had paid 900 euros a head.", "SMUGGLING"),
    ],
)
def test_words_tell_the_harm(pipeline: Language, phrase: str, harm: str) -> None:
    assert harm in {c.harm.value for c in _mentions(pipeline, phrase, CONTEXTS) if c.harm is not None}


@pytest.mark.parametrize(
    "phrase",
    [
        "A captivating show.",
        "The ransomware spread.",
        "Pirated films.",
        "He was captured on film.",
        "Bags seized at sea",
    ],
)
def test_words_of_ordinary_news_tell_no_harm(pipeline: Language, phrase: str) -> None:
    assert [c for c in _mentions(pipeline, phrase, CONTEXTS) if c.harm is not None] == []


@pytest.mark.parametrize("phrase", ["The team had been kidnapped.", "They were held hostage.", "A girl lured by a job"])
def test_words_of_capture_hold(pipeline: Language, phrase: str) -> None:
    assert any(context.holds for context in _mentions(pipeline, phrase, CONTEXTS))


@pytest.mark.parametrize("phrase", ["The bank bailout failed.", "A late penalty saved us.", "The film is a thriller."])
def test_words_of_other_topics_are_unlike(pipeline: Language, phrase: str) -> None:
    assert any(context.unlike for context in _mentions(pipeline, phrase, CONTEXTS))


@pytest.mark.parametrize(
    ("phrase", "kind", "codes"),
    [
        ("The navy acted.", AgentKind.STATE, ()),
        ("NAPTIP acted.", AgentKind.STATE, ("NG",)),
        ("The NBI acted.", AgentKind.STATE, ("PH",)),
        ("Interpol acted.", AgentKind.BODY, ()),
        ("Boko Haram acted.", AgentKind.CAPTOR, ()),
    ],
)
def test_agents_have_their_kind(pipeline: Language, phrase: str, kind: AgentKind, codes: tuple[str, ...]) -> None:
    told = _mentions(pipeline, phrase, AGENTS)
    assert [(mention.kind, mention.codes) for mention in told] == [(kind, codes)]


@pytest.mark.parametrize(
    ("name", "form", "word"),
    [
        ("free", "gerund", "freeing"),
        ("kidnap", "participle", "kidnaped"),
        ("carry", "present", "carries"),
        ("slip", "past", "slipped"),
        ("flee", "participle", "fled"),
        ("recognise", "past", "recognized"),
        ("release", "gerund", "releasing"),
        ("snatch", "present", "snatches"),
    ],
)
def test_verbs_inflect(name: str, form: str, word: str) -> None:
    assert word in load_verbs("en")[name][form]


def test_grammar_realis_and_people_load(pipeline: Language) -> None:
    assert "were" in load_grammar("en").passive
    assert load_cues(pipeline, "en").find(["managed", "to"]) != []
    assert load_nouns(pipeline, "en").find(["hostages"]) != []
