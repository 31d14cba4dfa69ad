"""Fitting the weights of the extraction on gold articles and on read candidates of ordinary news."""
