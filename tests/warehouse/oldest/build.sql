-- The build database of schema version 1: its tables as its files made them, without comments.

CREATE SCHEMA meta;

CREATE TABLE meta.schema_version (
    version INTEGER PRIMARY KEY,
    applied_at TIMESTAMP NOT NULL
);

INSERT INTO meta.schema_version VALUES (1, TIMESTAMP '2026-01-05 02:30:00');

CREATE TABLE dim_date (
    date_key INTEGER PRIMARY KEY,
    date DATE,
    year INTEGER,
    quarter INTEGER,
    month INTEGER,
    month_name VARCHAR,
    iso_year INTEGER,
    iso_week INTEGER,
    day INTEGER,
    weekday_name VARCHAR,
    is_weekend BOOLEAN,
    CHECK ((date IS NULL) = (date_key = 0))
);

CREATE TABLE dim_document (
    document_key BIGINT PRIMARY KEY,
    uri VARCHAR NOT NULL,
    content_sha256 VARCHAR NOT NULL,
    format VARCHAR NOT NULL,
    language VARCHAR NOT NULL,
    is_story BOOLEAN NOT NULL,
    title VARCHAR,
    agency_source_key BIGINT NOT NULL,
    outlet_source_key BIGINT NOT NULL,
    published_date DATE,
    published_date_basis VARCHAR NOT NULL,
    published_date_candidates DATE[] NOT NULL,
    dateline_place_key BIGINT NOT NULL,
    raw_chars BIGINT NOT NULL,
    body_chars BIGINT NOT NULL,
    body_words BIGINT NOT NULL,
    is_machine_translated BOOLEAN NOT NULL,
    canonical_document_key BIGINT NOT NULL,
    extractor_version VARCHAR NOT NULL,
    loaded_at TIMESTAMP NOT NULL,
    CHECK (published_date_basis IN ('prefix', 'metadata', 'dateline', 'timestamp', 'weekday', 'none'))
);

