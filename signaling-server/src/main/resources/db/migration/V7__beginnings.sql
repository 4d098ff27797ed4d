-- Finds the room that an operation opened, also once it is over.
create index entry_beginning on entry (op_id) where seq = 1;
