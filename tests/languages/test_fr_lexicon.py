"""The French lexicon: it loads, and its words tell what they should."""

from __future__ import annotations

from typing import Any

import pytest
import spacy
from spacy.language import Language

from rescuewire.extraction.judgement.realis_words import Realis, load_cues
from rescuewire.extraction.mentions import agents, contexts, people, triggers  # noqa: F401 (registers the finders)
from rescuewire.extraction.mentions.kinds import AGENTS, CONTEXTS, TRIGGERS, AgentKind, Strength, TriggerMention
from rescuewire.extraction.mentions.people_words import load_nouns
from rescuewire.extraction.packs.grammar import load_grammar
from rescuewire.extraction.packs.verbs import load_verbs
from rescuewire.extraction.patterns.pattern_table import longest_of
from rescuewire.extraction.patterns.tokens import folded

RESCUES = [
    "La police a secouru douze ouvrières dans un atelier clandestin.",
    "Dix-sept lycéennes ont été arrachées aux griffes de leurs ravisseurs.",
    "Les gendarmes ont soustrait neuf fillettes à la mendicité.",
    "Une descente a mis fin au calvaire de vingt pêcheurs cambodgiens.",
    "Les marins ont porté secours à quarante exilés.",
    "Trente femmes ont été mises à l'abri dans un foyer.",
    "L'armée a mis en sécurité les trois religieuses.",
    "Quinze garçons ont été retirés des mines d'or de Kédougou.",
    "Le retrait de cinquante enfants des plantations a été mené en deux jours.",
    "Des commandos ont exfiltré le géologue et son chauffeur.",
    "Un randonneur a été hélitreuillé par le PGHM.",
    "La conductrice a été désincarcérée par les pompiers.",
    "Les inspecteurs ont tiré de l'esclavage onze bûcherons.",
    "Deux nourrissons ont été sortis vivants des décombres.",
    "Les douaniers ont délivré huit clandestins cachés sous des sacs.",
    "Sauvetage de quatorze captifs dans la forêt de Sambisa.",
    "Le médecin a été retrouvé sain et sauf à la frontière.",
]
RELEASES = [
    "Les bandits ont relâché vingt-trois élèves contre une moto.",
    "Les deux infirmières ont recouvré la liberté mardi.",
    "Quarante-sept voyageurs retrouvent enfin la liberté.",
    "La remise en liberté du prêtre a été confirmée à Bamako.",
    "Libération de six otages au large du Bénin.",
    "Un couple de touristes a été libéré après un mois.",
    "Cent dix-neuf enfants ont quitté mardi les rangs de deux groupes armés.",
    "Les milices ont rendu jeudi trois cents enfants-soldats.",
    "La démobilisation de quarante mineurs a commencé.",
    "Après six ans, les esclaves ont été affranchis par leur maître.",
    "Fin de captivité pour l'ingénieur slovaque.",
]
ESCAPES = [
    "Neuf garçons se sont enfuis du camp.",
    "Elle a faussé compagnie à son employeur à Riyad.",
    "Ils ont échappé à leurs geôliers après deux nuits de marche.",
    "Trois filles ont trompé la vigilance de leurs gardiens.",
    "Deux couturières échappées de l'atelier ont alerté le consulat.",
    "Il a réussi à fuir ses ravisseurs.",
]
REPATRIATIONS = [
    "Trente Malgaches ont été rapatriées du Koweït.",
    "Les jeunes gens ont été ramenés au pays par vol spécial.",
    "Les domestiques sont rentrées chez elles dimanche.",
    "Le rapatriement de quarante compatriotes a été organisé par l'OIM.",
    "Tous ont regagné leur pays.",
    "L'OIM a aidé cent Gambiens à quitter la Libye.",
    "Le retour volontaire de deux cents Ivoiriens s'est achevé hier.",
    "Les écolières ont retrouvé leurs familles à Katsina.",
]
IDENTIFICATIONS = [
    "Les enquêteurs ont recensé 33 victimes.",
    "Douze femmes ont été reconnues comme victimes de traite.",
    "Le parquet a identifié neuf victimes présumées.",
    "La cellule a repéré une vingtaine de victimes.",
]
TOLD = [
    *((phrase, "RESCUE") for phrase in RESCUES),
    *((phrase, "RELEASE") for phrase in RELEASES),
    *((phrase, "ESCAPE") for phrase in ESCAPES),
    *((phrase, "REPATRIATION") for phrase in REPATRIATIONS),
    *((phrase, "IDENTIFICATION") for phrase in IDENTIFICATIONS),
]
UNLIKE = [
    "Le consulat a délivré un visa à l'étudiant.",
    "Les syndicats veulent sauver les emplois du site.",
    "Il fallait libérer la parole des victimes.",
    "L'attaquant a sauvé une balle de match.",
    "Le groupe doit rapatrier ses bénéfices en Europe.",
    "Le directeur a pris ses fonctions lundi.",
    "La rentrée scolaire aura lieu le 2 septembre.",
    "Les secours sont arrivés sur place.",
    "Le ministre a remis son rapport au président.",
    "Ils ont tiré les leçons de la crise.",
    pytest.param(
        "Il a échappé de justesse à un attentat.",
        marks=pytest.mark.xfail(
            strict=True, reason="« échappé de » is a strong trigger, « échappé de justesse » with it"
        ),
    ),
    "La famille a fui la guerre au Soudan.",
    "Le suspect a pris la fuite à pied.",
    "Le prévenu a été libéré sous caution.",
    "Le joueur est de retour de blessure.",
    "La libération conditionnelle lui a été refusée.",
    "Un plan de sauvetage de la banque a été adopté.",
    "Elle est rentrée à Paris pour le congrès.",
    "Il a quitté ses fonctions vendredi.",
    "L'évasion fiscale coûte cher à l'État.",
]


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = spacy.blank("fr")
    pipeline.add_pipe("sentencizer")
    for finder in (TRIGGERS, AGENTS, CONTEXTS):
        pipeline.add_pipe(finder, config={"pack": "fr"})
    return pipeline


