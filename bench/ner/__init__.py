"""A model of names of our own: what it learns from, how it is trained, how well it reads what it has not seen."""
