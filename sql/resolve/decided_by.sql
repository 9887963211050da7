-- What decided who and what is the same; no row where nothing has been decided.
-- key: made_by    reads: stage.person_name    params: none
SELECT DISTINCT made_by
FROM stage.person_name;
