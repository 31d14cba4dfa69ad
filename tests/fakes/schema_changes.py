"""Changes of a small schema, and whether each keeps a reader of the one able to read a writer of the other."""

from __future__ import annotations

from typing import Any, NamedTuple

from rescuewire_schemas.compatibility import Rule


class Change(NamedTuple):
    """A reader, a writer, and what must be said of them: the field and the rule, or nothing."""

    name: str
    reader: Any
    writer: Any
    broken: tuple[str, Rule] | None


def record(*fields: Any, name: str = "test.Told", **more: Any) -> dict[str, Any]:
    return {"type": "record", "name": name, "fields": list(fields), **more}


def field(name: str, kind: Any, **more: Any) -> dict[str, Any]:
    return {"name": name, "type": kind, **more}


def enum(*symbols: str, **more: Any) -> dict[str, Any]:
    return {"type": "enum", "name": "Harm", "symbols": list(symbols), **more}


def fixed(size: int) -> dict[str, Any]:
    return {"type": "fixed", "name": "Hash", "size": size}


ID = field("id", "string")
NESTED = field("victims", record(field("best", ["null", "long"], default=None), name="Count"))


def _one(kind: Any, **more: Any) -> Any:
    return record(ID, field("told", kind, **more))


CHANGES = (
    Change("nothing changed", record(ID), record(ID), None),
    Change("field added with default", record(ID, field("n", "int", default=0)), record(ID), None),
    Change("field added without default", record(ID, field("n", "int")), record(ID), ("n", Rule.NO_DEFAULT)),
    Change("field without default removed", record(ID), record(ID, field("n", "int")), None),
    Change("field renamed", _one("int"), record(ID, field("said", "int")), ("told", Rule.NO_DEFAULT)),
    Change("field renamed with alias", _one("int", aliases=["said"]), record(ID, field("said", "int")), None),
    Change("type changed", _one("string"), _one("int"), ("told", Rule.TYPE)),
    Change("type made an array", _one({"type": "array", "items": "int"}), _one("int"), ("told", Rule.TYPE)),
    Change(
        "items changed",
        _one({"type": "array", "items": "int"}),
        _one({"type": "array", "items": "string"}),
        ("told[]", Rule.TYPE),
    ),
    Change(
        "values changed",
        _one({"type": "map", "values": "int"}),
        _one({"type": "map", "values": "string"}),
        ("told{}", Rule.TYPE),
    ),
    Change("int read as long", _one("long"), _one("int"), None),
    Change("long read as int", _one("int"), _one("long"), ("told", Rule.TYPE)),
    Change("int read as double", _one("double"), _one("int"), None),
    Change("double read as float", _one("float"), _one("double"), ("told", Rule.TYPE)),
    Change("string read as bytes", _one("bytes"), _one("string"), None),
    Change("bytes read as string", _one("string"), _one("bytes"), None),
    Change("symbol unknown, no default", _one(enum("A")), _one(enum("A", "B")), ("told", Rule.SYMBOLS)),
    Change("symbol unknown, default", _one(enum("A", default="A")), _one(enum("A", "B")), None),
    Change("symbol not written", _one(enum("A", "B")), _one(enum("A")), None),
    Change("union widened", _one(["null", "int", "string"]), _one(["null", "int"]), None),
    Change("union narrowed", _one(["null", "int"]), _one(["null", "int", "string"]), ("told", Rule.UNION)),
    Change("made nullable", _one(["null", "int"]), _one("int"), None),
    Change("no longer nullable", _one("int"), _one(["null", "int"]), ("told", Rule.TYPE)),
    Change("union's type promoted", _one(["null", "double"]), _one(["null", "int"]), None),
    Change("record renamed", record(ID, name="test.Heard"), record(ID), ("the schema", Rule.NAME)),
    Change("record renamed with alias", record(ID, name="test.Heard", aliases=["Told"]), record(ID), None),
    Change("namespace changed", record(ID, name="other.Told"), record(ID), ("the schema", Rule.NAME)),
    Change("fixed of another size", _one(fixed(16)), _one(fixed(8)), ("told", Rule.SIZE)),
    Change("fixed of the same size", _one(fixed(16)), _one(fixed(16)), None),
    Change(
        "field within a record changed",
        record(ID, field("victims", record(field("best", ["null", "int"]), name="Count"))),
        record(ID, NESTED),
        ("victims.best", Rule.UNION),
    ),
    Change(
        "field within a union's record changed",
        _one(["null", record(field("n", "int"), name="Part")]),
        _one(["null", record(field("n", "string"), name="Part")]),
        ("told.n", Rule.TYPE),
    ),
    Change(
        "a record that holds itself",
        record(ID, field("parent", ["null", "test.Told"]), field("n", "int")),
        record(ID, field("parent", ["null", "test.Told"]), field("n", "string")),
        ("n", Rule.TYPE),
    ),
)

STRICTER_HERE = {"namespace changed"}
"""Changes that we refuse and that the specification, and so registries and Apache's libraries, let pass."""
