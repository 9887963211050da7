-- The schema version that the stage has.
-- key: none    reads: stage.schema_version    params: none
SELECT max(version) AS stage_version FROM stage.schema_version;
