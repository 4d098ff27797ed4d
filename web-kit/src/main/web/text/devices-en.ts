import type { devicesZh } from "./devices-zh.ts";

export const devicesEn: Record<keyof typeof devicesZh, string> = {
  "device.READ_CARD": "ID card reader",
  "device.SCAN": "scanner",
  "device.PRINT": "printer",
  "device.CAPTURE": "document camera",
  "device.SIGN": "signature pad",

  "picture.DARK": "dark, may need another one",
  "picture.BLURRED": "blurred, may need another one",
  "picture.GLARE": "glare, may need another one",

  "condition.UNKNOWN": "state not known yet",
  "condition.OK": "ready",
  "condition.WARNING": "works, needs a look",
  "condition.FAULT": "does not work",
  "condition.BUSY": "in use",
  "condition.DISABLED": "switched off by the hall",

  "trouble.MEDIA_LOW": "paper is low",
  "trouble.MEDIA_EMPTY": "out of paper",
  "trouble.MEDIA_JAM": "paper jam",
  "trouble.COVER_OPEN": "cover open",
  "trouble.TONER_LOW": "toner is low",
  "trouble.TONER_EMPTY": "out of toner",
  "trouble.OUTPUT_FULL": "output tray full",
  "trouble.NO_DOCUMENT": "no paper laid in",
  "trouble.NO_CARD": "no card laid down",
  "trouble.CARD_UNREADABLE": "card cannot be read",
  "trouble.LENS_DARK": "picture all black",
  "trouble.NOT_HEARD": "tone not heard",
  "trouble.NOT_PRESENT": "no such device",
  "trouble.OFFLINE": "off or unplugged",
  "trouble.BUSY": "busy",
  "trouble.SWITCHED_OFF": "switched off by the hall",
  "trouble.ACCESS_DENIED": "may not be used",
  "trouble.TIMED_OUT": "took too long",
  "trouble.TOO_LARGE": "too large to keep",
  "trouble.ROOM_FULL": "no room for more pages",
  "trouble.MALFORMED": "sent something wrong",
  "trouble.DRIVER_LOST": "driver lost",
  "trouble.OUTCOME_UNKNOWN": "not known whether it was done",
  "trouble.NOT_REACHED": "cannot be reached",
  "trouble.IO_ERROR": "reported an error",

  "waits.READ_CARD": "Please lay your ID card on the reader",
  "waits.MEDIA_EMPTY": "Out of paper: please ask the hall staff. It goes on once paper is in",
  "waits.MEDIA_JAM": "Paper jam: please ask the hall staff. It goes on once it is out",
  "waits.COVER_OPEN": "The cover is open. It goes on once it is closed",
  "waits.TONER_EMPTY": "Out of toner: please ask the hall staff. It goes on once it is changed",
  "waits.OUTPUT_FULL": "The output tray is full. It goes on once the paper is taken",
  "waits.NO_DOCUMENT": "Please lay your paper in the scanner",
  "waits.NO_CARD": "Please lay your ID card on the reader",
  "waits.other": "Waiting: {trouble}",

  "troubled.MEDIA_LOW":
    "Paper is almost out and it was not done. The clerk sees it. Ask the hall staff for paper, then try again.",
  "troubled.MEDIA_EMPTY":
    "Out of paper, so printing is not finished. The clerk sees it. Ask the hall staff for paper, then print again.",
  "troubled.MEDIA_JAM": "The paper is jammed. Please do not pull; ask the hall staff to take it out, then try again.",
  "troubled.COVER_OPEN": "The cover is open, so it was not done. Close it and try again, or ask the hall staff.",
  "troubled.TONER_LOW":
    "Toner is almost out and nothing was printed. The clerk sees it. Ask the hall staff, then print again.",
  "troubled.TONER_EMPTY":
    "Out of toner, so nothing was printed. The clerk sees it. Ask the hall staff, then print again.",
  "troubled.OUTPUT_FULL": "The output tray is full, so printing is not finished. Take the paper and print again.",
  "troubled.NO_DOCUMENT": "No paper was found and nothing was scanned. Lay it in and ask the clerk to try again.",
  "troubled.NO_CARD": "No card came and nothing was read. To read it, ask the clerk to try again.",
  "troubled.CARD_UNREADABLE":
    "This card cannot be read and nothing was filled in. Wipe it and try again, or fill it in yourself or with the clerk.",
  "troubled.LENS_DARK":
    "The picture was all black, so none was taken. See whether the lens is covered or the light is off, then try again.",
  "troubled.NOT_HEARD": "The tone was not heard. Please ask the hall to look at loudspeaker and microphone.",
  "troubled.NOT_PRESENT":
    "This machine has no such device and nothing was done. The clerk will find another way with you.",
  "troubled.OFFLINE":
    "The device is off or unplugged and nothing was done. Ask the hall staff, or the clerk for another way.",
  "troubled.BUSY": "The device is busy, so it was not done. Wait a little and try again.",
  "troubled.SWITCHED_OFF": "The hall has switched this device off and nothing was done. Ask the clerk for another way.",
  "troubled.ACCESS_DENIED":
    "This machine may not use the device and nothing was done. Ask the hall staff, or the clerk for another way.",
  "troubled.TIMED_OUT": "It took too long and was stopped; what was half done is thrown away. You can try again.",
  "troubled.TOO_LARGE": "The scan is too large to keep and was thrown away. Ask the clerk to scan it less finely.",
  "troubled.ROOM_FULL":
    "This matter holds as many pages as it may, so this one was not kept. Ask the clerk for another way.",
  "troubled.MALFORMED":
    "The device sent something wrong, which was thrown away. Try again, or ask the clerk for another way.",
  "troubled.DRIVER_LOST":
    "The device's program was lost and is starting anew, so it was not done. Try again in a moment.",
  "troubled.OUTCOME_UNKNOWN":
    "It broke off and nobody knows whether it was done, so it was not done twice. Look in the tray and tell the clerk.",
  "troubled.NOT_REACHED":
    "The devices of this machine cannot be reached and nothing was done. Call and form go on; try again later.",
  "troubled.IO_ERROR":
    "The device reported an error and it was not done. Try again; else ask the hall staff, or the clerk for another way.",

  "troubled.clerk.MEDIA_LOW":
    "Paper is almost out and it was not done. Have the hall staff fill it in, then send it again.",
  "troubled.clerk.MEDIA_EMPTY":
    "Out of paper, printing is not finished. Have the hall staff fill it in, then send it again.",
  "troubled.clerk.MEDIA_JAM":
    "Paper jam, not finished. Ask them not to pull but to call the hall staff, then send it again.",
  "troubled.clerk.COVER_OPEN": "The cover is open, not done. Ask them to close it, then send it again.",
  "troubled.clerk.TONER_LOW":
    "Toner is almost out, nothing was printed. Have the hall staff change it, then send it again.",
  "troubled.clerk.TONER_EMPTY": "Out of toner, nothing was printed. Have the hall staff change it, then send it again.",
  "troubled.clerk.OUTPUT_FULL":
    "The output tray is full, printing is not finished. Ask them to take the paper, then send it again.",
  "troubled.clerk.NO_DOCUMENT": "No paper was found, nothing was scanned. Ask them to lay it in, then send it again.",
  "troubled.clerk.NO_CARD": "No card came, nothing was read. Agree on it and ask again, or have them fill it in.",
  "troubled.clerk.CARD_UNREADABLE":
    "The card cannot be read, nothing was filled in. Have them wipe it and try again, or fill it in themselves.",
  "troubled.clerk.LENS_DARK":
    "The picture was all black, none was taken. Have them look at lens and light, then ask again, or scan instead.",
  "troubled.clerk.NOT_HEARD": "The tone was not heard. Please have the hall look at loudspeaker and microphone.",
  "troubled.clerk.NOT_PRESENT": "That machine has no such device, nothing was done. Find another way.",
  "troubled.clerk.OFFLINE":
    "The device is off or unplugged, nothing was done. Have the hall staff look, or find another way.",
  "troubled.clerk.BUSY": "The device is busy, it was not done. Wait a little and ask again.",
  "troubled.clerk.SWITCHED_OFF": "The hall has switched this device off, nothing was done. Find another way.",
  "troubled.clerk.ACCESS_DENIED":
    "That machine may not use the device, nothing was done. Have the hall staff look, or find another way.",
  "troubled.clerk.TIMED_OUT": "It took too long and was stopped; what was half done is thrown away. You can ask again.",
  "troubled.clerk.TOO_LARGE":
    "The scan is too large to keep and was thrown away. Choose fewer dots per inch and ask again.",
  "troubled.clerk.ROOM_FULL":
    "This matter holds as many pages as it may, and fewer dots do not help. Have what is still missing promised or posted.",
  "troubled.clerk.MALFORMED": "The device sent something wrong, which was thrown away. Ask again, or find another way.",
  "troubled.clerk.DRIVER_LOST": "The driver was lost and is starting anew, so it was not done. Ask again in a moment.",
  "troubled.clerk.OUTCOME_UNKNOWN":
    "It broke off and nobody knows whether it was done, so it was not done twice. Have them look in the tray before you ask again.",
  "troubled.clerk.NOT_REACHED":
    "The device program of that machine cannot be reached, nothing was done. Call and form go on; ask again once it is back.",
  "troubled.clerk.IO_ERROR":
    "The device reported an error, it was not done. Ask again; else have the hall staff look, or find another way.",
};
