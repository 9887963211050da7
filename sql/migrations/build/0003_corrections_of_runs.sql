-- meta.run: tells by which corrections of an operator a run resolved. Runs before had none.
-- key: run_id    reads: nothing    params: none
ALTER TABLE IF EXISTS meta.run ADD COLUMN IF NOT EXISTS corrections VARCHAR;
