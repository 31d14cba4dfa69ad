"""What is found of a frame: its harm, type, forms, scope, and how likely it is an event."""

from __future__ import annotations

from collections.abc import Mapping

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
        self._frame, self._story, self._weights, self._log_odds = frame, story, weights, log_odds
        self._harm: Harm | None = None
        self._event_type: EventType | None = None
        self._forms: tuple[Form, ...] | None = None
        self._scope: Scope | None = None
        self._features: Mapping[str, float] | None = None
        self._confidence: float | None = None

    def by_model(self, log_odds: float, calibration: Calibration) -> Findings:
        """Return the findings as a model of these log-odds gives them."""
        weights = msgspec.structs.replace(self._weights, calibration=calibration)
        return Findings(self._frame, self._story, weights, log_odds)

    @property
    def harm(self) -> Harm:
        """What they came out of."""
        if self._harm is None:
            self._harm = judge_harm(self._frame, self._story, self._story.grammar)
        return self._harm

    @property
    def event_type(self) -> EventType:
        """The type of the act as the whole article tells it."""
        if self._event_type is None:
            self._event_type = way_out_of(self._frame, self.harm, self._story)
        return self._event_type

    @property
    def forms(self) -> tuple[Form, ...]:
        """The forms of exploitation."""
        if self._forms is None:
            self._forms = judge_forms(self._frame, self._story, self.harm, self._story.grammar)
        return self._forms

    @property
    def scope(self) -> Scope:
        """Whether they came out on one occasion or in total."""
        if self._scope is None:
            self._scope = judge_scope(self._frame, self._story.grammar)
        return self._scope

    @property
    def features(self) -> Mapping[str, float]:
        """The features that are not zero."""
        if self._features is None:
            self._features = features_of(self._frame, self._story)
        return self._features

    @property
    def log_odds(self) -> float:
        """The model's log-odds that this is an event."""
        if self._log_odds is None:
            self._log_odds = log_odds_of(self.features, self._weights)
        return self._log_odds

    @property
    def likelihood(self) -> float:
        """The model's own probability, between 0 and 1."""
        return logistic(self.log_odds)

    @property
    def confidence(self) -> float:
        """The likelihood as a calibrated probability of two digits."""
        if self._confidence is None:
            self._confidence = calibrated(self.log_odds, self._weights.calibration)
        return self._confidence
