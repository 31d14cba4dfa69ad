"""An event's facts in words for people."""

from __future__ import annotations

from collections.abc import Iterable

from babel import Locale

from rescuewire_schemas.rescue_event import CountQualifier, EventTime, RescueEvent, VictimCount

NOT_TOLD = "not told"
_SIGNS = {
    CountQualifier.EXACT: "",
    CountQualifier.MORE_THAN: "> ",
    CountQualifier.AT_LEAST: "≥ ",
    CountQualifier.NEARLY: "≲ ",
    CountQualifier.AT_MOST: "≤ ",
    CountQualifier.ABOUT: "~ ",
}
_CROWDS = {
    CountQualifier.DOZENS: "dozens",
    CountQualifier.HUNDREDS: "hundreds",
    CountQualifier.THOUSANDS: "thousands",
}
_NAMES = Locale("en").territories


def count_words(count: VictimCount) -> str:
    """How many: `> 1,000`, `≤ 8,000`, `~ 30`, `20–30`, `dozens (≥ 24)`."""
    if count.qualifier in _CROWDS:
        bounds = _bounds(count)
        return f"{_CROWDS[count.qualifier]} ({bounds})" if bounds else _CROWDS[count.qualifier]
    if count.qualifier in _SIGNS and count.best is not None:
        return f"{_SIGNS[count.qualifier]}{count.best:,}"
    return _bounds(count) or (f"{count.best:,}" if count.best is not None else NOT_TOLD)


def _bounds(count: VictimCount) -> str:
    if count.min is not None and count.max is not None:
        return f"{count.min:,}–{count.max:,}"
    if count.min is not None:
        return f"≥ {count.min:,}"
    return f"≤ {count.max:,}" if count.max is not None else ""


def country_words(codes: Iterable[str]) -> str:
    """Countries by name and code: `Myanmar (Burma) (MM), Cambodia (KH)`."""
    return ", ".join(f"{_NAMES.get(code, 'unknown')} ({code})" for code in codes) or NOT_TOLD


def time_words(time: EventTime) -> str:
    """When: the EDTF string and the words it was read from."""
    if time.edtf and time.text:
        return f"{time.edtf} (“{time.text}”)"
    return time.edtf or (f"“{time.text}”" if time.text else NOT_TOLD)


def kind_words(event: RescueEvent) -> str:
    """What: type, harm with its forms, and whether it is a total over many acts."""
    forms = ", ".join(_plain(form.value) for form in event.forms)
    harm = f"{_plain(event.harm.value)} ({forms})" if forms else _plain(event.harm.value)
    return f"{_plain(event.event_type.value)} from {harm}, {_plain(event.scope.value)}"


def confidence_words(confidence: float | None) -> str:
    """How sure: the probability, written as `--min-confidence` takes it."""
    return f"{confidence:.2f}" if confidence is not None else NOT_TOLD


def _plain(name: str) -> str:
    return name.lower().replace("_", " ")
