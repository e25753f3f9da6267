"""Merging: records made by hand, a few fields each."""
