-- What came of the restart that was ordered last.
alter table kiosk_standing add column restart text; -- a KioskRestart in JSON
