-- One row an utterance, with the keys of whoever says it.
SELECT
    quote.document_key,
    quote.text,
    quote.kind,
    quote.speaker_person_key AS person_key,
    quote.speaker_organization_key AS organization_key,
    coalesce(person.name, body.name, office.title, quote.speaker_surface) AS speaker
FROM fact_quote AS quote
LEFT JOIN dim_person AS person ON quote.speaker_person_key = person.person_key AND person.person_key <> 0
LEFT JOIN dim_organization AS body
    ON quote.speaker_organization_key = body.organization_key AND body.organization_key <> 0
LEFT JOIN dim_office AS office ON quote.speaker_office_key = office.office_key AND office.office_key <> 0
ORDER BY quote.document_key, quote.start_char, quote.end_char;
