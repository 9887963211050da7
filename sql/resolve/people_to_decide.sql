-- person_evidence: each person of a document with the offices that the document gives to that person.
-- present_block: the blocks of like surnames, with a fingerprint of all evidence in them.
-- touched_block: blocks whose evidence is not what was decided on, and those of which a correction speaks.
-- person_variant: people of these blocks of whom documents say the very same; bare surnames stand for themselves.
-- key: document_key, person; block; number
-- reads: stage.person, stage.office, stage.office_ref, stage.person_name, stage.person_block
-- params: $marked (folded names that corrections speak of), $corrections (what they say), $given (blocks of the names
--      that corrections give: a bearer of such a name may be there already)
CREATE OR REPLACE TEMP TABLE person_evidence AS
WITH held AS (
    SELECT
        document_key,
        person,
        list_sort(list(DISTINCT {
            'title': title, 'country_code': country_code, 'organization_key': organization_key
        })) AS offices
    FROM stage.office
    INNER JOIN (SELECT DISTINCT office_key, title, country_code, organization_key FROM stage.office_ref) USING (office_key)
    GROUP BY document_key, person
)

SELECT
    person.document_key,
    person.person,
    person.name,
    person.given_name,
    person.family_name,
    person.country_code,
    held.offices,
    person_name.latin,
    person_name.block,
    person_name.is_bare,
    list_contains($marked::VARCHAR[], person_name.folded) AS is_marked
FROM stage.person
INNER JOIN stage.person_name USING (name)
LEFT JOIN held USING (document_key, person);

CREATE OR REPLACE TEMP TABLE present_block AS
SELECT
    block,
    sum(hash(document_key, person, name, given_name, family_name, country_code, offices)::HUGEINT)
    + hash(if(bool_or(is_marked), $corrections, NULL))::HUGEINT AS fingerprint,
    bool_or(is_marked) AS is_marked
FROM person_evidence
GROUP BY block;

CREATE OR REPLACE TEMP TABLE touched_block AS
SELECT block
FROM present_block
ANTI JOIN stage.person_block USING (block, fingerprint)
UNION
SELECT block
FROM present_block
WHERE is_marked OR list_contains($given::VARCHAR[], block);

CREATE OR REPLACE TEMP TABLE person_variant AS
WITH touched AS (
    FROM person_evidence SEMI JOIN touched_block USING (block)
),

beside AS (
    SELECT document_key, latin
    FROM touched
    GROUP BY document_key, latin
    HAVING count(*) > 1
)

SELECT
    row_number() OVER () AS number,
    touched.name,
    touched.given_name,
    touched.family_name,
    touched.country_code,
    touched.offices,
    min({'document_key': touched.document_key, 'person': touched.person}) AS earliest,
    count(*) AS people,
    count(*) FILTER (WHERE beside.latin IS NULL) AS alone,
    list(DISTINCT touched.document_key) FILTER (WHERE beside.latin IS NOT NULL) AS beside,
    list({'document_key': touched.document_key, 'person': touched.person}) AS bearers
FROM touched
LEFT JOIN beside ON touched.document_key = beside.document_key AND touched.latin = beside.latin
GROUP BY
    touched.name, touched.given_name, touched.family_name, touched.country_code, touched.offices,
    if(is_bare OR is_marked, touched.document_key, NULL), if(is_bare OR is_marked, touched.person, NULL);
