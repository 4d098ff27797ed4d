-- What follows from the journal, written in the transaction that appends the event.

create table room (
    id            text   primary key references stream,
    item          text   not null,
    kiosk         text   not null references kiosk,
    browser_start text   not null,
    near_centre   text   not null references centre,
    owner_centre  text   not null references centre,
    state         text   not null check (state in ('OPEN', 'FILED', 'ENDED')),
    opened_at     bigint not null
);
-- One matter at a time at a kiosk.
create unique index room_at_kiosk on room (kiosk) where state <> 'ENDED';

create table call (
    id           text    primary key,
    room         text    not null references room,
    kiosk        text    not null references kiosk,
    near_centre  text    not null references centre,
    owner_centre text    not null references centre,
    open         boolean not null,
    body         text    not null
);
create index call_open on call (id) where open;

create table clerk_duty (
    clerk text    primary key references clerk,
    ready boolean not null,
    since bigint  not null
);

create table case_counter (
    owner_centre text   not null references centre,
    day          text   not null,
    drawn        int    not null,
    primary key (owner_centre, day)
);

create table case_file (
    case_no       text   primary key,
    room          text   not null unique references room,
    item          text   not null,
    near_centre   text   not null references centre,
    owner_centre  text   not null references centre,
    filed_at      bigint not null,
    state         text   not null check (state in ('RECEIVED')),
    form_hash     text   not null,
    progress_hash bytea  not null unique
);
