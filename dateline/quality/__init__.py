"""The data quality page: what the last run was held to, what broke it, and which sources drift."""
