-- What has to be decided anew of people.
-- key: number    reads: person_variant    params: none
SELECT number, name, given_name, family_name, country_code, offices, earliest, people, alone, beside
FROM person_variant
ORDER BY number;
