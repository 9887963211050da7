-- Events that are not as they were.
-- key: event_key    reads: changed_event    params: none
FROM changed_event;
