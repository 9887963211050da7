-- stage.person_name: names that have been parsed.
-- key: name    reads: incoming (a registered frame)    params: $made_by
INSERT INTO stage.person_name BY NAME
SELECT name, latin, folded, block, is_bare, $made_by AS made_by
FROM incoming;
