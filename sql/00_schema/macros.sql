-- Macros of the loading connection; they are temporary and do not reach the published file.
-- key: none    reads: nothing    params: none

-- yyyymmdd, 0 for an unknown day
CREATE OR REPLACE TEMP MACRO date_key(day) AS
    coalesce(year(day) * 10000 + month(day) * 100 + day(day), 0)::INTEGER;

-- The keys of `dateline/ids.py`: chr(31) stands between the parts of a natural key. No part may be NULL; a name that is, has none.
CREATE OR REPLACE TEMP MACRO source_key(name) AS natural_key(encode('source' || chr(31) || name));

CREATE OR REPLACE TEMP MACRO organization_key(name) AS natural_key(encode('organization' || chr(31) || name));

CREATE OR REPLACE TEMP MACRO topic_key(name) AS natural_key(encode('topic' || chr(31) || name));

CREATE OR REPLACE TEMP MACRO quote_key(document_key, start_char, end_char) AS
    natural_key(encode(concat_ws(chr(31), 'quote', document_key, start_char, end_char)));

-- A mention's entity takes part by its place in the document, not by what resolution says: -1 where it has none.
CREATE OR REPLACE TEMP MACRO mention_key(
    document_key, entity_type, start_char, end_char, person, event, organization_key, place_key, instrument_key
) AS natural_key(encode(concat_ws(
    chr(31),
    'mention',
    document_key,
    entity_type,
    start_char,
    end_char,
    CASE entity_type
        WHEN 'person' THEN coalesce(person, -1)
        WHEN 'event' THEN coalesce(event, -1)
        WHEN 'organization' THEN organization_key
        WHEN 'place' THEN place_key
        ELSE instrument_key
    END
)));

-- Runs without white space, Unicode's spaces included. Where there are only spaces and line ends, as nearly everywhere, texts are
-- split, since an expression that finds each run takes four times as long.
CREATE OR REPLACE TEMP MACRO word_count(text) AS
    CASE
        WHEN regexp_matches(text, '[\t\f\r]|[^\P{Z} ]') THEN len(regexp_extract_all(text, '[^\s\p{Z}]+'))
        ELSE len(list_filter(string_split(replace(text, chr(10), ' '), ' '), lambda word: word <> ''))
    END;

-- The value that most rows give, of equals the first in order, NULLs aside: no matter in which order rows come.
CREATE OR REPLACE TEMP MACRO most_common(x) AS (
    list_sort(list_transform(map_entries(histogram(x)), lambda e: {'rank': -e.value::BIGINT, 'given': e.key}))[1].given
);
