"""Language packs: words as data, one folder a language."""
