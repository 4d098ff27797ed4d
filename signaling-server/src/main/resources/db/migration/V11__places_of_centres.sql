-- How one gets to a centre, as JSON of CentrePlace; null where nobody has entered it.
alter table centre add column place jsonb;
