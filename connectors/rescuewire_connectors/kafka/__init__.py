"""Articles from a Kafka topic, events and dead letters to topics."""
