"""Judgement: whether a frame is an event, and of what kind."""
