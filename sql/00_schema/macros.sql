-- Macros of the loading connection; they are temporary and do not reach the published file.
-- key: none    reads: nothing    params: none

-- yyyymmdd, 0 for an unknown day
CREATE OR REPLACE TEMP MACRO date_key(day) AS
    coalesce(year(day) * 10000 + month(day) * 100 + day(day), 0)::INTEGER;

-- runs without white space, Unicode's spaces included
CREATE OR REPLACE TEMP MACRO word_count(text) AS
    len(regexp_extract_all(text, '[^\s\p{Z}]+'));

-- The value that most rows give, of equals the first in order, NULLs aside: no matter in which order rows come.
CREATE OR REPLACE TEMP MACRO most_common(x) AS (
    list_sort(list_transform(map_entries(histogram(x)), lambda e: {'rank': -e.value::BIGINT, 'given': e.key}))[1].given
);
