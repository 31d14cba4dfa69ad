"""Frames: which mention plays which role for which trigger."""
