-- Who and what there is, and who may come in. Every time is in milliseconds since 1970 (UTC), but the hours of a centre,
-- which are those of a clock on its wall (Asia/Shanghai). Secrets lie here as hashes only.

-- The codes of a centre's helpers are looked up by their hash, so they share a salt.
alter table centre add column helper_salt bytea not null default uuid_send(gen_random_uuid());

-- weekday 1 is Monday. closes 00:00 is the end of the day; no row: closed all day.
create table opening_hours (
  centre text not null references centre,
  weekday int not null check (weekday between 1 and 7),
  opens time not null,
  closes time not null check (closes > opens or closes = time '00:00'),
  primary key (centre, weekday, opens)
);

create table kiosk (
  id text primary key,
  centre text not null references centre,
  name_zh text not null,
  name_en text not null
);

create table clerk (
  id text primary key,
  centre text not null references centre,
  account text not null unique,
  password_hash text not null,
  name text not null,
  staff_no text not null,
  unit_zh text not null,
  unit_en text not null,
  unique (id, centre)
);

create table hall_manager (
  id text primary key,
  centre text not null references centre,
  account text not null unique,
  password_hash text not null,
  name text not null
);

create table helper (
  id text primary key,
  centre text not null references centre,
  name text not null,
  code_hash bytea not null,
  unique (centre, code_hash)
);

create table service_window (
  id text primary key,
  centre text not null references centre,
  name_zh text not null,
  name_en text not null,
  unique (id, centre)
);

create table window_item (
  service_window text not null references service_window,
  item text not null,
  primary key (service_window, item)
);

-- The centre is here twice over so that a clerk cannot be put on another centre's window.
create table clerk_assignment (
  clerk text not null,
  service_window text not null,
  centre text not null,
  primary key (clerk, service_window),
  foreign key (clerk, centre) references clerk (id, centre),
  foreign key (service_window, centre) references service_window (id, centre)
);

create table session (
  token_hash bytea primary key,
  door text not null check (door in ('KIOSK', 'CLERK', 'HALL')),
  subject text not null,
  centre text not null references centre,
  browser_start text,
  created_at bigint not null,
  expires_at bigint not null,
  check ((door = 'KIOSK') = (browser_start is not null))
);

create index session_subject on session (door, subject);

create table one_time_code (
  code_hash bytea primary key,
  purpose text not null check (purpose in ('LAUNCH', 'ENROL')),
  kiosk text not null references kiosk,
  expires_at bigint not null,
  used_at bigint
);

create table device_key (
  token_hash bytea primary key,
  kiosk text not null references kiosk,
  enrolled_at bigint not null,
  revoked_at bigint
);

create index device_key_kiosk on device_key (kiosk);

-- Which demo sign-ins (a file in the data folder) this database was loaded with; empty without the demo cities.
create table demo_sign_ins (
  file_hash bytea primary key
);
