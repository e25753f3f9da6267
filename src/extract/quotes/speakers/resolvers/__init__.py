"""Resolvers: the ways from a source to its speaker, one concept a module, tried in turn by `resolve.py`."""
