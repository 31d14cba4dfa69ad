"""Dead letters that were written: reading them again, showing them, replaying them."""
