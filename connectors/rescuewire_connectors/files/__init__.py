"""Articles from files, events and dead letters to files."""
