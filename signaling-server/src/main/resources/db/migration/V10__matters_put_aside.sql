-- A matter that was put aside: nobody sits at it until its applicant comes back with the code.
alter table room drop constraint room_state_check;
alter table room add constraint room_state_check check (state in ('OPEN', 'ASIDE', 'FILED', 'ENDED'));
alter table room add column aside_since bigint;
alter table room add column aside_until bigint;
alter table room add column aside_clerk text references clerk;
drop index room_at_kiosk;
create unique index room_at_kiosk on room (kiosk) where state in ('OPEN', 'FILED');
create index room_aside on room (aside_until) where state = 'ASIDE';

-- One a matter; the hash can be made only with the journal's key. tries counts the wrong ones.
create table resume_code (
    room       text   primary key references room,
    code_hash  bytea  not null unique,
    expires_at bigint not null,
    tries      int    not null
);
