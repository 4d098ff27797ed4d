-- A service centre (政务服务中心): it has kiosks, windows, or both.
create table centre (
  id text primary key,
  name_zh text not null,
  name_en text not null,
  region_zh text not null,
  region_en text not null
);
