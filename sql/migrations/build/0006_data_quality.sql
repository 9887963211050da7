-- meta.run, meta.validation: tell where and why a run broke off, and what each rule expects, of which layer. Runs before did
-- not. The files of 00_schema make meta.failed_row.
-- key: none    reads: nothing    params: none
ALTER TABLE IF EXISTS meta.run ADD COLUMN IF NOT EXISTS failed_stage VARCHAR;
ALTER TABLE IF EXISTS meta.run ADD COLUMN IF NOT EXISTS cause VARCHAR;
ALTER TABLE IF EXISTS meta.validation ADD COLUMN IF NOT EXISTS layer VARCHAR;
ALTER TABLE IF EXISTS meta.validation ADD COLUMN IF NOT EXISTS expected VARCHAR;
