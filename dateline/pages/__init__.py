"""What the pages of HTML have in common: one look, one way of writing, and nothing but themselves to load."""
