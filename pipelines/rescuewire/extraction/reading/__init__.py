"""From the bytes of a record to sentences: parsing, language, cleaning."""
