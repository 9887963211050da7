-- Events that most agencies reported, and which of them were first.
-- key: event_key    reads: meeting, fact_event_report, dim_document, dim_source    params: none
WITH reports AS (
    SELECT
        report.event_key,
        agency.name AS agency,
        document.published_date AS reported_on,
        min(document.published_date) OVER (PARTITION BY report.event_key) AS first_on
    FROM fact_event_report AS report
    INNER JOIN dim_document AS document USING (document_key)
    INNER JOIN dim_source AS agency ON report.source_key = agency.source_key AND agency.source_key <> 0
)

SELECT
    meeting.start_date,
    meeting.name,
    meeting.place,
    len(meeting.agencies) AS agencies,
    meeting.stories,
    reports.first_on,
    list_sort(list_distinct(list(reports.agency))) AS first_agencies,
    meeting.event_key
FROM meeting
INNER JOIN reports ON meeting.event_key = reports.event_key AND reports.reported_on = reports.first_on
GROUP BY
    meeting.event_key,
    meeting.start_date,
    meeting.name,
    meeting.place,
    meeting.agencies,
    meeting.stories,
    reports.first_on
ORDER BY agencies DESC, meeting.stories DESC, meeting.start_date DESC NULLS LAST, meeting.event_key
LIMIT 50;
