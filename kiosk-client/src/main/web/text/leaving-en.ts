import type { leavingZh } from "./leaving-zh.ts";

/** What the kiosk says where somebody goes and comes back, in English. */
export const leavingEn: Record<keyof typeof leavingZh, string> = {
  "aside.keep": "Keep it, go on later",
  "aside.title": "Keep it and go on within 7 days",
  "aside.making": "Keeping it…",
  "aside.code": "Your code",
  "aside.qr": "QR code of your code",
  "aside.scan": "Scan it to keep the code on your phone. Nothing else is in it",
  "aside.until": "Valid until {time}, at any kiosk like this one.",
  "aside.card": "When you come back, the same ID card is read too.",
  "aside.mobile": "When you come back, you are asked for the last four digits of the mobile in the form.",
  "aside.cardOrMobile":
    "When you come back, bring the same ID card, or the last four digits of the mobile in the form.",
  "aside.print": "Print",
  "aside.back": "Go on filling in",
  "aside.leave": "I have it, leave now",
  "aside.goOn": "I have it, begin the next",

  "resume.title": "Go on with an earlier matter",
  "resume.lead": "Type the code and show that it is you.",
  "resume.code": "Code (8 characters)",
  "resume.digits": "Last four digits of the mobile in the form",
  "resume.orCard": "Or read the ID card",
  "resume.go": "Go on",
  "resume.busy": "Looking for it…",
  "resume.here": "Go on here; the other kiosk lets go",
  "resume.wrong": "Nothing was found. Check the code and the digits or the card; an old code opens nothing either.",
  "resume.noReader":
    "The card reader of this kiosk cannot be reached now. Type the last four digits of the mobile, or call somebody.",
  "resume.tooMany": "Too many tries. Try again after {time}.",

  "take.title": "Please take your things",
  "take.card": "ID card",
  "take.cardHint": "On the reader",
  "take.papers": "Your papers",
  "take.papersHint": "Look on the desk and in the scanner",
  "take.print": "What was printed",
  "take.printHint": "In the slot",
  "take.bag": "Phone, glasses, bag",
  "take.bagHint": "Look on the seat and the floor",
  "take.kept": "Tick what you have. Once all is ticked, this machine clears itself and keeps nothing about you.",
  "take.done": "I have everything",

  "leave.title": "End and clear?",
  "leave.text": "What you filled in is cleared from this machine for good.",
  "leave.inCall": " The call ends too.",
  "leave.filed": "What you submitted stays submitted.",
  "leave.yes": "End and clear",
  "leave.no": "Go on",
  "leave.away": "Away for a moment",

  "away.title": "You are away for a moment",
  "away.text": "{name} is still there and nothing is lost. Press “I am back” when you are, in person.",
  "away.textAlone": "Nothing is lost. Press “I am back” when you are, in person.",
  "away.back": "I am back",

  "idle.title": "Still there?",
  "idle.text": "In {seconds} seconds this closes and what you filled in is cleared",
  "idle.stay": "Go on",
};
