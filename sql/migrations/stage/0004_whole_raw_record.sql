-- stage.document: gets the rest of the raw record, from which `dateline backfill` reads a document again. Rows staged before
-- have none of it until the landing zone brings their documents anew.
-- key: document_key    reads: nothing    params: none
ALTER TABLE IF EXISTS stage.document ADD COLUMN IF NOT EXISTS encoding VARCHAR;
ALTER TABLE IF EXISTS stage.document ADD COLUMN IF NOT EXISTS stated_title VARCHAR;
ALTER TABLE IF EXISTS stage.document ADD COLUMN IF NOT EXISTS stated_published VARCHAR;
ALTER TABLE IF EXISTS stage.document ADD COLUMN IF NOT EXISTS stated_url VARCHAR;
