"""Whom a pronoun stands for behind the words for who tells of it, and behind the sentence before."""

from __future__ import annotations

import pytest
from telling import events_in

BEHIND_SOURCE = [
    (
        "en",
        "Six Ugandans did not wait. According to Permanent Secretary Grace Aber, they escaped from the scam compound.",
        6,
    ),
    (
        "en",
        "Five Nepali men were held in a scam compound. According to Deputy Commissioner Ramesh Thapa, they escaped.",
        5,
    ),
    (
        "en",
        "Nine maids were enslaved in Dubai. According to Consul General Anil Rao, they fled the villa on Friday.",
        9,
    ),
    (
        "en",
        "Eight boys were forced to beg. According to District Magistrate Asha Devi, they ran away from the gang.",
        8,
    ),
    ("en", "Three Thais were kidnapped by gunmen. According to Police Colonel Somchai Dee, they escaped on Monday.", 3),
    (
        "fr",
        "Sept Togolais étaient exploités dans une ferme. Selon la ministre déléguée Afi Mensah, ils se sont enfuis.",
        7,
    ),
    (
        "fr",
        "Cinq pêcheurs étaient réduits en esclavage. Selon le secrétaire général Kofi Addo, ils se sont échappés.",
        5,
    ),
    ("fr", "Neuf élèves ont été enlevés lundi. Selon le préfet Jean Talla, ils ont échappé à leurs ravisseurs.", 9),
    ("fr", "Quatre otages étaient séquestrés. D'après la juge Marie Diop, ils se sont évadés mardi de leur geôle.", 4),
    ("fr", "Six jeunes filles étaient forcées à mendier. Selon le procureur Ali Bah, elles se sont enfuies jeudi.", 6),
    (
        "es",
        "Cinco obreros eran esclavizados en un taller. Según la directora general Marta Ruiz, escaparon el 3 de mayo.",
        5,
    ),
    ("es", "Seis peruanas eran obligadas a prostituirse. Según el fiscal regional Pablo Soto, huyeron el martes.", 6),
    ("es", "Ocho rehenes estaban secuestrados. Según el coronel Luis Vera, lograron escapar de sus captores.", 8),
    ("es", "Cuatro niños eran obligados a mendigar. Según la jueza Ana Paz, escaparon de la banda el lunes.", 4),
    ("es", "Nueve marineros eran esclavizados a bordo. Según el cónsul Juan Mora, ellos escaparon el viernes.", 9),
]

BEHIND_SENTENCE = [
    (
        "en",
        "Police freed 36 Kenyans from a scam compound. Four others did not wait. They escaped from the compound.",
        4,
    ),
    (
        "fr",
        "La police a libéré 36 Kényans séquestrés. Quatre Ougandais n'ont pas attendu. Ils ont échappé aux geôliers.",
        4,
    ),
    (
        "es",
        "La policía liberó a 36 rehenes kenianos. Cuatro ugandeses no esperaron. Ellos escaparon de sus captores.",
        4,
    ),
]


@pytest.mark.parametrize(("code", "text", "count"), BEHIND_SOURCE)
def test_who_tells_of_an_escape_did_not_escape(code: str, text: str, count: int) -> None:
    """Behind "according to" stand neither those who come out nor, as their title, any further person."""
    assert [event.victims.best for event in events_in(code, text)] == [count]


@pytest.mark.parametrize(("code", "text", "count"), BEHIND_SENTENCE)
def test_a_pronoun_stands_for_what_opens_the_sentence_before(code: str, text: str, count: int) -> None:
    """People of an earlier act come after those whom the sentence right before is about."""
    assert events_in(code, text)[-1].victims.best == count
