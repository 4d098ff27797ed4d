-- How a hall wants a kiosk to stand, and how its last self-test went. A kiosk without a row is in use and says nothing.
create table kiosk_standing (
  kiosk text primary key references kiosk,
  out_of_order boolean not null,
  out_of_order_message text,
  message text,
  self_test text                   -- a SelfTest in JSON
);
