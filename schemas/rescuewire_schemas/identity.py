"""Identity of a rescue event: the same telling has the same id, whoever computes it."""

from __future__ import annotations

from hashlib import sha256

_LENGTH_BYTES = 8


def event_id(article_id: str, evidence_text: str, ordinal: int) -> str:
    """Return the id of the event that is number `ordinal`, from 0, among those of its first evidence sentence.

    It is the first 32 hex digits, in lower case, of the SHA-256 of these bytes, one after the other:

    1. the length of the article id in UTF-8 bytes, as 8 bytes, most significant first; the article id in UTF-8
    2. the same two for the text of the first evidence sentence, as it stands: not trimmed, not normalised
    3. the ordinal, as 8 bytes, most significant first

    The lengths keep ("ab", "c") apart from ("a", "bc") whatever characters the texts have.

    Raises:
        UnicodeEncodeError: a text holds half of a surrogate pair and is no Unicode text.
        OverflowError: the ordinal is negative.
    """
    message = _with_length(article_id) + _with_length(evidence_text) + ordinal.to_bytes(_LENGTH_BYTES, "big")
    return sha256(message).hexdigest()[:32]


def _with_length(text: str) -> bytes:
    encoded = text.encode("utf-8")
    return len(encoded).to_bytes(_LENGTH_BYTES, "big") + encoded
