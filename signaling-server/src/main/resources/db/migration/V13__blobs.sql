-- What is stored of a matter beside its journal: the bytes lie in the blob store, encrypted, under the same two names.
-- A row is written when the bytes are durable and deleted before they are.
create table blob (
    id           text   primary key,
    room         text   not null references room,
    near_centre  text   not null references centre,
    owner_centre text   not null references centre,
    media_type   text   not null check (media_type in ('image/jpeg', 'image/png', 'application/pdf')),
    bytes        bigint not null,
    sha256       text   not null,
    faults       text   not null,
    made_by      text   not null,
    made_at      bigint not null
);
create index blob_of_room on blob (room);

-- A page on its way in. received counts what is durable; a page that is complete has a blob or a refusal.
create table upload (
    id         text   primary key,
    room       text   not null references room,
    command    text,
    media_type text   not null,
    length     bigint not null,
    sha256     text,
    received   bigint not null,
    blob       text   references blob on delete cascade,
    refusal    text,
    made_by    text   not null,
    expires_at bigint not null
);
create index upload_of_room on upload (room);
