-- A hash over all rows of one table, for which every one of its blocks is read: a damaged one is found.
-- key: none    reads: held    params: none
SELECT bit_xor(hash(held)) AS row_hashes
FROM held;
