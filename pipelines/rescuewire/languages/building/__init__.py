"""Scripts that make generated language data from libraries; run by hand, the results are committed."""
