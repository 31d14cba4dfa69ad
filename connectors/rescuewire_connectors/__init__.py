"""Where bytes come from and go to: files and Kafka, and the protocol between them. Knows nothing of rescues."""
