"""The published schemas by name and version, as they lie in this package."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

from rescuewire_schemas import avro_schemas

ARTICLE_VERSIONS = ("1.0.0",)
"""Every version of the article's JSON Schema ever published, oldest first."""


@dataclass(frozen=True)
class PublishedSchema:
    """A schema that readers rely on: it is never edited. `language` is Avro or JSON Schema."""

    name: str
    version: str
    language: str
    file: str

    def source(self) -> str:
        """The schema as it is published."""
        return files("rescuewire_schemas").joinpath(self.name, self.file).read_text(encoding="utf-8")


PUBLISHED = (
    *(PublishedSchema("article", version, "JSON Schema", f"{version}.schema.json") for version in ARTICLE_VERSIONS),
    *(PublishedSchema("rescue_event", version, "Avro", f"{version}.avsc") for version in avro_schemas.VERSIONS),
)
"""Every schema by name, oldest version first."""


def find_published(name: str, version: str | None = None) -> PublishedSchema:
    """The latest version of a schema, or the one asked for; raise LookupError, which says what there is."""
    versions = [each for each in PUBLISHED if each.name == name]
    found = [each for each in versions if version in {None, each.version}]
    if found:
        return found[-1]
    if versions:
        raise LookupError(f"no version {version} of {name}; there are: {', '.join(each.version for each in versions)}")
    names = dict.fromkeys(each.name for each in PUBLISHED)
    raise LookupError(f"no schema {name}; there are: {', '.join(names)}")
