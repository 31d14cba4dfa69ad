"""Measuring extraction on gold articles: what is found, what is missed, what is told wrongly."""
