"""Verbs: paradigms become words, and a verb that fits none is refused with its place in the pack."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from rescuewire.extraction.packs import language_pack
from rescuewire.extraction.packs.language_pack import PackError
from rescuewire.extraction.packs.verbs import FORMS, finite_words, load_verbs

WritePack = Callable[[str], str]

PARADIGMS = """
paradigms:
  er:
    infinitive: [er]
    participle: [é, ée, és, ées]
    future: [era, eront]
"""


@pytest.fixture
def write_pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> WritePack:
    """Write verbs of a pack that nobody has yet, and return its code."""
    monkeypatch.setattr(language_pack, "LANGUAGES", tmp_path)

    def write(verbs: str) -> str:
        code = f"x{len(list(tmp_path.iterdir()))}-{tmp_path.name}"
        (tmp_path / code).mkdir()
        (tmp_path / code / "verbs.yaml").write_text(PARADIGMS + "verbs:\n" + verbs, encoding="utf-8")
        return code

    return write


def test_stem_and_paradigm_give_all_forms(write_pack: WritePack) -> None:
    assert load_verbs(write_pack("  libérer: libér er\n"))["libérer"] == {
        "infinitive": frozenset({"libérer"}),
        "participle": frozenset({"libéré", "libérée", "libérés", "libérées"}),
        "future": frozenset({"libérera", "libéreront"}),
    }


def test_a_form_can_have_its_own_stem(write_pack: WritePack) -> None:
    verbs = load_verbs(write_pack("  mener: {paradigm: er, stem: men, stems: {future: mèn}}\n"))
    assert verbs["mener"]["future"] == {"mènera", "mèneront"}
    assert verbs["mener"]["infinitive"] == {"mener"}


def test_forms_told_in_full_take_the_place_of_the_paradigm(write_pack: WritePack) -> None:
    verbs = load_verbs(write_pack("  aller: {paradigm: er, stem: all, forms: {future: [ira], past: [Allait]}}\n"))
    assert verbs["aller"]["future"] == {"ira"}
    assert verbs["aller"]["past"] == {"allait"}


def test_a_verb_needs_no_paradigm(write_pack: WritePack) -> None:
    assert load_verbs(write_pack("  être: {forms: {past: [était]}}\n"))["être"] == {"past": {"était"}}


@pytest.mark.parametrize(
    ("verb", "complaint"),
    [
        ("libérer: libér ir", "verbs.libérer: no paradigm is called 'ir'"),
        ("libérer: {forms: {supine: [x]}}", "verbs.libérer.forms.supine: no form is called 'supine'"),
        ("libérer: {form: {past: [x]}}", "form"),
    ],
)
def test_verb_that_fits_no_paradigm_is_refused(write_pack: WritePack, verb: str, complaint: str) -> None:
    code = write_pack(f"  {verb}\n")
    with pytest.raises(PackError, match=complaint) as refused:
        load_verbs(code)
    assert f"{code}/verbs.yaml" in str(refused.value)


def test_pack_without_verbs_is_refused(write_pack: WritePack) -> None:
    write_pack("")
    with pytest.raises(PackError, match=r"nowhere/verbs\.yaml: the language pack has no such file"):
        load_verbs("nowhere")


@pytest.mark.parametrize(
    ("code", "name", "form", "word"),
    [
        ("en", "free", "past", "freed"),
        ("en", "rescue", "gerund", "rescuing"),
        ("fr", "secourir", "present", "secourt"),
        ("fr", "secourir", "future", "secourra"),
        ("fr", "libérer", "subjunctive", "libèrent"),
        ("fr", "libérer", "conditional", "libérerait"),
        ("es", "rescatar", "past", "rescató"),
        ("es", "liberar", "subjunctive", "liberen"),
        ("es", "liberar", "participle", "liberadas"),
    ],
)
def test_bundled_verbs_inflect(code: str, name: str, form: str, word: str) -> None:
    assert word in load_verbs(code)[name][form]


@pytest.mark.parametrize("code", ["en", "fr", "es"])
def test_bundled_verbs_have_known_forms_and_words(code: str) -> None:
    for name, forms in load_verbs(code).items():
        assert set(forms) <= set(FORMS), name
        assert any(forms.values()), name


def test_finite_words_are_no_participles(write_pack: WritePack) -> None:
    verbs = load_verbs(write_pack("  free: {forms: {past: [freed], participle: [freed], present: [frees]}}\n"))
    assert finite_words(verbs) == {"frees"}
