-- What hall managers ordered of kiosks: an order that comes again has no second effect, however late.
create table kiosk_order (
  manager text not null,
  op_id text not null,
  order_json text not null,        -- a FromHall.OnKiosk
  at bigint not null,
  primary key (manager, op_id)
);
