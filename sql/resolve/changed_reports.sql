-- Reports that are about another event than before, or are new.
-- key: document_key, event    reads: changed_report    params: none
FROM changed_report;
