-- dim_date: One row a day that a document or event bears; key 0 is the unknown day.
-- key: date_key    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS dim_date (
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

COMMENT ON TABLE dim_date IS 'One row a day that a document or event bears; key 0 is the unknown day.';
COMMENT ON COLUMN dim_date.date_key IS 'The day as the number yyyymmdd; 0 where it is unknown.';
COMMENT ON COLUMN dim_date.date IS 'The day; NULL in the unknown member only.';
COMMENT ON COLUMN dim_date.year IS 'Calendar year.';
COMMENT ON COLUMN dim_date.quarter IS 'Calendar quarter, 1 to 4.';
COMMENT ON COLUMN dim_date.month IS 'Month, 1 to 12.';
COMMENT ON COLUMN dim_date.month_name IS 'English name of the month.';
COMMENT ON COLUMN dim_date.iso_year IS 'Year that the ISO 8601 week belongs to.';
COMMENT ON COLUMN dim_date.iso_week IS 'ISO 8601 week, 1 to 53.';
COMMENT ON COLUMN dim_date.day IS 'Day of the month, 1 to 31.';
COMMENT ON COLUMN dim_date.weekday_name IS 'English name of the weekday.';
COMMENT ON COLUMN dim_date.is_weekend IS 'Saturday or Sunday.';
