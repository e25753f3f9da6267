"""Make the model: training data in, `models/` out. Needs the `train` extra; never imported at run time."""
