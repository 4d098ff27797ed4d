-- Whether its matter, which is over, was seen to have a use for it. Until then it is looked at now and then, and deleted where not.
alter table blob add column settled boolean not null default false;
create index blob_unsettled on blob (room) where not settled;
