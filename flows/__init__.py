"""Flows: stage calls in order, nothing else; and the command line on top of them."""
