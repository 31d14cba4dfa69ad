"""Settings as people give them: in a file, in the environment, as flags, under one name each."""
