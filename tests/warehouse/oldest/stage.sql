-- The stage database of schema version 1: its tables as its files made them, without comments.

CREATE TABLE stage.schema_version (
    version INTEGER PRIMARY KEY,
    applied_at TIMESTAMP NOT NULL
);

INSERT INTO stage.schema_version VALUES (1, TIMESTAMP '2026-01-05 02:30:00');

CREATE TABLE stage.block (
    document_key BIGINT NOT NULL,
    block BIGINT NOT NULL,
    raw_start BIGINT NOT NULL,
    raw_end BIGINT NOT NULL,
    is_kept BOOLEAN NOT NULL,
    reason VARCHAR NOT NULL,
    rule VARCHAR NOT NULL
);

CREATE TABLE stage.dateline (
    document_key BIGINT NOT NULL,
    place_key BIGINT NOT NULL
);

CREATE TABLE stage.document (
    document_key BIGINT NOT NULL,
    uri VARCHAR NOT NULL,
    content_sha256 VARCHAR NOT NULL,
    format VARCHAR NOT NULL,
    language VARCHAR NOT NULL,
    is_story BOOLEAN NOT NULL,
    title VARCHAR,
    raw VARCHAR NOT NULL,
    body VARCHAR NOT NULL,
    offsets BIGINT[] NOT NULL,
    agency VARCHAR,
    outlet VARCHAR,
    published_date DATE,
    published_date_basis VARCHAR NOT NULL,
    published_date_candidates DATE[] NOT NULL,
    dateline_place VARCHAR,
    dateline_text VARCHAR,
    is_machine_translated BOOLEAN NOT NULL,
    machine_translation_evidence VARCHAR
);

CREATE TABLE stage.duplicate_identity (
    document_key BIGINT NOT NULL,
    canonical_document_key BIGINT NOT NULL,
    because VARCHAR NOT NULL
);

CREATE TABLE stage.event (
    document_key BIGINT NOT NULL,
    event BIGINT NOT NULL,
    name VARCHAR NOT NULL,
    type VARCHAR NOT NULL,
    organization_key BIGINT NOT NULL,
    place_key BIGINT NOT NULL,
    start_date DATE,
    end_date DATE,
    date_precision VARCHAR NOT NULL,
    ordinal BIGINT,
    is_planned BOOLEAN NOT NULL,
    is_main BOOLEAN NOT NULL,
    start_char BIGINT NOT NULL,
    end_char BIGINT NOT NULL,
    raw_start BIGINT NOT NULL,
    raw_end BIGINT NOT NULL
);

CREATE TABLE stage.event_entity (
    event_key BIGINT NOT NULL,
    name VARCHAR NOT NULL,
    type VARCHAR NOT NULL,
    organization_key BIGINT NOT NULL,
    place_key BIGINT NOT NULL,
    start_date DATE,
    end_date DATE,
    date_precision VARCHAR NOT NULL,
    ordinal BIGINT,
    is_planned BOOLEAN NOT NULL
);

CREATE TABLE stage.event_identity (
    document_key BIGINT NOT NULL,
    event BIGINT NOT NULL,
    event_key BIGINT NOT NULL,
    because VARCHAR NOT NULL
);

CREATE TABLE stage.instrument (
    document_key BIGINT NOT NULL,
    instrument_key BIGINT NOT NULL,
    name VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    organization_key BIGINT NOT NULL,
    event BIGINT,
    status VARCHAR NOT NULL,
    start_char BIGINT NOT NULL,
    end_char BIGINT NOT NULL,
    raw_start BIGINT NOT NULL,
    raw_end BIGINT NOT NULL
);

CREATE TABLE stage.mention (
    document_key BIGINT NOT NULL,
    entity_type VARCHAR NOT NULL,
    person BIGINT,
    organization_key BIGINT NOT NULL,
    place_key BIGINT NOT NULL,
    event BIGINT,
    instrument_key BIGINT NOT NULL,
    surface VARCHAR NOT NULL,
    sentence BIGINT NOT NULL,
    start_char BIGINT NOT NULL,
    end_char BIGINT NOT NULL,
    raw_start BIGINT NOT NULL,
    raw_end BIGINT NOT NULL
);

CREATE TABLE stage.office (
    document_key BIGINT NOT NULL,
    person BIGINT NOT NULL,
    office_key BIGINT NOT NULL,
    status VARCHAR NOT NULL,
    start_char BIGINT NOT NULL,
    end_char BIGINT NOT NULL,
    raw_start BIGINT NOT NULL,
    raw_end BIGINT NOT NULL
);

CREATE TABLE stage.office_ref (
    document_key BIGINT NOT NULL,
    office_key BIGINT NOT NULL,
    title VARCHAR NOT NULL,
    organization_key BIGINT NOT NULL,
    country_code VARCHAR,
    rank VARCHAR NOT NULL
);

CREATE TABLE stage.organization (
    document_key BIGINT NOT NULL,
    organization_key BIGINT NOT NULL,
    name VARCHAR NOT NULL,
    acronym VARCHAR,
    kind VARCHAR NOT NULL,
    country_code VARCHAR,
    parent_name VARCHAR
);

CREATE TABLE stage.participation (
    document_key BIGINT NOT NULL,
    event BIGINT NOT NULL,
    person BIGINT NOT NULL,
    office_key BIGINT NOT NULL,
    country_code VARCHAR,
    role VARCHAR NOT NULL
);

CREATE TABLE stage.person (
    document_key BIGINT NOT NULL,
    person BIGINT NOT NULL,
    name VARCHAR NOT NULL,
    given_name VARCHAR,
    family_name VARCHAR,
    country_code VARCHAR
);

CREATE TABLE stage.person_entity (
    person_key BIGINT NOT NULL,
    name VARCHAR NOT NULL,
    family_name VARCHAR,
    given_name VARCHAR,
    country_code VARCHAR
);

CREATE TABLE stage.person_identity (
    document_key BIGINT NOT NULL,
    person BIGINT NOT NULL,
    person_key BIGINT NOT NULL,
    because VARCHAR NOT NULL
);

CREATE TABLE stage.place (
    document_key BIGINT NOT NULL,
    place_key BIGINT NOT NULL,
    name VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    country_code VARCHAR,
    country_name VARCHAR,
    latitude DOUBLE,
    longitude DOUBLE
);

CREATE TABLE stage.quote (
    document_key BIGINT NOT NULL,
    speaker_person BIGINT,
    speaker_organization_key BIGINT NOT NULL,
    speaker_office_key BIGINT NOT NULL,
    speaker_surface VARCHAR,
    event BIGINT,
    cue VARCHAR,
    kind VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    sentence BIGINT NOT NULL,
    start_char BIGINT NOT NULL,
    end_char BIGINT NOT NULL,
    raw_start BIGINT NOT NULL,
    raw_end BIGINT NOT NULL
);

CREATE TABLE stage.source (
    document_key BIGINT NOT NULL,
    source_key BIGINT NOT NULL,
    name VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    country_code VARCHAR,
    domain VARCHAR
);

CREATE TABLE stage.topic (
    document_key BIGINT NOT NULL,
    topic_key BIGINT NOT NULL,
    name VARCHAR NOT NULL,
    parent_name VARCHAR,
    hits BIGINT NOT NULL
);

CREATE TABLE stage.version (
    document_key BIGINT NOT NULL,
    extractor_version VARCHAR NOT NULL,
    run_id VARCHAR NOT NULL,
    staged_at TIMESTAMP NOT NULL,
    fingerprint HUGEINT NOT NULL
);
