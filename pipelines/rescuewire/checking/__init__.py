"""Checking, before a run, whether it could: its settings, this machine, and the world that it needs."""
