"""The ruler: speed and memory of the whole job, as ratios to the bare language model in one run."""
