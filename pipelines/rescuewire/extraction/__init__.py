"""From text to rescue events: pure Python and spaCy, no Beam and no Kafka."""
