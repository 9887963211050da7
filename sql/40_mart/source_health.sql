-- source_health: One row a source and week: what came in, what was left after cleaning, what was set aside.
-- key: source, week
-- reads: dim_document, dim_source, fact_publication, meta.quarantine    params: none
CREATE OR REPLACE VIEW source_health AS
SELECT
    source,
    week,
    sum(documents)::BIGINT AS documents,
    sum(stories)::BIGINT AS stories,
    round(sum(body_chars) / nullif(sum(raw_chars), 0), 3) AS share_kept,
    sum(undated)::BIGINT AS undated,
    sum(quotes)::BIGINT AS quotes,
    sum(mentions)::BIGINT AS mentions,
    sum(quarantined)::BIGINT AS quarantined
FROM (
    SELECT
        coalesce(agency.name, outlet.name, 'unknown') AS source,
        date_trunc('week', coalesce(document.published_date, document.loaded_at::DATE))::DATE AS week,
        1 AS documents,
        document.is_story::INTEGER AS stories,
        if(document.is_story, document.body_chars, 0) AS body_chars,
        if(document.is_story, document.raw_chars, 0) AS raw_chars,
        (document.is_story AND document.published_date IS NULL)::INTEGER AS undated,
        publication.quotes,
        publication.mentions,
        0 AS quarantined
    FROM dim_document AS document
    INNER JOIN fact_publication AS publication USING (document_key)
    LEFT JOIN dim_source AS agency ON document.agency_source_key = agency.source_key AND agency.source_key <> 0
    LEFT JOIN dim_source AS outlet ON document.outlet_source_key = outlet.source_key AND outlet.source_key <> 0
    UNION ALL BY NAME
    SELECT
        coalesce(agency.name, outlet.name, 'unknown') AS source,
        date_trunc('week', quarantine."at")::DATE AS week,
        0 AS documents,
        0 AS stories,
        0 AS undated,
        0 AS quotes,
        0 AS mentions,
        1 AS quarantined
    FROM meta.quarantine AS quarantine
    LEFT JOIN dim_document AS document USING (uri)
    LEFT JOIN dim_source AS agency ON document.agency_source_key = agency.source_key AND agency.source_key <> 0
    LEFT JOIN dim_source AS outlet ON document.outlet_source_key = outlet.source_key AND outlet.source_key <> 0
)
GROUP BY source, week;

COMMENT ON VIEW source_health IS 'One row a source and week: what came in, what was left after cleaning, what was set aside.';
COMMENT ON COLUMN source_health.source IS 'Agency, else outlet; unknown where the document names neither or could not be read.';
COMMENT ON COLUMN source_health.week IS 'Monday of the week of publication, or of loading where the date is unknown; for records set aside, of that day.';
COMMENT ON COLUMN source_health.documents IS 'Documents that are in the warehouse.';
COMMENT ON COLUMN source_health.stories IS 'Of these, stories.';
COMMENT ON COLUMN source_health.share_kept IS 'Characters of the bodies of stories over those of their raw texts.';
COMMENT ON COLUMN source_health.undated IS 'Stories without a day of publication.';
COMMENT ON COLUMN source_health.quotes IS 'Attributed utterances.';
COMMENT ON COLUMN source_health.mentions IS 'Mentions of entities.';
COMMENT ON COLUMN source_health.quarantined IS 'Records set aside, as often as that happened.';
