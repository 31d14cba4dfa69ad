import json
import pickle
from pathlib import Path

import pytest

import rescuewire_schemas
from rescuewire.extraction.reading.invalid_article import InvalidArticle, InvalidReason
from rescuewire.extraction.reading.parse_article import ArticleLimits, parse_article


def _bytes(**fields: object) -> bytes:
    return json.dumps(fields).encode()


def _fault(value: bytes, limits: ArticleLimits | None = None) -> InvalidArticle:
    with pytest.raises(InvalidArticle) as caught:
        parse_article(value, limits=limits or ArticleLimits())
    return caught.value


def test_takes_every_field_over() -> None:
    article = parse_article(
        _bytes(id="a", title="T", text="x", language="fr", published_at="2024-05-31", url="http://u", publisher="P")
    )
    assert (article.id, article.title, article.text, article.language) == ("a", "T", "x", "fr")
    assert (article.published_at, article.url, article.publisher) == ("2024-05-31", "http://u", "P")


def test_accepts_unknown_fields() -> None:
    assert parse_article(_bytes(text="x", section={"deep": [1, 2]})).text == "x"


@pytest.mark.parametrize("absent", [None, "", "  "])
def test_null_and_blank_mean_absent(absent: str | None) -> None:
    article = parse_article(_bytes(text="x", title=absent, language=absent, published_at=absent, url=absent))
    assert (article.title, article.language, article.published_at, article.url) == ("", None, None, None)


def test_without_an_id_the_url_is_the_id() -> None:
    assert parse_article(_bytes(text="x", id=None, url="http://u")).id == "http://u"


def test_without_id_and_url_the_content_is_the_id() -> None:
    first = parse_article(_bytes(text="x", title="t"))
    assert first.id == parse_article(_bytes(title="t", text="x", publisher="other")).id
    assert first.id != parse_article(_bytes(title="", text="tx")).id
    assert first.id.startswith("sha256:")


def test_the_id_of_content_is_stable() -> None:
    assert parse_article(_bytes(title="t", text="é")).id == "sha256:3632aac8e7c271810499d94b416a23b6"


def test_text_wins_over_html() -> None:
    assert parse_article(_bytes(text="from text", html="<p>from html</p>")).text == "from text"


def test_html_gives_text_and_title_where_there_is_no_text() -> None:
    article = parse_article(_bytes(text="", html="<title>Head</title><p>Ten people were freed on Monday.</p>"))
    assert article.text == "Ten people were freed on Monday."
    assert article.title == "Head"


def test_a_byte_order_mark_is_skipped() -> None:
    assert parse_article(b"\xef\xbb\xbf" + _bytes(text="x")).text == "x"


def test_nul_characters_are_kept() -> None:
    assert parse_article(_bytes(text="a\0b")).text == "a\0b"


@pytest.mark.parametrize(
    "date",
    [
        "2024-05-31",
        "2024-05-31T08:00",
        "2024-05-31 08:00:01",
        "2024-05-31T08:00:01.123456Z",
        "2024-05-31T08:00:00+02:00",
        "2024-05-31T08:00:00+0200",
        "2016-12-31T23:59:60Z",
        "2024-05",
        "2024",
    ],
)
def test_accepts_dates_and_times_of_iso_8601(date: str) -> None:
    assert parse_article(_bytes(text="x", published_at=date)).published_at == date


