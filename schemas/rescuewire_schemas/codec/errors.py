"""What can be wrong with bytes that should be rescue events."""

from __future__ import annotations


class CodecError(ValueError):
    """The bytes are no rescue event, or not a whole one."""


class UnknownSchemaError(CodecError):
    """The bytes name a schema that the reader does not have."""
