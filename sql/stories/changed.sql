-- Stories of which it is not as it was what they are copies of.
-- key: document_key    reads: changed_story    params: none
FROM changed_story;
