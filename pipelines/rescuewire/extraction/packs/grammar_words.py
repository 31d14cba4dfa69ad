"""The shape of `grammar.yaml`."""

from __future__ import annotations

import msgspec

from rescuewire.extraction.packs.language_pack import Word
from rescuewire_schemas.rescue_event import Form


class Prepositions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Prepositions by the role of what follows them; one word may stand in several."""

    of: list[Word]
    by: list[Word]
    source: list[Word]
    at: list[Word]
    towards: list[Word]
    via: list[Word]
    other: list[Word]


class Pronouns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Pronouns that can stand for people."""

    plural: list[Word]
    singular: list[Word]
    plural_object: list[Word]
    singular_object: list[Word]


class Determiners(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Determiners by what they say of the phrase that they open."""

    definite: list[Word]
    demonstrative: list[Word]
    possessive: list[Word]
    quantity: list[Word]


class Grammar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `grammar.yaml`.

    `passive` are the auxiliaries of the passive in all forms, `perfect` those of compound tenses,
    `future` and `conditional` words that put the verb behind them there ("will", "would").
    `conjunctions` join phrases, `including` opens parts of a total, `relative` opens relative clauses,
    `that` opens reported clauses, `negation` negates the verb, `never_inside` are further words that no
    phrase for people contains. `infinitive` are the auxiliaries in the infinitive ("be"); `origin` make
    the country behind them the victims' (« originaires », "nationality"), `reporting` names verbs of
    saying of `verbs.yaml`, `attribution` introduces who says it ("according to"), `plural_verbs` are the
    auxiliaries whose subject is plural, `plural_endings` tell a plural subject at any verb of a language that may leave
    its subject out, and `openers` are what may then stand before the verb of a clause (« aunque días después »),
    `arrest` names verbs of arresting, whose objects are no victims, `capture`
    verbs of taking people away, whose dates are not those of their return, `operations` are nouns for what
    authorities do to get people out ("raid"), `going_in` verbs of getting to where people
    are held ("storm"), `apart` words that make an operation another one ("earlier"), `still` words for a lasting state,
    `object_marker` are prepositions that mark the object (« rescató a diez niños »). `areas` are nouns that
    an adjective of a country makes a place ("the Lebanese capital"), `border` those whose country is another
    side, `adjectives_follow` is true where adjectives stand behind their noun, `coming` words of origin that
    tell from where people return, `native` words behind which "in" tells an origin ("recruited in"),
    `compass` words for a part of a country ("northern"), `destinations` verbs in forms of intention whose
    object is where somebody wants to go ("to reach Spain"), `kin` nouns for relatives, `residence` words for
    living somewhere ("based"), `vehicles` nouns for ships and vehicles, which come from somewhere.
    `subordinate` opens other clauses ("while"), `nonfinite` are the auxiliaries that need another one ("been"),
    `clitic_verbs` are verbs only behind pronouns ("'s"), `reflexive` the pronouns of reflexive verbs (« se »),
    `participle_endings` and `finite_endings` are those of verbs that `verbs.yaml` does not know. `together` are words
    of joint action ("alongside", "in cooperation with"), `flags` say whose a vessel is ("flagged", « pavillon »),
    `rest` stand for those not yet counted ("the rest from Cuba"), `bound` words that lead to where somebody is only to
    be taken ("bound for", « en partance pour »), `between` what names both sides of a border. `land` are nouns for the
    country that an article is about, `over` words that lead through all of it ("from across the country").
    `object_relatives` are the relatives that can be the object of their clause ("whom", « que »), `single` the
    determiners and auxiliaries that tell of one person ("was", « le »), `subject_pronouns` those that may begin what is
    reported without a word that opens it ("she says he was sold"), `presenting` verbs by which a sentence says whom it
    is about (« il s'agit de »), `seats` words for where a body sits ("headquartered in"), `carried` participles for
    people brought by others ("trafficked from"), `demanding` words for asking money of somebody ("extorted from"),
    `trades` words, or two words, for work and where it is done, by the form that they tell where nothing else does,
    `dead` words for the dead, one or two each ("found dead", « sans vie »), `remains` nouns for their bodies,
    `convicted` words of a verdict ("found guilty"), `seeking` words that lead to whom somebody looks for ("in search
    of"), `purpose` words that lead to what somebody is brought for ("to work"), `whereabouts` verbs that tell where
    somebody is ("are", « se trouve »), `being_now` what stands between these and the place ("now", "staying"),
    `wholes` words that open a sentence with those whose part it tells of ("Of the 90, 41 were freed"),
    `wanted` words for suspects searched for ("wanted in Peru"), `depriving` words behind which freedom is what somebody
    loses (« privación de la libertad »), `near` words that make a place one beside, or the same as, the place told
    before ("a neighbouring farm", « mêmes »), `contrast` words that part an act from
    another one or from its own failure ("but"), `among` prepositions behind which stand those whom others are some of,
    `deceit` nouns for what lures people ("on the pretext"), `roles` words that lead to as what people are used or kept
    ("held hostage", « como criadas »),
    `onward` verbs and nouns of going or being brought somewhere ("were flown", « le retour »), `reaching` those of them
    whose object is where somebody gets to ("reached"), `homewards` what home is called, one or two words ("home"),
    `one` the determiners of one place ("on a farm"), `overall` two words behind a figure that make it the total of what
    is told ("61 in all"), `before_then` the auxiliaries of acts before the one that an article is about ("had been"),
    `restating` words that lead to the people of families told before (« 22 familles, soit 96 personnes »),
    `expeditionary` what troops are called that are sent far from home ("commandos"),
    `hailing` verbs whose subject is from the country behind them ("hail from"), `left_behind` words for those who did
    not come out with the others ("remain", "unaccounted"), `numbering` verbs that lead to the people of a group
    (« a bordo viajan »).
    `journeys` are nouns for a way home and what it takes ("return", "tickets"), `arranging` past verbs and participles
    for making one possible ("chartered", "paid"), `arriving` verbs of getting to where one goes on to ("landed",
    « retrouvé »), `publishing` words for making known and its occasions ("published", "conference"), `asking` nouns
    behind which stands who only asks ("request"), `prospects` nouns for what somebody is promised ("job") and
    `promising` words by which it is only that ("offered"), `ahead` words for what came too late ("before").
    `afterwards` the words that lead to what came before it ("after being freed"), `restriction` those that make of a
    negation the time or means of an act ("not freed until Thursday", « n'ont été libérés que jeudi »).
    """

    passive: list[Word]
    perfect: list[Word]
    future: list[Word]
    conditional: list[Word]
    prepositions: Prepositions
    pronouns: Pronouns
    determiners: Determiners
    conjunctions: list[Word]
    including: list[Word]
    relative: list[Word]
    that: list[Word]
    negation: list[Word]
    never_inside: list[Word]
    adverbs: list[Word]
    person_titles: list[Word]
    infinitive: list[Word]
    origin: list[Word]
    reporting: list[Word]
    attribution: list[Word]
    plural_verbs: list[Word] = []
    plural_endings: list[Word] = []
    openers: list[Word] = []
    arrest: list[Word] = []
    capture: list[Word] = []
    operations: list[Word] = []
    going_in: list[Word] = []
    apart: list[Word] = []
    still: list[Word] = []
    object_marker: list[Word] = []
    native: list[Word] = []
    coming: list[Word] = []
    adjectives_follow: bool = False
    areas: list[Word] = []
    compass: list[Word] = []
    border: list[Word] = []
    destinations: list[Word] = []
    kin: list[Word] = []
    residence: list[Word] = []
    vehicles: list[Word] = []
    subordinate: list[Word] = []
    nonfinite: list[Word] = []
    clitic_verbs: list[Word] = []
    reflexive: list[Word] = []
    participle_endings: list[Word] = []
    finite_endings: list[Word] = []
    together: list[Word] = []
    flags: list[Word] = []
    rest: list[Word] = []
    bound: list[Word] = []
    between: list[Word] = []
    land: list[Word] = []
    over: list[Word] = []
    object_relatives: list[Word] = []
    single: list[Word] = []
    subject_pronouns: list[Word] = []
    presenting: list[Word] = []
    seats: list[Word] = []
    carried: list[Word] = []
    demanding: list[Word] = []
    trades: dict[Form, list[Word]] = {}
    dead: list[Word] = []
    remains: list[Word] = []
    convicted: list[Word] = []
    seeking: list[Word] = []
    purpose: list[Word] = []
    roles: list[Word] = []
    deceit: list[Word] = []
    whereabouts: list[Word] = []
    being_now: list[Word] = []
    wholes: list[Word] = []
    wanted: list[Word] = []
    depriving: list[Word] = []
    near: list[Word] = []
    contrast: list[Word] = []
    among: list[Word] = []
    one: list[Word] = []
    overall: list[Word] = []
    before_then: list[Word] = []
    restating: list[Word] = []
    expeditionary: list[Word] = []
    hailing: list[Word] = []
    left_behind: list[Word] = []
    numbering: list[Word] = []
    journeys: list[Word] = []
    arranging: list[Word] = []
    arriving: list[Word] = []
    publishing: list[Word] = []
    asking: list[Word] = []
    prospects: list[Word] = []
    promising: list[Word] = []
    ahead: list[Word] = []
    onward: list[Word] = []
    reaching: list[Word] = []
    homewards: list[Word] = []
    afterwards: list[Word] = []
    restriction: list[Word] = []
