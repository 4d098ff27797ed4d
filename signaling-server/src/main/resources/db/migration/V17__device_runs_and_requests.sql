-- The run of the daemon before the last one, and with which counter and when the last one began: a connection of the run before that
-- arrives late is no copy, and one that goes on is.
alter table device_key
  add column began_with bigint not null default 0,
  add column began_at bigint not null default 0,
  add column previous text;

-- The signed requests that were made and could still be made again. They are kept over a restart.
create table device_request (
  key text not null,
  number text not null,
  until bigint not null,
  primary key (key, number)
);
create index device_request_until on device_request (until);
