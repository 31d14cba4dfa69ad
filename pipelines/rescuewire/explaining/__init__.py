"""Showing people and programs what extraction saw in one article, and why."""
