"""Whether a reader's schema reads all that a writer's schema writes, after Avro's rules of schema resolution.

See "Schema Resolution" in the Avro specification. In one thing this is stricter: named types must agree in their full
names, or by an alias, where the specification asks for the last part of the name alone. Not all libraries resolve
unions by that, and classes that readers have generated are called by the full name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from fastavro.schema import parse_schema

from rescuewire_schemas.avro_schemas import VERSIONS, event_schema

PROMOTIONS = {
    "int": {"long", "float", "double"},
    "long": {"float", "double"},
    "float": {"double"},
    "string": {"bytes"},
    "bytes": {"string"},
}
"""What the value of a primitive type may be read as, besides itself."""


class Rule(str, Enum):
    """What a schema breaks."""

    NO_DEFAULT = "a field that the writer does not write needs a default"
    TYPE = "the type cannot be read as the other"
    SYMBOLS = "symbols that the reader does not know need the enum's default"
    UNION = "the reader's union lacks a type that the writer writes"
    NAME = "named types must have the same full name, or an alias"
    SIZE = "fixed types must have the same size"


@dataclass(frozen=True)
class Incompatibility:
    """What is broken, and where: `field` is the path of names from the top, such as `victims.best` or `forms[]`."""

    field: str
    rule: Rule
    detail: str

    def __str__(self) -> str:
        return f"{self.field}: {self.rule.value} ({self.detail})"


@dataclass(frozen=True)
class Refusal:
    """An incompatibility between a candidate and a released version, and which of the two would be the reader."""

    reader: str
    writer: str
    incompatibility: Incompatibility

    def __str__(self) -> str:
        return f"{self.reader} cannot read what {self.writer} writes: {self.incompatibility}"


def check_candidate(candidate: Any, name: str = "the candidate") -> list[Refusal]:
    """Compare a candidate with every released version of the rescue event, both ways (FULL_TRANSITIVE).

    Args:
        candidate: a schema as JSON tells it.
        name: what the candidate is called in refusals.

    Raises:
        ValueError: the candidate is no Avro schema.
    """
    parsed = _parsed(candidate)
    refusals = []
    for version in VERSIONS:
        released = event_schema(version)
        refusals += [Refusal(version, name, each) for each in incompatibilities(reader=released, writer=parsed)]
        refusals += [Refusal(name, version, each) for each in incompatibilities(reader=parsed, writer=released)]
    return refusals


def _parsed(schema: Any) -> Any:
    try:
        return parse_schema(schema)
    except Exception as error:
        raise ValueError(f"not an Avro schema: {type(error).__name__}: {error}") from error


def incompatibilities(*, reader: Any, writer: Any) -> list[Incompatibility]:
    """What keeps `reader` from reading what `writer` writes; both as `fastavro.parse_schema` returns them."""
    pair = _Pair(_named_types(reader), _named_types(writer))
    return list(dict.fromkeys(pair.compare(reader, writer, "")))


class _Pair:
    """A reader's and a writer's schema, by their named types; each pair of these is compared once."""

    def __init__(self, reader_types: Mapping[str, Any], writer_types: Mapping[str, Any]) -> None:
        self._reader_types = reader_types
        self._writer_types = writer_types
        self._compared: set[tuple[str, str]] = set()

    def compare(self, reader: Any, writer: Any, path: str) -> Iterator[Incompatibility]:
        reader, writer = _resolved(reader, self._reader_types), _resolved(writer, self._writer_types)
        if isinstance(writer, list):
            for branch in writer:
                yield from self._compare_branch(reader, branch, path)
        elif isinstance(reader, list):
            yield from self._compare_branch(reader, writer, path)
        else:
            yield from self._compare_types(reader, writer, path)

    def _compare_branch(self, reader: Any, writer: Any, path: str) -> Iterator[Incompatibility]:
        """One type of the writer against a reader that may be a union: one of its types must read it."""
        if not isinstance(reader, list):
            yield from self.compare(reader, writer, path)
        elif not any(self._reads(branch, writer) for branch in reader):
            yield from self._closest(reader, writer, path)

    def _reads(self, reader: Any, writer: Any) -> bool:
        alone = _Pair(self._reader_types, self._writer_types)
        alone._compared = set(self._compared)
        return not any(alone.compare(reader, writer, ""))

    def _closest(self, branches: list[Any], writer: Any, path: str) -> Iterator[Incompatibility]:
        """Where a branch has the writer's name, what is wrong within it; else that there is none."""
        resolved = _resolved(writer, self._writer_types)
        for branch in branches:
            same = _resolved(branch, self._reader_types)
            if _kind(same) == _kind(resolved) and _kind(same) in _WITHIN and _names_agree(same, resolved):
                yield from self.compare(same, resolved, path)
                return
        yield Incompatibility(path or "the schema", Rule.UNION, f"{_words(resolved)} is none of {_words(branches)}")

    def _compare_types(self, reader: Any, writer: Any, path: str) -> Iterator[Incompatibility]:
        kind = _kind(reader)
        if kind != _kind(writer):
            if kind not in PROMOTIONS.get(_kind(writer), ()):
                yield _broken(path, Rule.TYPE, f"written as {_words(writer)}, read as {_words(reader)}")
        elif kind in _NAMED and not _names_agree(reader, writer):
            yield _broken(path, Rule.NAME, f"written as {writer['name']}, read as {reader['name']}")
        else:
            yield from self._compare_within(kind, reader, writer, path)

    def _compare_within(self, kind: str, reader: Any, writer: Any, path: str) -> Iterator[Incompatibility]:
        """Two types of one kind and one name."""
        if kind == "record":
            yield from self._compare_records(reader, writer, path)
        elif kind == "array":
            yield from self.compare(reader["items"], writer["items"], f"{path}[]")
        elif kind == "map":
            yield from self.compare(reader["values"], writer["values"], f"{path}{{}}")
        elif kind == "enum":
            yield from _compare_symbols(reader, writer, path)
        elif kind == "fixed" and reader["size"] != writer["size"]:
            yield _broken(path, Rule.SIZE, f"written with {writer['size']} bytes, read with {reader['size']}")

    def _compare_records(self, reader: Any, writer: Any, path: str) -> Iterator[Incompatibility]:
        names = (reader["name"], writer["name"])
        if names in self._compared:
            return
        self._compared.add(names)
        written = {field["name"]: field for field in writer["fields"]}
        for field in reader["fields"]:
            yield from self._compare_field(field, written, f"{path}.{field['name']}" if path else field["name"])

    def _compare_field(self, field: Any, written: Mapping[str, Any], path: str) -> Iterator[Incompatibility]:
        known = next((name for name in (field["name"], *field.get("aliases", ())) if name in written), None)
        if known is not None:
            yield from self.compare(field["type"], written[known]["type"], path)
        elif "default" not in field:
            yield _broken(path, Rule.NO_DEFAULT, "the reader has the field without one, the writer has no such field")


