"""The schema registry, by the API that Confluent's has and others serve too."""
