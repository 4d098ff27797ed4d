-- One append-only journal for rooms and the desk. A stream has one owner at a time: the node whose number stands in fence.

create table node (
    one   boolean primary key default true check (one),
    fence bigint not null
);
insert into node (fence) values (0);

create table stream (
    id           text   primary key,
    fence        bigint not null,
    near_centre  text,
    owner_centre text,
    key_id       bigint not null,
    wrapped_key  bytea            -- null: erased; the bodies of this stream can never be read again
);

create table entry (
    stream   text   not null references stream,
    seq      bigint not null,
    at       bigint not null,     -- milliseconds since 1970, as it was hashed
    author   text   not null,     -- ROLE:id
    op_id    text,
    op_hash  bytea,
    type     text   not null,
    version  int    not null,
    previous bytea  not null,
    hash     bytea  not null,     -- SHA-256(previous || header || SHA-256(salt || body))
    sealed   bytea  not null,     -- SHA-256(salt || body): the chain verifies without the body
    primary key (stream, seq)
);
create unique index entry_operation on entry (stream, author, op_id) where op_id is not null;

-- Bodies apart, so that one can be erased and the chain still verifies.
create table entry_body (
    stream text   not null,
    seq    bigint not null,
    body   bytea  not null,       -- salt || body, encrypted with the stream's key
    primary key (stream, seq),
    foreign key (stream, seq) references entry
);
