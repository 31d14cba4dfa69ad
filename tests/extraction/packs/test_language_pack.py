"""Every mistake in a language pack is told in one line: file, line, key, what is wrong and what to do."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import spacy

from rescuewire.extraction.judgement.realis_words import load_cues
from rescuewire.extraction.loaded_language import build_pipeline
from rescuewire.extraction.mentions.agents import AgentFinder
from rescuewire.extraction.mentions.context_words import load_contexts
from rescuewire.extraction.mentions.count_words import CountFile
from rescuewire.extraction.mentions.date_words import DateFile
from rescuewire.extraction.mentions.gazetteer import load_gazetteer
from rescuewire.extraction.mentions.numbers import number_words
from rescuewire.extraction.mentions.people_words import load_nouns
from rescuewire.extraction.mentions.trigger_words import load_triggers
from rescuewire.extraction.packs import language_pack
from rescuewire.extraction.packs.grammar import load_grammar
from rescuewire.extraction.packs.language_pack import PackError, read_words
from rescuewire.extraction.packs.verbs import load_verbs
from rescuewire.extraction.reading.furniture_words import FurnitureWords

BUNDLED = language_pack.LANGUAGES
NLP = spacy.blank("fr")
Load = Callable[[str], Any]


def triggers(code: str) -> Any:
    return load_triggers(NLP, code)


def contexts(code: str) -> Any:
    return load_contexts(NLP, code)


def cues(code: str) -> Any:
    return load_cues(NLP, code)


def agents(code: str) -> Any:
    return AgentFinder(NLP, code)


def nouns(code: str) -> Any:
    return load_nouns(NLP, code)


def counts(code: str) -> Any:
    return read_words(code, "counts", CountFile)


def dates(code: str) -> Any:
    return read_words(code, "dates", DateFile)


def furniture(code: str) -> Any:
    return read_words(code, "furniture", FurnitureWords)


LOADING: dict[str, Load] = {
    "agents.yaml": agents,
    "contexts.yaml": contexts,
    "counts.yaml": counts,
    "countries.yaml": load_gazetteer,
    "dates.yaml": dates,
    "demonyms.yaml": load_gazetteer,
    "furniture.yaml": furniture,
    "pack.yaml": build_pipeline,
    "people.yaml": nouns,
    "places.yaml": load_gazetteer,
    "triggers.yaml": triggers,
    "verbs.yaml": load_verbs,
}
"""How each file is read."""


class PackCopy:
    """A copy of the French pack under a code of its own, since what is read of a pack is kept."""

    def __init__(self, folder: Path) -> None:
        shutil.copytree(BUNDLED / "fr", folder)
        self.folder = folder

    def add(self, file: str, after: str, line: str) -> int:
        """Put `line` behind the first line that begins with `after`; return its number."""
        lines = (self.folder / file).read_text(encoding="utf-8").split("\n")
        number = next(i for i, present in enumerate(lines, start=1) if present.startswith(after)) + 1
        lines.insert(number - 1, line)
        (self.folder / file).write_text("\n".join(lines), encoding="utf-8")
        return number

    def change(self, file: str, old: str, new: str) -> None:
        """Put `new` in place of the first `old`."""
        text = (self.folder / file).read_text(encoding="utf-8")
        (self.folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    def complaint(self, load: Load, file: str) -> str:
        """What loading says, without the file, which it must name."""
        with pytest.raises(PackError) as refused:
            load(self.folder.name)
        message, start = str(refused.value), f"{self.folder / file}:"
        assert message.startswith(start)
        assert "\n" not in message
        return message.removeprefix(start)


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PackCopy:
    """A pack to break."""
    monkeypatch.setattr(language_pack, "LANGUAGES", tmp_path)
    (tmp_path / "world").symlink_to(BUNDLED / "world")
    return PackCopy(tmp_path / f"copy-{tmp_path.name}")


def trigger(pattern: str) -> tuple[str, str, str]:
    return "triggers.yaml", "triggers:", f"  - {{type: RESCUE, say: [ou, '{pattern}']}}"


SAID = "triggers[0].say[1]: "


@pytest.mark.parametrize(
    ("pattern", "complaint"),
    [
        ("{liberer:past}", "the verb 'liberer' is not in verbs.yaml; did you mean \"libérer\"?"),
        ("{libérer:participe}", "the verb 'libérer' has no form 'participe'; did you mean \"participle\"?"),
        ("{libérer:past", "a bracket without its other one; add it"),
        ("(mis|mise en liberté", "a bracket without its other one; add it"),
        ("mis|mise) en liberté", "a bracket without its other one; add it"),
        ("(mis|{libérer: past, participle}) là", "'{libérer:' has a brace without its other one; write forms without"),
        ("(mis|(mise)) en liberté", "has brackets inside brackets; write them as two patterns"),
        ("(mis||mise) en liberté", "has an empty alternative; delete it"),
        ("(mis|mise|) en liberté", "has an empty alternative; delete it"),
        ("mis () en liberté", "has an empty alternative; delete it"),
        ("(mis|mise)en liberté", "has a word that touches a bracket; put a blank between"),
        ("mis|mise (libre|libres)", "has | outside of brackets; put brackets around the alternatives"),
        ("{libérer}s", "has a word that touches a bracket; put a blank between"),
        ("(mis … en|mise) liberté", "has … inside a word or brackets; put blanks around it"),
        ("{libérer} …", "ends in …; take it out"),
        ("… libre", "must begin with a word; put one first"),
        ("(mis)?", "must begin with a word; put one first"),
        ("l* libre", "'l*' begins too many words; write 2 letters or more before *"),
    ],
)
def test_pattern_that_cannot_be_is_told_with_its_place(pack: PackCopy, pattern: str, complaint: str) -> None:
    line = pack.add(*trigger(pattern))
    told = pack.complaint(triggers, "triggers.yaml")
    assert told.startswith(f"{line}: {SAID}")
    assert complaint in told


def test_verb_without_words_for_a_form_is_told_where_it_is_used(pack: PackCopy) -> None:
    pack.add("verbs.yaml", "verbs:", "  zipper: {forms: {past: []}}")
    line = pack.add(*trigger("{zipper:past}"))
    told = pack.complaint(triggers, "triggers.yaml")
    assert told.startswith(f"{line}: {SAID}the verb 'zipper' has no words for 'past'")


def test_piece_of_an_entry_is_told_with_the_entry(pack: PackCopy) -> None:
    line = pack.add("people.yaml", "  victim:", "    - captif|(captive/captifs")
    told = pack.complaint(nouns, "people.yaml")
    assert told.startswith(f"{line}: nouns.victim[0]: the pattern '(captive' has a bracket without")


@pytest.mark.parametrize(
    ("file", "after", "added", "complaint"),
    [
        (
            "triggers.yaml",
            "triggers:",
            "  - {tipe: RESCUE, say: []}",
            'triggers[0].tipe: no such key; did you mean "type"?',
        ),
        ("triggers.yaml", "triggers:", "  - {type: RESCUE}", "triggers[0].say: the key is missing; add it"),
        (
            "triggers.yaml",
            "triggers:",
            "  - {type: RESQUE, say: []}",
            'triggers[0].type: no such word: "RESQUE"; did you mean "RESCUE"?',
        ),
        (
            "triggers.yaml",
            "triggers:",
            "  - {type: RESCUE, say: ou}",
            "triggers[0].say: Expected `array`, got `str`; write a list",
        ),
        (
            "contexts.yaml",
            "harms:",
            "  TRAFICKING: []",
            'harms.TRAFICKING: no such word: "TRAFICKING"; did you mean "TRAFFICKING"?',
        ),
        (
            "counts.yaml",
            "bounds_before:",
            "  MOST: []",
            'bounds_before.MOST: no such word: "MOST"; did you mean "AT_MOST"?',
        ),
        ("counts.yaml", "collectives:", "  bande: dix", "collectives.bande: Expected `int`, got `str`"),
        ("people.yaml", "  victim:", "    - 12", "nouns.victim[0]: Expected `str`, got `int`; put it in quotes"),
        ("people.yaml", "  victim:", "    -", "nouns.victim[0]: Expected `str`, got `null`; put it in quotes"),
        (
            "verbs.yaml",
            "verbs:",
            "  zipper: {forms: {past: [vit, 1]}}",
            "verbs.zipper.forms.past[1]: Expected `str`, got `int`",
        ),
        ("verbs.yaml", "verbs:", "  zipper: {form: {}}", 'verbs.zipper.form: no such key; did you mean "forms"?'),
        ("furniture.yaml", "teasers:", "  '',", "teasers[0]: Expected `str` of length >= 1, got none; write a word"),
        ("dates.yaml", "relative_days:", "  bientôt: [bientôt]", "relative_days.bientôt: Expected `int`, got `str`"),
        ("verbs.yaml", "verbs:", "  zipper: zipp oir", "verbs.zipper: no paradigm is called 'oir'"),
        (
            "verbs.yaml",
            "verbs:",
            "  zipper: {forms: {passed: [vit]}}",
            "verbs.zipper.forms.passed: no form is called 'passed'; did you mean \"past\"?",
        ),
        ("verbs.yaml", "verbs:", "  zipper: {stems: {gone: v}}", "verbs.zipper.stems.gone: no form is called 'gone'"),
        ("verbs.yaml", "paradigms:", "  oir: {passed: [vit]}", "paradigms.oir.passed: no form is called 'passed'"),
        ("countries.yaml", "aliases:", "  UK: [Albion]", 'aliases.UK: "UK" is no country code; did you mean "GB"?'),
        ("countries.yaml", "acronyms:", "  fr: [RF]", 'acronyms.fr: "fr" is no country code; did you mean "FR"?'),
        (
            "countries.yaml",
            "ambiguous:",
            "  Pays: {kind: COUNTRY, default: XX, readings: {}}",
            'ambiguous.Pays.default: "XX" is no country code; write two',
        ),
        (
            "countries.yaml",
            "ambiguous:",
            "  Pays: {kind: COUNTRY, default: null, readings: {XX: []}}",
            'ambiguous.Pays.readings.XX: "XX" is no',
        ),
        ("places.yaml", "names:", "  FR EU: [Pays]", 'names.FR EU: "EU" is no country code'),
        ("demonyms.yaml", "both:", "  QQ: inconnu", 'both.QQ: "QQ" is no country code'),
        ("agents.yaml", "national:", "  ZZ: [Bureau]", 'national.ZZ: "ZZ" is no country code'),
        ("pack.yaml", "name:", "language: fr", "language: no such key"),
    ],
)
def test_mistake_in_an_entry_is_told_with_its_place(
    pack: PackCopy, file: str, after: str, added: str, complaint: str
) -> None:
    line = pack.add(file, after, added)
    assert pack.complaint(LOADING[file], file).startswith(f"{line}: {complaint}")


def test_month_that_is_none_is_told(pack: PackCopy) -> None:
    path = pack.folder / "dates.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("months: {", "months: {13: [nivôse], ", 1), encoding="utf-8"
    )
    assert ": months.13: Expected `int` <= 12" in pack.complaint(dates, "dates.yaml")


def test_verb_listed_in_the_grammar_that_is_none_is_told(pack: PackCopy) -> None:
    path = pack.folder / "grammar.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("\nreporting: [", "\nreporting: [dyre, ", 1), encoding="utf-8"
    )
    told = pack.complaint(load_grammar, "grammar.yaml")
    assert "reporting[0]: the verb 'dyre' is not in verbs.yaml; did you mean \"dire\"?" in told


def test_tokenizer_that_spacy_lacks_is_told(pack: PackCopy) -> None:
    (pack.folder / "pack.yaml").write_text("name: French\ntokenizer: qqq\n", encoding="utf-8")
    assert pack.complaint(build_pipeline, "pack.yaml").startswith('2: tokenizer: spaCy has no tokenizer "qqq"')


def test_the_same_key_twice_is_told_with_both_lines(pack: PackCopy) -> None:
    first = pack.add("verbs.yaml", "verbs:", "  zipper: zipp er")
    second = pack.add("verbs.yaml", "  zipper:", "  zipper: zip er")
    expected = f"{second}: verbs.zipper: the same key stands at line {first} already; join the two"
    assert pack.complaint(load_verbs, "verbs.yaml") == expected


def test_pattern_under_two_headings_of_a_kind_is_told_with_both_lines(pack: PackCopy) -> None:
    first = pack.add("contexts.yaml", "  TRAFFICKING:", "    - zig zag")
    second = pack.add("contexts.yaml", "  CAPTIVITY:", "    - zig zag")
    told = pack.complaint(contexts, "contexts.yaml")
    assert told.startswith(f"{max(first, second)}: harms.")
    assert f'"zig zag" means something else at line {min(first, second)} (harms.' in told


def test_cue_of_two_meanings_in_one_reach_is_told_with_both_lines(pack: PackCopy) -> None:
    cue = "  - {realis: %s, reach: after, say: [zig zag]}"
    first = pack.add("realis.yaml", "cues:", cue % "DENIED")
    second = pack.add("realis.yaml", cue % "DENIED", cue % "PLANNED")
    told = pack.complaint(cues, "realis.yaml")
    assert told.startswith(f'{second}: cues[1].say[0]: "zig zag" means something else at line {first} (cues[0].say[0])')


def test_cue_of_two_reaches_is_no_mistake(pack: PackCopy) -> None:
    pack.add("realis.yaml", "cues:", "  - {realis: DENIED, reach: after, say: [zig zag]}")
    pack.add("realis.yaml", "cues:", "  - {realis: PLANNED, reach: close, say: [zig zag]}")
    cues(pack.folder.name)


def test_what_is_no_yaml_is_told_with_its_line(pack: PackCopy) -> None:
    line = pack.add("triggers.yaml", "triggers:", "  - {type: RESCUE, say: ['ou'}")
    assert pack.complaint(triggers, "triggers.yaml").startswith(f"{line}: no YAML, column 30: ")


def test_bracket_that_is_never_closed_is_told_with_the_line_that_opens_it(pack: PackCopy) -> None:
    pack.change("grammar.yaml", "\nreporting: [", "\nreporting: [[")
    opened = (pack.folder / "grammar.yaml").read_text(encoding="utf-8").partition("\nreporting:")[0].count("\n") + 2
    assert f"while parsing a flow sequence begun at line {opened};" in pack.complaint(load_grammar, "grammar.yaml")


def test_control_character_is_told_with_its_line(pack: PackCopy) -> None:
    line = pack.add("triggers.yaml", "triggers:", "  - {type: RESCUE, say: ['\x07']}")
    assert pack.complaint(triggers, "triggers.yaml").startswith(f"{line}: no YAML")


def test_what_is_no_utf8_is_told_with_its_line(pack: PackCopy) -> None:
    (pack.folder / "pack.yaml").write_bytes("name: Français\ntokenizer: fr\n".encode("latin-1"))
    assert pack.complaint(build_pipeline, "pack.yaml") == "1: not UTF-8; save the file as UTF-8"


def test_empty_file_is_told(pack: PackCopy) -> None:
    (pack.folder / "agents.yaml").write_bytes(b"")
    assert pack.complaint(agents, "agents.yaml").startswith("1: Expected `object`, got `null`")


@pytest.mark.parametrize(("file", "load"), [("triggers.yaml", triggers), ("number_words.tsv", number_words)])
def test_missing_file_is_told(pack: PackCopy, file: str, load: Load) -> None:
    (pack.folder / file).unlink()
    assert pack.complaint(load, file).startswith(" the language pack has no such file; add it")


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("dix\t10", "'dix\\t10' is no row; write words, a whole number and `adds` or `multiplies`"),
        ("dix\tten\tadds", "is no row; write words, a whole number"),
        ("dix\t10\tdivides", "is no row; write words, a whole number"),
        ("un\t2\tadds", '"un" stands at line 2 already; keep one'),
        ("", "'' is no row"),
    ],
)
def test_row_of_number_words_that_is_none_is_told(pack: PackCopy, row: str, complaint: str) -> None:
    line = pack.add("number_words.tsv", "deux\t", row)
    told = pack.complaint(number_words, "number_words.tsv")
    assert told.startswith(f"{line}: ")
    assert complaint in told


def test_number_words_without_the_names_of_columns_are_told(pack: PackCopy) -> None:
    (pack.folder / "number_words.tsv").write_text("un\t1\tadds\n", encoding="utf-8")
    assert pack.complaint(number_words, "number_words.tsv").startswith("1: the columns are words, value, role")


@pytest.mark.parametrize(
    ("file", "first", "second"),
    [
        (
            "triggers.yaml",
            ("triggers:", "  - {type: RESCUE, say: [zig zag]}"),
            ("triggers:", "  - {type: ESCAPE, say: [zig zag]}"),
        ),
        ("agents.yaml", ("state:", "  - zig zag"), ("captor:", "  - zig zag")),
        ("people.yaml", ("  victim:", "    - zigzag/zigzags"), ("  suspect:", "    - zag|zigzag/zags")),
        ("contexts.yaml", ("  TRAFFICKING:", "    - zig zag"), ("  CAPTIVITY:", "    - zig zag")),
    ],
)
def test_what_is_listed_twice_with_another_meaning_is_told_with_both_lines(
    pack: PackCopy, file: str, first: tuple[str, str], second: tuple[str, str]
) -> None:
    pack.add(file, *first)
    pack.add(file, *second)
    lines = [
        number
        for number, line in enumerate((pack.folder / file).read_text(encoding="utf-8").split("\n"), start=1)
        if line in {first[1], second[1]}
    ]
    told = pack.complaint(LOADING[file], file)
    assert told.startswith(f"{lines[1]}: ")
    assert f" means something else at line {lines[0]} (" in told
