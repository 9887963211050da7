-- Digest of the rows of one table, whatever their order: their number, the exclusive or of their MD5 sums, and the sum
-- of the halves of these, which tells twice the same row from none.
-- key: none    reads: digested    params: none
SELECT md5(concat_ws(' ', count(*), bit_xor(row_md5), sum((row_md5 & 18446744073709551615)::UBIGINT))) AS digest
FROM (
    SELECT md5_number(to_json(digested)::VARCHAR) AS row_md5
    FROM digested
);