@pytest.mark.parametrize(
    "date", ["yesterday", "2024-02-30", "2024-13", "31/05/2024", "2024-05-31T25:00", "2024-05-00", "0000-01-01", "٢٠٢٤"]
)
def test_a_date_that_is_none_names_the_field(date: str) -> None:
    fault = _fault(_bytes(text="x", published_at=date))
    assert (fault.reason, fault.field) == (InvalidReason.BAD_DATE, "published_at")


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (b"", InvalidReason.NOT_JSON),
        (b"{text: 1}", InvalidReason.NOT_JSON),
        (b'{"text": "x"} {}', InvalidReason.NOT_JSON),
        (b'{"text": "\\ud800"}', InvalidReason.NOT_JSON),
        (b'{"text": "\xff"}', InvalidReason.NOT_UTF8),
        (b'{"text": "\xed\xa0\x80"}', InvalidReason.NOT_UTF8),
        ('{"text": "x"}'.encode("utf-16"), InvalidReason.NOT_UTF8),
        (b"[]", InvalidReason.NOT_AN_OBJECT),
        (b"null", InvalidReason.NOT_AN_OBJECT),
        (b'"text"', InvalidReason.NOT_AN_OBJECT),
        (b"[" * 10_000 + b"]" * 10_000, InvalidReason.NESTED_TOO_DEEP),
        (b'{"text": "x", "y": ' + b"[" * 10_000 + b"]" * 10_000 + b"}", InvalidReason.NESTED_TOO_DEEP),
        (b'{"text": "x", "y": ' + b'{"y": ' * 10_000 + b"1" + b"}" * 10_001, InvalidReason.NESTED_TOO_DEEP),
    ],
)
def test_a_record_that_cannot_be_read_is_invalid_as_a_whole(value: bytes, reason: InvalidReason) -> None:
    fault = _fault(value)
    assert (fault.reason, fault.field) == (reason, None)


@pytest.mark.parametrize("field", ["id", "title", "text", "html", "language", "published_at", "url", "publisher"])
@pytest.mark.parametrize("wrong", [7, True, 1.5, [], {}])
def test_a_wrong_type_names_the_field(field: str, wrong: object) -> None:
    fault = _fault(_bytes(**{"text": "x", field: wrong}))
    assert (fault.reason, fault.field) == (InvalidReason.WRONG_TYPE, field)
    assert f"`{field}`" in str(fault)


def test_no_text_and_no_html_is_invalid() -> None:
    fault = _fault(_bytes(id="a", title="only a title"))
    assert (fault.reason, fault.field) == (InvalidReason.NO_TEXT, "text")


def test_html_without_words_is_invalid() -> None:
    fault = _fault(_bytes(html="<div><img src=a></div>"))
    assert (fault.reason, fault.field) == (InvalidReason.NO_TEXT, "html")


@pytest.mark.parametrize(
    ("fields", "limits", "field"),
    [
        ({"text": "x" * 11}, ArticleLimits(text=10), "text"),
        ({"html": "<p>" + "x" * 11}, ArticleLimits(html=10), "html"),
        ({"html": "<p>x</p>" * 10}, ArticleLimits(tags=19), "html"),
        ({"html": "<p>" + "word " * 10}, ArticleLimits(text=10), "text"),
        ({"text": "x", "title": "x" * 11}, ArticleLimits(other=10), "title"),
        ({"text": "x"}, ArticleLimits(record=5), None),
    ],
)
def test_what_is_beyond_a_limit_is_too_large(fields: dict[str, str], limits: ArticleLimits, field: str | None) -> None:
    fault = _fault(_bytes(**fields), limits)
    assert (fault.reason, fault.field) == (InvalidReason.TOO_LARGE, field)


def test_a_text_of_5_mb_is_too_large_by_default() -> None:
    assert _fault(_bytes(text="word " * 1_000_000)).reason is InvalidReason.TOO_LARGE


def test_the_fault_can_be_pickled() -> None:
    fault = pickle.loads(pickle.dumps(_fault(b"[]")))  # noqa: S301 - our own bytes
    assert (fault.reason, fault.field, str(fault)) == (
        InvalidReason.NOT_AN_OBJECT,
        None,
        "the record is a JSON array, an article is an object",
    )


EXAMPLES = sorted(Path(rescuewire_schemas.__path__[0], "article", "examples").glob("*.json"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_agrees_with_the_examples_of_the_schema(path: Path) -> None:
    try:
        parse_article(path.read_bytes())
        read = "pass"
    except InvalidArticle:
        read = "fail"
    assert path.name.endswith(f".{read}.json")
