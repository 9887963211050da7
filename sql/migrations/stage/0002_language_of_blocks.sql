-- stage.block: gets the language of each block. Rows staged before have none until their documents are read anew.
-- key: document_key, block    reads: nothing    params: none
ALTER TABLE IF EXISTS stage.block ADD COLUMN IF NOT EXISTS language VARCHAR;
