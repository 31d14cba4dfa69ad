from rescuewire.extraction.reading.html import extract_text

PARAGRAPHS = "".join(
    f"<p>{text}</p>"
    for text in (
        "The coast patrol took nine fishermen off a drifting trawler on Sunday, the navy said in a statement.",
        "The men had been held aboard without pay for fourteen months. Their passports were in the captain's cabin.",
        "The captain was arrested, and a court in the port will hear the case against him early next month.",
    )
)
PAGE = f"""<html><head><title>Nine home | The Mole</title><meta property="og:title" content="Nine home"></head>
<body><nav><a href="/">Front page</a><a href="/sea">Sea</a></nav><article><h1>Nine home</h1>{PARAGRAPHS}
<aside class="related"><h3>Related</h3><ul><li><a href="/1">Ten miners rescued</a></li></ul></aside></article>
<footer>All rights reserved</footer><script>var x = "hostages";</script></body></html>"""


def test_paragraphs_come_in_order_on_lines_of_their_own() -> None:
    lines = extract_text(PAGE).text.split("\n")
    assert [line[:12] for line in lines[-3:]] == ["The coast pa", "The men had ", "The captain "]


def test_menu_related_stories_footer_and_scripts_are_left_out() -> None:
    text = extract_text(PAGE).text
    assert not [word for word in ("Front page", "miners", "reserved", "hostages") if word in text]


def test_the_title_is_the_articles_own() -> None:
    assert extract_text(PAGE).title == "Nine home"


def test_broken_html_is_read_as_browsers_do() -> None:
    assert (
        "locked workshop" in extract_text("<html><body><div><p>Ten were freed from a locked workshop <b>Mon</di").text
    )


def test_control_characters_do_not_lose_the_page() -> None:
    assert extract_text("<p>caf\x00é").text == "caf é"


def test_words_without_tags_are_text() -> None:
    assert extract_text("plain words only, no page").text == "plain words only, no page"


def test_an_empty_page_is_empty() -> None:
    assert extract_text("").text == ""
