import pytest

from rescuewire.extraction.reading.language import dominant_script, identify_language, normalize_tag
from rescuewire_schemas.article import Article

ENGLISH = "Police freed ten workers from a locked house on Monday and arrested the two owners."
CHINESE = "警方周一从一所上锁的房子里救出十名工人，并逮捕了两名房主。"


def _article(text: str, tag: str | None = None, title: str = "") -> Article:
    return Article(id="a", title=title, text=text, language=tag)


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("fr", "fr"),
        ("FR", "fr"),
        ("fr-FR", "fr"),
        ("fr_CA", "fr"),
        ("fra", "fr"),
        ("fre", "fr"),
        ("French", "fr"),
        ("français", "fr"),
        ("zh-Hant", "zh"),
        ("in", "id"),
        ("fil", "tl"),
        ("pcm", "pcm"),
        ("und", None),
        ("mul", None),
        ("xx", None),
        ("?", None),
        (None, None),
    ],
)
def test_tags_are_normalised(tag: str | None, code: str | None) -> None:
    assert normalize_tag(tag) == code


def test_the_feeds_tag_is_believed() -> None:
    assert identify_language(_article(ENGLISH, tag="de")) == "de"


def test_a_tag_in_another_script_than_the_text_is_overruled() -> None:
    assert identify_language(_article(CHINESE, tag="en")) == "zh"
    assert identify_language(_article(ENGLISH, tag="zh")) == "en"


@pytest.mark.parametrize("tag", [None, "und", "not a language"])
def test_without_a_tag_that_tells_the_text_decides(tag: str | None) -> None:
    assert identify_language(_article(ENGLISH, tag=tag)) == "en"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("La police a libéré dix ouvriers enfermés dans une maison et arrêté les deux propriétaires.", "fr"),
        ("La policía liberó a diez trabajadores encerrados en una casa y detuvo a los dos dueños.", "es"),
        (CHINESE, "zh"),
        ("微软 Windows ARM 设备将无法安装运行系统，科技网站报道", "zh"),
        ("警察は月曜日に十人の労働者を解放した。", "ja"),
        ("حررت الشرطة عشرة عمال من منزل مغلق واعتقلت صاحبيه يوم الاثنين", "ar"),
        ("Полиция освободила десять рабочих из запертого дома в понедельник", "ru"),
        ("Η αστυνομία απελευθέρωσε δέκα εργάτες", "el"),
    ],
)
def test_script_and_model_tell_the_language(text: str, code: str) -> None:
    assert identify_language(_article(text)) == code


def test_capitals_do_not_mislead() -> None:
    assert identify_language(_article(ENGLISH.upper())) == "en"


def test_a_text_without_letters_has_no_language() -> None:
    assert identify_language(_article("12 345 --- 67 %")) is None


def test_no_script_dominates_an_even_mixture() -> None:
    assert dominant_script("abcdабвг", 0.8) is None
