-- stage.person_name: One row a name of people: what its comparison begins with.
-- key: name    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS stage.person_name (
    name VARCHAR NOT NULL,
    latin VARCHAR NOT NULL,
    folded VARCHAR NOT NULL,
    block VARCHAR NOT NULL,
    is_bare BOOLEAN NOT NULL,
    made_by VARCHAR NOT NULL
);

COMMENT ON TABLE stage.person_name IS 'One row a name of people: what its comparison begins with.';
COMMENT ON COLUMN stage.person_name.name IS 'Name as a document gives it.';
COMMENT ON COLUMN stage.person_name.latin IS 'The name in Latin letters.';
COMMENT ON COLUMN stage.person_name.folded IS 'The same in plain small letters, as corrections look for it.';
COMMENT ON COLUMN stage.person_name.block IS 'The block of like surnames in which it is compared.';
COMMENT ON COLUMN stage.person_name.is_bare IS 'A surname and nothing else.';
COMMENT ON COLUMN stage.person_name.made_by IS 'Digest of the resolver that took the name apart; by another one it is taken apart anew.';
