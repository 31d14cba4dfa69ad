"""What is found of a frame: its harm, type, forms, scope, and how likely it is an event."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

import msgspec

from rescuewire.extraction.framing import Frame
from rescuewire.extraction.judgement.features import features_of
from rescuewire.extraction.judgement.forms import judge_forms
from rescuewire.extraction.judgement.nature import judge_harm, judge_scope, way_out_of
from rescuewire.extraction.judgement.weights import Calibration, Weights, calibrated, log_odds_of, logistic
from rescuewire.extraction.story import Story
from rescuewire_schemas.rescue_event import EventType, Form, Harm, Scope


class Findings:
    """What is found of one frame in its article, each worked out when it is asked for.

    `log_odds` are those of `weights`, unless they are given by another model.
    """

    def __init__(self, frame: Frame, story: Story, weights: Weights, log_odds: float | None = None) -> None:
        self._frame, self._story, self._weights, self._given = frame, story, weights, log_odds

    def by_model(self, log_odds: float, calibration: Calibration) -> Findings:
        """Return the findings as a model of these log-odds gives them."""
        weights = msgspec.structs.replace(self._weights, calibration=calibration)
        return Findings(self._frame, self._story, weights, log_odds)

    @cached_property
    def harm(self) -> Harm:
        """What they came out of."""
        return judge_harm(self._frame, self._story, self._story.grammar)

    @cached_property
    def event_type(self) -> EventType:
        """The type of the act as the whole article tells it."""
        return way_out_of(self._frame, self.harm, self._story)

    @cached_property
    def forms(self) -> tuple[Form, ...]:
        """The forms of exploitation."""
        return judge_forms(self._frame, self._story, self.harm, self._story.grammar)

    @cached_property
    def scope(self) -> Scope:
        """Whether they came out on one occasion or in total."""
        return judge_scope(self._frame, self._story.grammar)

    @cached_property
    def features(self) -> Mapping[str, float]:
        """The features that are not zero."""
        return features_of(self._frame, self._story)

    @cached_property
    def log_odds(self) -> float:
        """The model's log-odds that this is an event."""
        return log_odds_of(self.features, self._weights) if self._given is None else self._given

    @property
    def likelihood(self) -> float:
        """The model's own probability, between 0 and 1."""
        return logistic(self.log_odds)

    @cached_property
    def confidence(self) -> float:
        """The likelihood as a calibrated probability of two digits."""
        return calibrated(self.log_odds, self._weights.calibration)
