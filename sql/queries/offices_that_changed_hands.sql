-- Offices that changed hands: those with more than one holder, in the order in which the holders were seen.
-- key: office_key, person    reads: office_history    params: none
SELECT
    office,
    organization,
    country_code,
    person,
    first_seen,
    last_seen,
    first_seen_former AS first_seen_out,
    latest_status,
    stories
FROM office_history
QUALIFY count(*) OVER (PARTITION BY office_key) > 1
ORDER BY office, country_code, organization, first_seen NULLS FIRST, person;
