"""The notation of patterns: what each sign stands for, what is refused, and which matches win."""

from __future__ import annotations

import pytest

from rescuewire.extraction.packs.commonness import WordShares
from rescuewire.extraction.patterns.pattern_table import Match, PatternTable
from rescuewire.extraction.patterns.token_patterns import GAP, PatternError, VerbForms, compile_pattern, fold

VERBS: VerbForms = {
    "free": {
        "infinitive": frozenset({"free"}),
        "past": frozenset({"freed"}),
        "participle": frozenset({"freed"}),
        "gerund": frozenset({"freeing"}),
    },
    "take": {"infinitive": frozenset({"take"}), "past": frozenset({"took"}), "participle": frozenset({"taken"})},
}


def _table(*patterns: str) -> PatternTable[str]:
    compiled = ((elements, p) for p in patterns for elements in compile_pattern(p, VERBS, str.split))
    return PatternTable(compiled, WordShares({}))


def _matched(pattern: str, sentence: str) -> list[str]:
    tokens = sentence.split()
    return [" ".join(tokens[m.start : m.end]) for m in _table(pattern).find(tokens)]


@pytest.mark.parametrize(
    ("pattern", "sentence", "matched"),
    [
        ("set free", "they were set free today", ["set free"]),
        ("set free", "they set them free", []),
        ("{free}", "he freed her by freeing them", ["freed", "freeing"]),
        ("{free:gerund}", "he freed her by freeing them", ["freeing"]),
        ("{free:infinitive, gerund}", "to free is freeing not freed", ["free", "freeing"]),
        ("{take} out", "they took her out and taken out", ["taken out"]),
        ("(set|let) free", "let free or set free or cut free", ["let free", "set free"]),
        ("(set free|let go)", "let go and set free but let free", ["let go", "set free"]),
        ("set (him|all of them) free", "set him free", ["set him free"]),
        ("set (him|all of them) free", "set all of them free", ["set all of them free"]),
        ("set (him|her)? free", "set free and set her free", ["set free", "set her free"]),
        ("{take} … out", "they took the nine women out", ["took the nine women out"]),
        ("{take} … out", "they took out", ["took out"]),
        ("({free}|let go) at last", "freed at last and let go at last", ["freed at last", "let go at last"]),
        ("traffick*", "a trafficker was trafficking in traffic", ["trafficker", "trafficking"]),
        ("(traffick*|slave*) ring", "a slavery ring and a trafficking ring", ["slavery ring", "trafficking ring"]),
        ("set free", "set", []),
    ],
)
def test_notation(pattern: str, sentence: str, matched: list[str]) -> None:
    assert _matched(pattern, sentence) == matched


@pytest.mark.parametrize(("between", "reached"), [(0, True), (GAP, True), (GAP + 1, False)])
def test_gap_holds_a_bounded_number_of_tokens(between: int, reached: bool) -> None:
    assert bool(_matched("{take} … out", " ".join(["took", *["x"] * between, "out"]))) is reached


@pytest.mark.parametrize("sign", [";", "•", "|"])
def test_gap_does_not_run_across_a_break(sign: str) -> None:
    assert _matched("{take} … out", f"took nine women {sign} they ran out") == []


def test_gap_ends_at_the_first_place_that_goes_on() -> None:
    assert _matched("{take} … out", "took her out and him out") == ["took her out"]


def test_every_choice_becomes_its_own_sequence_but_single_words_are_united() -> None:
    compiled = list(compile_pattern("(set|let|all of) them (free)?", VERBS, str.split))
    assert [len(elements) for elements in compiled] == [3, 2, 4, 3]


def test_words_are_cut_by_the_tokenizer_given() -> None:
    def cut(phrase: str) -> list[str]:
        return phrase.replace("'", "' ").split()

    table = PatternTable([(elements, 1) for elements in compile_pattern("l'otage", VERBS, cut)], WordShares({}))
    assert table.find(["l'", "otage"]) == [Match(0, 2, 1)]


@pytest.mark.parametrize(
    ("pattern", "complaint"),
    [
        ("{liberate}", "'liberate' is not in verbs.yaml"),
        ("{free:supine}", "'free' has no form 'supine'"),
        ("(set|{liberate}) free", "'liberate' is not in verbs.yaml"),
        ("… free", "must begin with a word"),
        ("", "must begin with a word"),
        ("(set)?", "must begin with a word"),
    ],
)
def test_malformed_pattern_is_refused_by_name(pattern: str, complaint: str) -> None:
    with pytest.raises(PatternError, match=complaint):
        list(compile_pattern(pattern, VERBS, str.split))


@pytest.mark.parametrize(
    ("word", "folded"),
    [("L’Armée", "l'armée"), ("aujourdʼhui", "aujourd'hui"), ("ÉCOLE", "école"), ("İzmir", "İzmir"), ("'t", "'t")],
)
def test_fold_lowers_and_straightens_without_changing_the_length(word: str, folded: str) -> None:
    assert fold(word) == folded
    assert len(folded) == len(word)
