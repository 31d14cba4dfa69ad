"""HTML page -> title and the article's own text."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass

import trafilatura
from trafilatura.settings import Document

# What XML, and so lxml, cannot hold. A page that contains one would otherwise yield nothing at all.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


# trafilatura refuses what is no whole page: a fragment is put into one.
_PAGE = "<html><head><title></title></head><body>{}</body></html>"

# It logs each page it can make nothing of as an error; here that is an outcome of the article.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


@dataclass(frozen=True)
class ExtractedArticle:
    """What a page holds once menus, asides and footers are gone; each may be empty."""

    title: str
    text: str


def extract_text(html: str, url: str | None = None) -> ExtractedArticle:
    """Find the article in a page; paragraphs of `text` are separated by line breaks.

    Broken HTML is read as browsers do. A page in which no article is found yields all its visible text.
    """
    page = _NOT_XML.sub(" ", html)
    tree = trafilatura.load_html(page)
    if tree is None:
        tree = trafilatura.load_html(_PAGE.format(page))
    if tree is None:
        return ExtractedArticle(title="", text="")
    found = trafilatura.bare_extraction(tree, url=url, include_comments=False, include_tables=False, with_metadata=True)
    if not isinstance(found, Document):
        return ExtractedArticle(title="", text=trafilatura.html2txt(tree).strip())
    text = found.text or trafilatura.html2txt(tree)
    return ExtractedArticle(title=(found.title or "").strip(), text=text.strip())
