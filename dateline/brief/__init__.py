"""The morning brief: what a night brought, as one page of HTML that needs nothing but itself."""
