-- The device key (device_key.id) by which a kiosk's page was opened; empty where a person made the code. What it opened is over with it.
alter table one_time_code add column by_key text;
alter table session add column by_key text;
