"""Mentions: what the words of an article stand for, one spaCy component each."""
