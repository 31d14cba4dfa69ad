"""Harms as people choose them on the command line."""

from __future__ import annotations

from rescuewire.extraction.default_harms import DEFAULT_HARMS
from rescuewire_connectors.stopping import WrongUsage
from rescuewire_schemas.rescue_event import Harm

CHOOSABLE = tuple(harm for harm in Harm if harm is not Harm.UNRECOGNISED)
ALL = "all"
DEFAULT_WORDS = ",".join(harm.name for harm in CHOOSABLE if harm in DEFAULT_HARMS)
CHOICES = f"{', '.join(harm.name for harm in CHOOSABLE)}, or {ALL}"
HELP = f"Harms whose events are wanted, parted by commas, of {CHOICES}"


def parse_harms(words: str) -> frozenset[Harm]:
    """Read names of harms, parted by commas, or `all`, in capitals or not; raise WrongUsage where one is none."""
    try:
        return harms_named(words)
    except ValueError as error:
        raise WrongUsage(f"--harm {words}: {error}") from None


def harms_named(words: str) -> frozenset[Harm]:
    """The same; raise ValueError where one is none."""
    if words.strip().lower() == ALL:
        return frozenset(CHOOSABLE)
    by_name = {harm.name: harm for harm in CHOOSABLE}
    names = [word.strip().upper() for word in words.split(",")]
    unknown = [name for name in names if name not in by_name]
    if unknown:
        raise ValueError(f"{unknown[0]!r} is none of {CHOICES}")
    return frozenset(by_name[name] for name in names)
