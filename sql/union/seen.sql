-- When the content that holds at each URI of this warehouse was first seen there (UTC).
-- key: uri    reads: meta.document_version    params: none
FROM content_seen('meta.document_version');
