-- A device key is a pair of which only the public half lies here. Whoever enrolled with a token enrols anew.
drop table device_key;

create table device_key (
  id text primary key,             -- the thumbprint of the JWK (RFC 7638)
  number bigint generated always as identity,
  kiosk text not null references kiosk,
  x text not null,
  y text not null,
  audience text not null,          -- the origin at which it enrolled
  counter bigint not null,         -- of the last connection
  start text,                      -- the run of the daemon that made it
  enrolled_at bigint not null,
  revoked_at bigint,
  revoked_why text check (revoked_why in ('ENROLLED_ANEW', 'BY_HALL', 'CLONED')),
  check ((revoked_at is null) = (revoked_why is null))
);

create unique index device_key_in_force on device_key (kiosk) where revoked_at is null;
