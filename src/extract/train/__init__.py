"""Training of the model: training sets in, `models/` out. Needs the extra `train`; no run imports it."""
