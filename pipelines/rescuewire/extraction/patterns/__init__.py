"""Token patterns: the notation of language packs, and finding many of them at once."""
