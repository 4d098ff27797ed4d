-- Names this database at media servers that others use too.
create table installation (
    id text primary key
);
insert into installation (id) values (gen_random_uuid()::text);

-- What a restarted server must know to adopt the media of a call; see StoredPassage.
create table relayed_call (
    call text primary key references call,
    body text not null
);
