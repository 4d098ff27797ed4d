-- Whose case it is, where their identity card was read: a name made from the card's number with the journal's key, and of no use
-- to anybody without it.
alter table case_file add column person bytea;
create index case_file_of_person on case_file (person, filed_at) where person is not null;
