"""Events that were written: reading them again, and showing them."""
