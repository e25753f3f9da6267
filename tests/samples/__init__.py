"""The gold of the sample articles."""
