-- Events that most agencies reported, and which of them was first.
-- key: event_key    reads: meeting, fact_event_report, dim_document, dim_source    params: none
SELECT
    meeting.start_date,
    meeting.name,
    meeting.place,
    len(meeting.agencies) AS agencies,
    meeting.stories,
    (
        min({'day': document.published_date, 'agency': agency.name})
            FILTER (document.published_date IS NOT NULL)
    ).agency AS first_agency,
    min(document.published_date) AS first_on,
    meeting.event_key
FROM meeting
INNER JOIN fact_event_report AS report USING (event_key)
INNER JOIN dim_document AS document USING (document_key)
INNER JOIN dim_source AS agency ON report.source_key = agency.source_key AND agency.source_key <> 0
GROUP BY
    meeting.event_key,
    meeting.start_date,
    meeting.name,
    meeting.place,
    meeting.agencies,
    meeting.stories
ORDER BY agencies DESC, meeting.stories DESC, meeting.start_date DESC NULLS LAST, meeting.event_key
LIMIT 50;
