-- dim_event: One row an event across documents; key 0 is the unknown event.
-- key: event_key    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS dim_event (
    event_key BIGINT PRIMARY KEY,
    name VARCHAR NOT NULL,
    type VARCHAR NOT NULL,
    organization_key BIGINT NOT NULL,
    place_key BIGINT NOT NULL,
    start_date DATE,
    end_date DATE,
    start_date_key INTEGER NOT NULL,
    end_date_key INTEGER NOT NULL,
    date_precision VARCHAR NOT NULL,
    ordinal INTEGER,
    is_planned BOOLEAN NOT NULL,
    CHECK (type IN ('meeting', 'session', 'summit', 'visit', 'talks', 'exercise', 'conference', 'signing', 'other')),
    CHECK (date_precision IN ('day', 'month', 'year', 'unknown')),
    CHECK (end_date >= start_date)
);

COMMENT ON TABLE dim_event IS 'One row an event across documents; key 0 is the unknown event.';
COMMENT ON COLUMN dim_event.event_key IS 'Key of the event: a hash of its family, body or parties, place and start.';
COMMENT ON COLUMN dim_event.name IS 'Label of the event; not a quotation.';
COMMENT ON COLUMN dim_event.type IS 'meeting, session, summit, visit, talks, exercise, conference, signing or other.';
COMMENT ON COLUMN dim_event.organization_key IS 'The convening body or organ (dim_organization); 0 where there is none.';
COMMENT ON COLUMN dim_event.place_key IS 'Where it takes place (dim_place); 0 where it is unknown.';
COMMENT ON COLUMN dim_event.start_date IS 'First day; a month or year stands as its first day; NULL where it is unknown.';
COMMENT ON COLUMN dim_event.end_date IS 'Last day; NULL where it is unknown.';
COMMENT ON COLUMN dim_event.start_date_key IS 'First day (dim_date); 0 where it is unknown.';
COMMENT ON COLUMN dim_event.end_date_key IS 'Last day (dim_date); 0 where it is unknown.';
COMMENT ON COLUMN dim_event.date_precision IS 'How much of start_date is known: day, month, year or unknown.';
COMMENT ON COLUMN dim_event.ordinal IS 'Number of the session, where printed.';
COMMENT ON COLUMN dim_event.is_planned IS 'Still ahead in the latest report.';
