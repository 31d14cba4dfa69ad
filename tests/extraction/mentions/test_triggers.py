"""Triggers: one a verb, with its head, its forms and its type."""

from __future__ import annotations

import pytest
from telling import doc_of, language_of

from rescuewire.extraction.mentions.kinds import TRIGGERS, TriggerMention
from rescuewire.extraction.mentions.phrases import compile_phrases
from rescuewire.extraction.packs.language_pack import PackError


def _triggers(code: str, text: str) -> list[tuple[str, str, TriggerMention]]:
    doc = doc_of(code, text)
    mentions = [(span.text, span._.get(TRIGGERS)) for span in doc.spans[TRIGGERS]]
    return [(words, doc[mention.head].text, mention) for words, mention in mentions]


@pytest.mark.parametrize(
    ("code", "text", "heads"),
    [
        ("en", "Troops set nine men free and rescued a boy.", ["set", "rescued"]),
        ("en", "The rescue took an hour.", ["rescue"]),
        ("fr", "Ils ont libéré neuf hommes et secouru un garçon.", ["libéré", "secouru"]),
        ("es", "Liberaron a nueve hombres y rescataron a un niño.", ["Liberaron", "rescataron"]),
        ("en", "The council met.", []),
    ],
)
def test_one_trigger_a_head_in_the_order_of_the_text(code: str, text: str, heads: list[str]) -> None:
    assert [head for _, head, _ in _triggers(code, text)] == heads


@pytest.mark.parametrize(
    ("code", "text", "forms"),
    [
        ("en", "Troops freed nine men.", {"past", "participle"}),
        ("en", "Troops are freeing nine men.", {"gerund"}),
        ("fr", "Ils libéreront neuf hommes.", {"future"}),
        ("fr", "Ils ont libéré neuf hommes.", {"participle"}),
        ("es", "Liberaron a nueve hombres.", {"past"}),
    ],
)
def test_forms_are_what_the_word_can_be(code: str, text: str, forms: set[str]) -> None:
    ((_, _, mention),) = _triggers(code, text)
    assert mention.verb_forms == forms


@pytest.mark.parametrize(
    ("code", "text", "event_type", "by_authority"),
    [
        ("en", "Troops freed nine men.", "RELEASE", "RESCUE"),
        ("en", "Troops rescued nine men.", "RESCUE", None),
        ("en", "Nine men escaped.", "ESCAPE", None),
        ("en", "Nine men were repatriated.", "REPATRIATION", None),
        ("fr", "Ils ont libéré neuf hommes.", "RELEASE", "RESCUE"),
        ("fr", "Neuf hommes se sont échappés.", "ESCAPE", None),
        ("es", "Nueve hombres fueron repatriados.", "REPATRIATION", None),
    ],
)
def test_type(code: str, text: str, event_type: str, by_authority: str | None) -> None:
    ((_, _, mention),) = _triggers(code, text)
    found = mention.by_authority.value if mention.by_authority is not None else None
    assert (mention.event_type.value, found) == (event_type, by_authority)


def test_trigger_never_leaves_its_sentence() -> None:
    text = "Bandits set a trap. Free entry ended."
    assert all(words not in {"set a trap. Free", "set"} for words, _, _ in _triggers("en", text))


def test_malformed_phrase_is_refused_with_its_file() -> None:
    with pytest.raises(PackError, match=r"languages/en/agents\.yaml: the verb 'unfree'"):
        compile_phrases(language_of("en").nlp, "en", "agents", [("{unfree} them", 1)])
