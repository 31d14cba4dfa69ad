"""Language packs as extraction reads them: files, words, closed classes, verbs, and what is wrong with them."""