CREATE TABLE dim_event (
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

CREATE TABLE dim_instrument (
    instrument_key BIGINT PRIMARY KEY,
    name VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    organization_key BIGINT NOT NULL,
    CHECK (kind IN ('agreement', 'convention', 'treaty', 'strategy', 'plan', 'statement', 'minutes', 'resolution', 'other'))
);

CREATE TABLE dim_office (
    office_key BIGINT PRIMARY KEY,
    title VARCHAR NOT NULL,
    organization_key BIGINT NOT NULL,
    country_code VARCHAR,
    rank VARCHAR NOT NULL,
    CHECK (rank IN ('head', 'deputy', 'first_deputy', 'acting', 'member', 'spokesperson', 'other'))
);

CREATE TABLE dim_organization (
    organization_key BIGINT PRIMARY KEY,
    name VARCHAR NOT NULL,
    acronym VARCHAR,
    kind VARCHAR NOT NULL,
    country_code VARCHAR,
    parent_organization_key BIGINT NOT NULL,
    CHECK (kind IN ('intergovernmental', 'organ', 'ministry', 'agency', 'armed_forces', 'security_service', 'company', 'media', 'other'))
);

CREATE TABLE dim_person (
    person_key BIGINT PRIMARY KEY,
    name VARCHAR NOT NULL,
    family_name VARCHAR,
    given_name VARCHAR,
    country_code VARCHAR
);

CREATE TABLE dim_place (
    place_key BIGINT PRIMARY KEY,
    name VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    country_code VARCHAR,
    country_name VARCHAR,
    latitude DOUBLE,
    longitude DOUBLE,
    CHECK (kind IN ('city', 'region', 'country', 'facility', 'other')),
    CHECK (latitude BETWEEN -90 AND 90),
    CHECK (longitude BETWEEN -180 AND 180)
);

CREATE TABLE dim_source (
    source_key BIGINT PRIMARY KEY,
    name VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    country_code VARCHAR,
    domain VARCHAR,
    CHECK (kind IN ('agency', 'outlet', 'official', 'aggregator', 'unknown'))
);

CREATE TABLE dim_topic (
    topic_key BIGINT PRIMARY KEY,
    name VARCHAR NOT NULL,
    parent_topic_key BIGINT NOT NULL
);

CREATE TABLE document_block (
    document_key BIGINT NOT NULL,
    block INTEGER NOT NULL,
    raw_start BIGINT NOT NULL,
    raw_end BIGINT NOT NULL,
    is_kept BOOLEAN NOT NULL,
    reason VARCHAR NOT NULL,
    rule VARCHAR NOT NULL,
    CHECK (0 <= raw_start AND raw_start < raw_end)
);

CREATE TABLE document_text (
    document_key BIGINT NOT NULL,
    body VARCHAR NOT NULL,
    raw VARCHAR NOT NULL
);

CREATE TABLE entity_alias (
    entity_type VARCHAR NOT NULL,
    entity_key BIGINT NOT NULL,
    alias VARCHAR NOT NULL,
    mentions BIGINT NOT NULL,
    CHECK (entity_type IN ('person', 'organization', 'place', 'event', 'instrument')),
    CHECK (mentions > 0)
);

CREATE TABLE fact_event_report (
    document_key BIGINT NOT NULL,
    date_key INTEGER NOT NULL,
    source_key BIGINT NOT NULL,
    event_key BIGINT NOT NULL,
    is_main BOOLEAN NOT NULL,
    start_char BIGINT NOT NULL,
    end_char BIGINT NOT NULL,
    raw_start BIGINT NOT NULL,
    raw_end BIGINT NOT NULL,
    CHECK (0 <= start_char AND start_char < end_char),
    CHECK (0 <= raw_start AND raw_start < raw_end)
);

CREATE TABLE fact_instrument (
    document_key BIGINT NOT NULL,
    date_key INTEGER NOT NULL,
    source_key BIGINT NOT NULL,
    instrument_key BIGINT NOT NULL,
    event_key BIGINT NOT NULL,
    status VARCHAR NOT NULL,
    start_char BIGINT NOT NULL,
    end_char BIGINT NOT NULL,
    raw_start BIGINT NOT NULL,
    raw_end BIGINT NOT NULL,
    CHECK (status IN ('mentioned', 'proposed', 'draft', 'signed', 'adopted', 'in_force')),
    CHECK (0 <= start_char AND start_char < end_char),
    CHECK (0 <= raw_start AND raw_start < raw_end)
);

CREATE TABLE fact_mention (
    mention_key BIGINT NOT NULL,
    document_key BIGINT NOT NULL,
    date_key INTEGER NOT NULL,
    source_key BIGINT NOT NULL,
    entity_type VARCHAR NOT NULL,
    person_key BIGINT NOT NULL,
    organization_key BIGINT NOT NULL,
    place_key BIGINT NOT NULL,
    event_key BIGINT NOT NULL,
    instrument_key BIGINT NOT NULL,
    surface VARCHAR NOT NULL,
    sentence INTEGER NOT NULL,
    start_char BIGINT NOT NULL,
    end_char BIGINT NOT NULL,
    raw_start BIGINT NOT NULL,
    raw_end BIGINT NOT NULL,
    CHECK (entity_type IN ('person', 'organization', 'place', 'event', 'instrument')),
    CHECK (0 <= start_char AND start_char < end_char),
    CHECK (0 <= raw_start AND raw_start < raw_end)
);

CREATE TABLE fact_office (
    document_key BIGINT NOT NULL,
    date_key INTEGER NOT NULL,
    source_key BIGINT NOT NULL,
    person_key BIGINT NOT NULL,
    office_key BIGINT NOT NULL,
    status VARCHAR NOT NULL,
    start_char BIGINT NOT NULL,
    end_char BIGINT NOT NULL,
    raw_start BIGINT NOT NULL,
    raw_end BIGINT NOT NULL,
    CHECK (status IN ('current', 'former', 'acting')),
    CHECK (0 <= start_char AND start_char < end_char),
    CHECK (0 <= raw_start AND raw_start < raw_end)
);

CREATE TABLE fact_participation (
    document_key BIGINT NOT NULL,
    date_key INTEGER NOT NULL,
    source_key BIGINT NOT NULL,
    event_key BIGINT NOT NULL,
    person_key BIGINT NOT NULL,
    office_key BIGINT NOT NULL,
    country_code VARCHAR,
    role VARCHAR NOT NULL,
    CHECK (role IN ('chair', 'host', 'participant', 'speaker'))
);

CREATE TABLE fact_publication (
    document_key BIGINT NOT NULL,
    date_key INTEGER NOT NULL,
    source_key BIGINT NOT NULL,
    place_key BIGINT NOT NULL,
    words BIGINT NOT NULL,
    mentions BIGINT NOT NULL,
    quotes BIGINT NOT NULL,
    raw_chars BIGINT NOT NULL,
    body_chars BIGINT NOT NULL
);

CREATE TABLE fact_quote (
    quote_key BIGINT NOT NULL,
    document_key BIGINT NOT NULL,
    date_key INTEGER NOT NULL,
    source_key BIGINT NOT NULL,
    speaker_person_key BIGINT NOT NULL,
    speaker_organization_key BIGINT NOT NULL,
    speaker_office_key BIGINT NOT NULL,
    speaker_surface VARCHAR,
    event_key BIGINT NOT NULL,
    cue VARCHAR,
    kind VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    words BIGINT NOT NULL,
    start_char BIGINT NOT NULL,
    end_char BIGINT NOT NULL,
    raw_start BIGINT NOT NULL,
    raw_end BIGINT NOT NULL,
    CHECK (kind IN ('direct', 'mixed', 'indirect')),
    CHECK (0 <= start_char AND start_char < end_char),
    CHECK (0 <= raw_start AND raw_start < raw_end)
);

CREATE TABLE fact_topic (
    document_key BIGINT NOT NULL,
    date_key INTEGER NOT NULL,
    source_key BIGINT NOT NULL,
    topic_key BIGINT NOT NULL,
    hits BIGINT NOT NULL,
    CHECK (hits > 0)
);

CREATE TABLE meta.document_version (
    uri VARCHAR NOT NULL,
    version INTEGER NOT NULL,
    content_sha256 VARCHAR NOT NULL,
    extractor_version VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    run_id VARCHAR NOT NULL,
    seen_at TIMESTAMP NOT NULL,
    PRIMARY KEY (uri, version),
    CHECK (state IN ('loaded', 'quarantined', 'withdrawn', 'vanished'))
);

CREATE TABLE meta.loaded_document (
    document_key BIGINT PRIMARY KEY,
    uri VARCHAR NOT NULL,
    text_fingerprint HUGEINT NOT NULL,
    fact_fingerprint HUGEINT NOT NULL
);

CREATE TABLE meta.quarantine (
    uri VARCHAR NOT NULL,
    stage VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    detail VARCHAR NOT NULL,
    run_id VARCHAR NOT NULL,
    "at" TIMESTAMP NOT NULL,
    CHECK (stage IN ('ingest', 'clean', 'extract', 'validate', 'resolve', 'load'))
);

CREATE TABLE meta.run (
    run_id VARCHAR PRIMARY KEY,
    flow VARCHAR NOT NULL,
    started_at TIMESTAMP NOT NULL,
    ended_at TIMESTAMP,
    state VARCHAR NOT NULL,
    outcomes MAP(VARCHAR, BIGINT) NOT NULL,
    seconds MAP(VARCHAR, DOUBLE) NOT NULL,
    CHECK (state IN ('running', 'published', 'unchanged', 'withheld', 'failed'))
);

CREATE TABLE meta.snapshot (
    snapshot_id VARCHAR PRIMARY KEY,
    run_id VARCHAR NOT NULL,
    published_at TIMESTAMP NOT NULL
);

CREATE TABLE meta.validation (
    run_id VARCHAR NOT NULL,
    table_name VARCHAR NOT NULL,
    expectation VARCHAR NOT NULL,
    column_name VARCHAR NOT NULL,
    severity VARCHAR NOT NULL,
    success BOOLEAN NOT NULL,
    observed_value VARCHAR,
    unexpected_count BIGINT NOT NULL,
    means VARCHAR NOT NULL,
    checked_at TIMESTAMP NOT NULL,
    CHECK (severity IN ('critical', 'warning', 'info'))
);
