"""Acts: what the frames of an article tell of together, each act once, with its countries and its time."""
