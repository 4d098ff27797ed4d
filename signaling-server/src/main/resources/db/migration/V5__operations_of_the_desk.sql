-- The desk remembers the operations of a day and is the only writer of its stream. An operation id that comes again years later is
-- a new operation there; a room remembers all of its own.
drop index entry_operation;
create unique index entry_operation on entry (stream, author, op_id) where op_id is not null and stream <> 'desk';
create index entry_operation_of_the_desk on entry (at) where op_id is not null and stream = 'desk';
