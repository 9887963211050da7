-- Who said what: quotes of the night's stories whose speaker is known, at most $each of a story, the most carried first.
-- key: quote_key
-- reads: new_story, new_document, fact_quote, fact_office, dim_document, dim_source, dim_person, dim_organization,
-- dim_office, dim_event
-- params: $most, $each, $longest (characters of a quote)
WITH said AS (
    SELECT
        quote.quote_key,
        quote.document_key,
        story.documents,
        row_number() OVER (
            PARTITION BY quote.document_key
            ORDER BY quote.kind = 'indirect', quote.speaker_person_key = 0, quote.words < 8, quote.start_char
        ) AS place_in_story
    FROM fact_quote AS quote
    INNER JOIN new_story AS story USING (document_key)
    INNER JOIN new_document USING (document_key)
    WHERE quote.speaker_person_key <> 0 OR quote.speaker_organization_key <> 0 OR quote.speaker_office_key <> 0
    QUALIFY place_in_story <= $each
),

chosen AS (
    SELECT said.*
    FROM said
    INNER JOIN dim_document AS document USING (document_key)
    ORDER BY
        said.documents DESC,
        document.published_date DESC NULLS LAST,
        document.uri,
        said.place_in_story
    LIMIT $most
)

SELECT
    quote.quote_key,
    coalesce(person.name, organization.name, office.title) AS speaker,
    coalesce(office.title, held.title) AS office,
    coalesce(office.country_code, held.country_code, person.country_code) AS country_code,
    quote.kind,
    left(quote.text, $longest) AS text,
    length(quote.text) > $longest AS is_cut,
    document.language,
    agency.name AS agency,
    document.published_date,
    left(coalesce(document.title, document.uri), 200) AS title,
    event.name AS event,
    chosen.documents
FROM chosen
INNER JOIN fact_quote AS quote ON chosen.quote_key = quote.quote_key
INNER JOIN dim_document AS document ON chosen.document_key = document.document_key
LEFT JOIN dim_source AS agency ON document.agency_source_key = agency.source_key AND agency.source_key <> 0
LEFT JOIN dim_person AS person ON quote.speaker_person_key = person.person_key AND person.person_key <> 0
LEFT JOIN dim_organization AS organization
    ON quote.speaker_organization_key = organization.organization_key AND organization.organization_key <> 0
LEFT JOIN dim_office AS office ON quote.speaker_office_key = office.office_key AND office.office_key <> 0
LEFT JOIN (
    SELECT fact.document_key, fact.person_key, held_office.title, held_office.country_code
    FROM fact_office AS fact
    INNER JOIN (SELECT DISTINCT document_key FROM chosen) AS told USING (document_key)
    INNER JOIN dim_office AS held_office USING (office_key)
    WHERE fact.status <> 'former' AND fact.person_key <> 0 AND fact.office_key <> 0
    QUALIFY row_number() OVER (
        PARTITION BY fact.document_key, fact.person_key ORDER BY fact.start_char, fact.end_char, fact.office_key
    ) = 1
) AS held ON quote.document_key = held.document_key AND quote.speaker_person_key = held.person_key
LEFT JOIN dim_event AS event ON quote.event_key = event.event_key AND event.event_key <> 0
ORDER BY
    chosen.documents DESC, document.published_date DESC NULLS LAST, document.uri, chosen.place_in_story;
