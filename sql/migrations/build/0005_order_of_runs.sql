-- meta.run: runs get numbers, since clocks are set back, and tell what SQL and resolver made the star. Runs before had none.
-- key: run_id    reads: nothing    params: none
ALTER TABLE IF EXISTS meta.run ADD COLUMN IF NOT EXISTS number INTEGER;
ALTER TABLE IF EXISTS meta.run ADD COLUMN IF NOT EXISTS made_by VARCHAR;
