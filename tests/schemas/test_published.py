"""Published schemas are never edited, all are listed, and each is told in a changelog."""

from __future__ import annotations

import json
from hashlib import sha256
from importlib.resources import files

import pytest

from rescuewire_schemas.avro_schemas import LATEST, VERSIONS, event_schema_text
from rescuewire_schemas.published import PUBLISHED, PublishedSchema, find_published

DIGESTS = {
    "article/1.0.0.schema.json": "622029f2fc812927d5f52d54e62a91964420acc27246808891b1854c99768269",
    "rescue_event/1.0.0.avsc": "f9a38e2e16d77afe3e42e2a585eedf915b06aa18a8eb674d180368e56cd5cf42",
    "rescue_event/1.1.0.avsc": "8bf79185dd40fd2fbab4e58fdf7e598c8961e698bfdbfddef7a57068a3f4273f",
}
"""SHA-256 of what is published. A failure here means: make a new version instead, and add a line for it."""

FOLDER = files("rescuewire_schemas")


def _name(schema: PublishedSchema) -> str:
    return f"{schema.name}/{schema.file}"


def test_a_published_schema_is_never_edited() -> None:
    found = {_name(each): sha256(each.source().encode()).hexdigest() for each in PUBLISHED}
    assert found == DIGESTS


def test_every_schema_that_lies_there_is_published() -> None:
    suffixes = (".avsc", ".schema.json")
    folders = {each.name for each in PUBLISHED}
    lying = {f"{name}/{path.name}" for name in folders for path in (FOLDER / name).iterdir()}
    assert {path for path in lying if path.endswith(suffixes)} == set(DIGESTS)


@pytest.mark.parametrize("schema", PUBLISHED, ids=_name)
def test_it_is_told_in_its_changelog(schema: PublishedSchema) -> None:
    changelog = (FOLDER / schema.name / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"\n## {schema.version}\n" in changelog


def test_the_latest_version_is_found_unless_another_is_asked_for() -> None:
    assert find_published("rescue_event").version == LATEST
    assert find_published("rescue_event", "1.0.0").file == "1.0.0.avsc"


@pytest.mark.parametrize(
    ("name", "version", "words"),
    [("event", None, "no schema event; there are: article, rescue_event"), ("article", "9", "there are: 1.0.0")],
)
def test_what_is_not_published_is_told_with_what_is(name: str, version: str | None, words: str) -> None:
    with pytest.raises(LookupError, match=words):
        find_published(name, version)


@pytest.mark.parametrize("version", VERSIONS)
def test_the_text_for_registries_is_the_schema_on_one_line(version: str) -> None:
    text = event_schema_text(version)
    assert json.loads(text) == json.loads(find_published("rescue_event", version).source())
    assert "\n" not in text