def _mentions(nlp: Language, phrase: str, group: str) -> list[Any]:
    doc = nlp(phrase)
    return [span._.get(group) for span in doc.spans[group]]


def _triggers(nlp: Language, phrase: str) -> list[TriggerMention]:
    return _mentions(nlp, phrase, TRIGGERS)


@pytest.mark.parametrize(("phrase", "event_type"), TOLD)
def test_a_way_out_is_a_strong_trigger_of_its_type(nlp: Language, phrase: str, event_type: str) -> None:
    strong = {m.event_type.value for m in _triggers(nlp, phrase) if m.strength is Strength.STRONG}
    assert event_type in strong


@pytest.mark.parametrize("phrase", UNLIKE)
def test_what_only_sounds_like_it_is_no_strong_trigger(nlp: Language, phrase: str) -> None:
    strong = [m.lexeme for m in _triggers(nlp, phrase) if m.strength is Strength.STRONG]
    assert strong == []


ORDINARY = [
    ("Les agents ont relogé dix carreleurs moldaves.", "RESCUE"),
    pytest.param(
        "Une patrouille est repartie à l'aube avec huit fillettes.",
        "RESCUE",
    ),
    ("Les soldats ont défoncé le portail d'un hangar.", "RESCUE"),
    ("La police a emmené, loin du ranch, vingt adeptes.", "RESCUE"),
    ("Trois chevriers ont été placés par le juge.", "RESCUE"),
    ("Deux interprètes ne sont plus aux mains des rebelles.", "RESCUE"),
    ("Six lingères ont enjambé le balcon.", "ESCAPE"),
    ("Elles ont poussé la porte du consulat.", "ESCAPE"),
    ("Ils ont faussé, la nuit venue, compagnie à leur patron.", "ESCAPE"),
    ("Deux apprentis ont alerté un passant.", "ESCAPE"),
    ("Le guide a été déposé au bord d'une piste.", "RELEASE"),
    ("Cent garçons ont troqué le fusil contre le cartable.", "RELEASE"),
    ("Vingt nourrices ont repris l'avion pour Lomé.", "REPATRIATION"),
    ("Neuf mousses ont foulé hier le quai de Brest.", "REPATRIATION"),
    ("Les siens l'ont enfin serré dans leurs bras.", "REPATRIATION"),
    ("Quatre soudeurs ont été enregistrés par l'office.", "IDENTIFICATION"),
]


@pytest.mark.parametrize(("phrase", "event_type"), ORDINARY)
def test_an_ordinary_verb_of_coming_out_is_a_weak_trigger(nlp: Language, phrase: str, event_type: str) -> None:
    weak = {m.event_type.value for m in _triggers(nlp, phrase) if m.strength is Strength.WEAK}
    assert event_type in weak


@pytest.mark.parametrize(
    "phrase",
    [
        "Les coureurs ont enchaîné trois étapes.",
        "Le groupe est obligé de réduire ses coûts.",
        "La filiale est détenue à 51 % par l'État.",
        "Il a été contraint de renoncer à la finale.",
        pytest.param(
            "L'équipe, emmenée par son capitaine, a enlevé le titre.",
            marks=pytest.mark.xfail(strict=True, reason="« enlevé le », of whatever, tells of captivity"),
        ),
    ],
)
def test_ordinary_news_tells_no_state_before(nlp: Language, phrase: str) -> None:
    assert [mention for mention in _mentions(nlp, phrase, CONTEXTS) if mention.harm is not None] == []


