"""Facts of the field as data: bodies, offices, countries, topics, phrases. Code here only reads and checks them."""
