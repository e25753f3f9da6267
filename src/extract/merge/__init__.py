"""One name for the same person or organization over a batch: found, listed to be checked, applied."""
