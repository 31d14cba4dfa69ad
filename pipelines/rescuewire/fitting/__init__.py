"""Fitting the weights of the extraction and their calibration, on gold articles and on candidates of ordinary news."""
