-- What documents say of places.
-- key: none    reads: stage.place    params: none
SELECT DISTINCT place_key, country_code, kind, name
FROM stage.place;
