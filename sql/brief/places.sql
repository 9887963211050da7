-- Places that the night's stories name, and how many stories do; near-copies count once.
-- key: place_key    reads: new_story, dim_place, fact_mention    params: $most
SELECT
    place.place_key,
    place.name,
    place.kind,
    place.country_code,
    place.country_name,
    place.latitude,
    place.longitude,
    count(DISTINCT mention.document_key) AS stories
FROM new_story AS story
INNER JOIN fact_mention AS mention USING (document_key)
INNER JOIN dim_place AS place USING (place_key)
WHERE mention.place_key <> 0
GROUP BY place.place_key, place.name, place.kind, place.country_code, place.country_name, place.latitude, place.longitude
ORDER BY stories DESC, place.name, place.place_key
LIMIT $most;
