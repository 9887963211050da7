-- dim_instrument: One row an agreement, plan, statement or other instrument; key 0 is the unknown instrument.
-- key: instrument_key    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS dim_instrument (
    instrument_key BIGINT PRIMARY KEY,
    name VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    organization_key BIGINT NOT NULL,
    CHECK (kind IN ('agreement', 'convention', 'treaty', 'strategy', 'plan', 'statement', 'minutes', 'resolution', 'other'))
);

COMMENT ON TABLE dim_instrument IS 'One row an agreement, plan, statement or other instrument; key 0 is the unknown instrument.';
COMMENT ON COLUMN dim_instrument.instrument_key IS 'Key of the instrument: a hash of its name and the body that made it.';
COMMENT ON COLUMN dim_instrument.name IS 'Normalised name.';
COMMENT ON COLUMN dim_instrument.kind IS 'agreement, convention, treaty, strategy, plan, statement, minutes, resolution or other.';
COMMENT ON COLUMN dim_instrument.organization_key IS 'The body that made it (dim_organization); 0 where none is named.';
