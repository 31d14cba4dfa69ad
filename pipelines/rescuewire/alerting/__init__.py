"""Alerts: which events go to which receivers, and getting them there at least once."""
