"""The two ends of the Beam graph: reading a feed, writing to a sink."""