def test_the_state_freeing_people_is_a_rescue(nlp: Language) -> None:
    (trigger,) = _triggers(nlp, "Vingt ouvriers ont été libérés par la police.")
    assert trigger.by_authority is not None
    assert trigger.by_authority.value == "RESCUE"


@pytest.mark.parametrize(
    ("verb", "form", "word"),
    [
        ("libérer", "present", "libèrent"),
        ("secourir", "past", "secourut"),
        ("soustraire", "participle", "soustraites"),
        ("extraire", "present", "extraient"),
        ("ramener", "future", "ramènera"),
        ("recueillir", "participle", "recueillies"),
        ("enfuir", "participle", "enfuies"),
        ("rejoindre", "present", "rejoignent"),
        ("remettre", "participle", "remises"),
        ("reconnaître", "participle", "reconnues"),
        ("rapatrier", "conditional", "rapatrieraient"),
        ("affranchir", "subjunctive", "affranchissent"),
    ],
)
def test_verbs_inflect(verb: str, form: str, word: str) -> None:
    assert word in load_verbs("fr")[verb][form]


def test_the_noun_secours_is_no_form_of_the_verb() -> None:
    assert "secours" not in frozenset().union(*load_verbs("fr")["secourir"].values())


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("la gendarmerie nationale", AgentKind.STATE),
        ("l'inspection du travail", AgentKind.STATE),
        ("le CICR", AgentKind.BODY),
        ("des hommes armés", AgentKind.CAPTOR),
    ],
)
def test_agents_have_their_kind(nlp: Language, phrase: str, kind: AgentKind) -> None:
    kinds = {mention.kind for mention in _mentions(nlp, f"Selon {phrase}, c'est fini.", AGENTS)}
    assert kinds == {kind}


@pytest.mark.parametrize(
    ("phrase", "form"),
    [
        ("Elles étaient forcées à se prostituer dans un bar.", "SEXUAL_EXPLOITATION"),
        ("Ils escroquaient dans un complexe d'arnaques en ligne.", "FORCED_CRIMINALITY"),
        ("Les talibés mendiaient au marché.", "FORCED_BEGGING"),
        ("Réduits en esclavage depuis trois générations.", "SLAVERY"),
        ("Les enfants-soldats portaient les munitions.", "CHILD_SOLDIER"),
        ("Employée de maison, elle ne sortait jamais.", "DOMESTIC_SERVITUDE"),
        ("Un mariage forcé à treize ans.", "FORCED_MARRIAGE"),
        ("Le travail forcé dans une briqueterie.", "FORCED_LABOUR"),
        ("On les obligeait, la nuit, à quémander.", "FORCED_BEGGING"),
        ("Rémunérés trois euros, ils logeaient dans une étable.", "FORCED_LABOUR"),
        ("Placées comme bonnes à Koweït.", "DOMESTIC_SERVITUDE"),
        ("Les petits tisserands ne voyaient jamais le jour.", "CHILD_LABOUR"),
        ("Deux lycéennes cédées en mariage.", "FORCED_MARRIAGE"),
        ("Des nourrissons volés à la maternité.", "ILLEGAL_ADOPTION"),
    ],
)
def test_contexts_tell_the_form(nlp: Language, phrase: str, form: str) -> None:
    assert form in {told.value for mention in _mentions(nlp, phrase, CONTEXTS) for told in mention.forms}


@pytest.mark.parametrize(
    ("phrase", "realis"),
    [
        ("les soldats ont réussi à libérer", Realis.ACTUAL),
        ("la famille réclame la libération", Realis.CALLED_FOR),
        ("ils ont tenté de libérer", Realis.ATTEMPTED),
        ("l'armée dément la libération", Realis.DENIED),
        ("un avion doit ramener", Realis.PLANNED),
        ("des négociations pour la libération", Realis.HYPOTHETICAL),
        ("environ mille secours par an", Realis.GENERIC),
    ],
)
def test_cues_give_realis(nlp: Language, phrase: str, realis: Realis) -> None:
    told = {match.value.realis for match in load_cues(nlp, "fr").find(folded(nlp.make_doc(phrase)))}
    assert realis in told


def test_grammar_loads() -> None:
    grammar = load_grammar("fr")
    assert {"été", "sont"} <= grammar.passive
    assert "d'" in grammar.of


def test_people_nouns_load(nlp: Language) -> None:
    found = longest_of(load_nouns(nlp, "fr").find(["trois", "otages", "et", "deux", "infirmières"]))
    assert [match.value.people_class.value for match in found] == ["victim", "person"]
