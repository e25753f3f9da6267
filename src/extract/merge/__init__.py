"""Cross-document coreference of a batch: one name for the same person or organization, with evidence."""
