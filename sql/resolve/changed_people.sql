-- People who are somebody else than before, or are new.
-- key: document_key, person    reads: changed_person    params: none
FROM changed_person;
