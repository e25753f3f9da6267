"""The gold of the sample articles, and how it is scored."""
