-- source_overlap: One row a carrier of a story that several carry; the carrier is the outlet, or the agency where no outlet is known.
-- key: document_key, carrier
-- reads: dim_document, dim_source    params: none
CREATE OR REPLACE VIEW source_overlap AS
SELECT
    original.document_key,
    original.title,
    carried.carrier,
    carried.agency,
    carried.documents,
    carried.first_date,
    date_diff('day', min(carried.first_date) OVER (PARTITION BY original.document_key), carried.first_date)
        AS days_after_first,
    count(*) OVER (PARTITION BY original.document_key) AS carriers
FROM (
    SELECT
        document.canonical_document_key,
        coalesce(outlet.name, agency.name) AS carrier,
        min(agency.name) AS agency,
        count(*) AS documents,
        min(document.published_date) AS first_date
    FROM dim_document AS document
    LEFT JOIN dim_source AS agency ON document.agency_source_key = agency.source_key AND agency.source_key <> 0
    LEFT JOIN dim_source AS outlet ON document.outlet_source_key = outlet.source_key AND outlet.source_key <> 0
    WHERE document.is_story
    GROUP BY document.canonical_document_key, carrier
) AS carried
INNER JOIN dim_document AS original ON carried.canonical_document_key = original.document_key
QUALIFY carriers > 1;

COMMENT ON VIEW source_overlap IS 'One row a carrier of a story that several carry; the carrier is the outlet, or the agency where no outlet is known.';
COMMENT ON COLUMN source_overlap.document_key IS 'The story (story.document_key).';
COMMENT ON COLUMN source_overlap.title IS 'Its headline.';
COMMENT ON COLUMN source_overlap.carrier IS 'Outlet, else agency; NULL where the document names neither.';
COMMENT ON COLUMN source_overlap.agency IS 'Who is credited there; of several the first by name.';
COMMENT ON COLUMN source_overlap.documents IS 'Documents of this carrier.';
COMMENT ON COLUMN source_overlap.first_date IS 'First day of publication there; NULL where it is unknown.';
COMMENT ON COLUMN source_overlap.days_after_first IS 'Days after the first dated document of the story.';
COMMENT ON COLUMN source_overlap.carriers IS 'Carriers of the story.';
