-- Every item package that was ever in force. A room keeps the one it was opened with, so none is ever removed or changed.
create table item_package (
    hash    text   primary key,
    item    text   not null,
    version bigint not null,
    body    text   not null
);

-- When it came into force, where, and by whose hand; the last row of a centre and item counts. manager is null where the package
-- came with the program or from a folder that the operator named.
create table item_in_force (
    id      bigint generated always as identity primary key,
    centre  text   not null,
    item    text   not null,
    hash    text   not null references item_package,
    since   bigint not null,
    manager text   references hall_manager
);
create index item_in_force_at on item_in_force (centre, item, id);