_NAMED = {"record", "enum", "fixed"}
_WITHIN = {*_NAMED, "array", "map"}


def _compare_symbols(reader: Any, writer: Any, path: str) -> Iterator[Incompatibility]:
    unknown = [symbol for symbol in writer["symbols"] if symbol not in reader["symbols"]]
    if unknown and reader.get("default") not in reader["symbols"]:
        yield _broken(path, Rule.SYMBOLS, f"{', '.join(unknown)} of {writer['name']}")


def _broken(path: str, rule: Rule, detail: str) -> Incompatibility:
    return Incompatibility(path or "the schema", rule, detail)


def _named_types(schema: Any) -> dict[str, Any]:
    return {each["name"]: each for each in _definitions(schema)}


def _definitions(schema: Any) -> Iterator[Any]:
    """Every named type that is defined within a schema; fastavro has given them their full names."""
    if isinstance(schema, list):
        for branch in schema:
            yield from _definitions(branch)
    elif isinstance(schema, dict):
        if _kind(schema) in _NAMED:
            yield schema
        yield from _definitions(_below(schema))


def _below(schema: Mapping[str, Any]) -> list[Any]:
    fields: Iterable[Any] = schema.get("fields", ())
    nested = [schema[key] for key in ("items", "values") if key in schema]
    return [
        *nested,
        *(field["type"] for field in fields),
        *([schema["type"]] if isinstance(schema["type"], dict) else []),
    ]


def _resolved(schema: Any, named: Mapping[str, Any]) -> Any:
    """The definition of a named type, and the inside of `{"type": {…}}`."""
    if isinstance(schema, str):
        return named.get(schema, schema)
    if isinstance(schema, dict) and not isinstance(schema["type"], str):
        return _resolved(schema["type"], named)
    return schema


def _kind(schema: Any) -> str:
    if isinstance(schema, list):
        return "union"
    if isinstance(schema, str):
        return schema
    kind: str = schema["type"]
    return "record" if kind == "error" else kind


def _names_agree(reader: Any, writer: Any) -> bool:
    """By full names; aliases without a namespace are in the reader's."""
    if _kind(reader) not in _NAMED:
        return True
    namespace = reader["name"].rpartition(".")[0]
    aliases = {
        alias if "." in alias or not namespace else f"{namespace}.{alias}" for alias in reader.get("aliases", ())
    }
    return writer["name"] in {reader["name"], *aliases}


def _words(schema: Any) -> str:
    if isinstance(schema, list):
        return f"[{', '.join(map(_words, schema))}]"
    if isinstance(schema, dict):
        return str(schema.get("name", schema["type"]))
    return str(schema)
