-- stage.person_block: One row a block of like surnames that has been decided.
-- key: block    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS stage.person_block (
    block VARCHAR NOT NULL,
    fingerprint HUGEINT NOT NULL
);

COMMENT ON TABLE stage.person_block IS 'One row a block of like surnames that has been decided.';
COMMENT ON COLUMN stage.person_block.block IS 'The block.';
COMMENT ON COLUMN stage.person_block.fingerprint IS 'Hash of all that it was decided on: evidence, resolver, corrections; where it is another, the block is decided anew.';
