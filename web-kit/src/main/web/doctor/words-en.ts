import type { AroundKey, Code } from "./words-zh.ts";

export const codesEn: Record<Code, string> = {
  "N-ALL-OK": "All is well, calls can be made.",
  "N-REST-OK": "What was examined is well; some was not.",

  "N-SERVER-OK": "Reached, {millis} ms",
  "N-SERVER-AWAY":
    "The server is not reached, no calls now. Look at cable and router, then ask the network desk to let HTTPS to {at} through.",
  "N-SERVER-FAULT":
    "The server has a fault ({status}), nothing can be examined. Try again later, then tell its operator.",
  "N-SIGN-IN": "This machine is not signed in, so nothing can be examined. Sign in again, or start it anew.",
  "N-TOO-OFTEN": "This was examined several times just now. Try again in a few minutes.",
  "N-CLOCK-OFF":
    "The clock here is wrong by {seconds} seconds; certificates may seem out of date. Let it be set by itself.",

  "N-WS-OK": "Open, {millis} ms",
  "N-WS-BLOCKED":
    "Pages open, the lasting connection is blocked: nobody can be called. Ask the network desk to let WebSocket to {at} through the proxy.",
  "N-WS-SLOW":
    "The lasting connection answers slowly ({millis} ms): calling and writing will stall. Look at the wireless signal, or at the proxy.",

  "N-UDP-OK": "Open, {millis} ms",
  "N-TCP-OK": "Open, {millis} ms",
  "N-TLS-OK": "Open, {millis} ms",
  "N-UNSET": "No such way is set up",
  "N-TURN-NONE":
    "No relay is set up: two sides behind firewalls neither see nor hear each other. Ask the operator to set turn.urls.",
  "N-TURN-SECRET":
    "The relay {at} does not take our password: no picture, no sound. Ask the operator to compare both secrets and both clocks.",
  "N-TURN-NAME":
    "Nobody knows the address of the relay {at}: no picture, no sound. Ask the network desk to look at DNS.",
  "N-TURN-AWAY":
    "No way leads to the relay: most calls have no picture and no sound. Ask the network desk to open {at}, and whether that server runs.",
  "N-RELAY-PORTS":
    "The relay {at} lets us in and nothing through: no picture, no sound. Ask the network desk to look at its relayed ports and external-ip.",
  "N-UDP-BLOCKED":
    "UDP to the relay is blocked: picture and sound take a detour and may stutter. Ask the network desk to open UDP {at}.",
  "N-TCP-BLOCKED": "TCP to the relay is blocked: one way less when UDP fails. Ask the network desk to open TCP {at}.",
  "N-TLS-BLOCKED":
    "The encrypted way to the relay is blocked: no picture where only web pages are let out. Ask the network desk to open TCP {at}.",
  "N-TLS-UNTRUSTED":
    "The certificate of the relay {at} is not trusted, so its encrypted way is shut. Ask the operator for a new one, or the network desk not to break this encryption open.",

  "N-DIRECT-OK": "Open",
  "N-DIRECT-OFF":
    "This browser cannot send a picture directly, only through the relay. Ask the operator to look at its WebRTC policy and at the firewall here.",

  "N-LINE-OK": "{down} down, {up} up",
  "N-LINE-NARROW":
    "The line is narrow ({down} down, {up} up): the picture will be blurred. Close what else uses it, or ask the network desk for more.",
  "N-LINE-TINY":
    "The line is too narrow ({down} down, {up} up): no picture, only speech. Ask the network desk for more.",
  "N-LINE-UNKNOWN": "Could not be measured",

  "N-DELAY-OK": "{millis} ms",
  "N-DELAY-HIGH":
    "A delay of {millis} ms: answers come late. Use a cable where there is one, then ask the network desk to look at the line.",
  "N-DELAY-FAR":
    "A delay of {millis} ms: hardly a talk. Ask the network desk whether the line takes a detour or a satellite.",
  "N-DELAY-UNSTEADY": "The delay jumps, up to {millis} ms: the sound will break up. Use a cable where there is one.",

  "N-LOSS-OK": "{percent}% lost",
  "N-LOSS-SOME":
    "{percent}% of packets are lost: the picture breaks up, now and then the sound. Use a cable where there is one, then ask the network desk to look at the line.",
  "N-LOSS-HIGH":
    "{percent}% of packets are lost: words go missing. Ask the network desk to look at line and switch; write to each other until then.",
  "N-LOSS-UNSEEN": "Seen over UDP only",

  "D-INSECURE":
    "This page did not come over https, so the browser gives it neither camera nor microphone. Ask the operator for https.",
  "D-CAMERA-OK": "Sees, {width}×{height}",
  "D-CAMERA-MISSING": "There is no camera: the other side sees nothing. Plug it in and examine again.",
  "D-CAMERA-DENIED":
    "The browser does not allow the camera: the other side sees nothing. Allow it in the browser's settings.",
  "D-CAMERA-BUSY":
    "Another program holds the camera: the other side sees nothing. Close it, or start the machine anew.",
  "D-CAMERA-NO-PICTURE": "The camera opens and gives no picture. Unplug it and plug it in again.",
  "D-CAMERA-BLACK": "The camera's picture is black: the other side sees nothing. Open its lid, look at the light.",
  "D-CAMERA-FROZEN": "The camera's picture stands still. Unplug it and plug it in again, or start the machine anew.",
  "D-CAMERA-COARSE":
    "The camera's picture is only {width}×{height}: print on papers cannot be read. Use another camera.",

  "D-MIC-OK": "Hears",
  "D-MIC-MISSING": "There is no microphone: the other side hears nothing. Plug it in and examine again.",
  "D-MIC-DENIED":
    "The browser does not allow the microphone: the other side hears nothing. Allow it in the browser's settings.",
  "D-MIC-BUSY":
    "Another program holds the microphone: the other side hears nothing. Close it, or start the machine anew.",
  "D-MIC-SILENT":
    "Nothing at all is heard from the microphone: the other side hears nothing. Look at its mute switch and plug.",
  "D-MIC-SOFT": "The microphone is very soft: hard to follow. Come closer, or turn it up.",

  "D-SPEAKER-OK": "Sounds",
  "D-SPEAKER-MISSING":
    "There is no loudspeaker: the other side is not heard. Plug one or earphones in and examine again.",
  "D-SPEAKER-OFF": "The browser played no sound. Touch the screen and examine again.",
  "D-SPEAKER-SILENT": "The loudspeaker is silent: the other side is not heard. Look at volume, mute and plug.",
  "D-SPEAKER-ASK": "Waits for you: did you hear a tone?",

  "N-NOT-LOOKED": "Not examined: what comes before it fails",
  "N-NO-TIME": "Not finished in time",
  "N-STOPPED": "Not examined",
};

export const aroundEn: Record<AroundKey, string> = {
  title: "Network check",
  going: "Examining, less than half a minute.",
  speak: "There will be a tone; please also say a few words.",
  stopped: "Stopped before the end.",
  comma: ", ",
  others: "Also to be minded: {names}",
  stop: "Stop",
  again: "Examine again",
  print: "Print the slip",
  copy: "Copy as text",
  copied: "Copied",
  close: "Close",
  asked: "Did you hear a tone just now?",
  yes: "Yes",
  no: "No",
  slip: "Network slip",
  at: "Time",
  place: "Machine",
  server: "Server",
  version:
    "For the network desk: what each code means and which port to open stands in the operations manual, “Network check”.",
  console: "Clerk’s console",
  offer: "Picture or sound did not get through just now. What is in the way can be looked for.",
  "grade.good": "Good",
  "grade.mind": "Mind",
  "grade.blocked": "Blocked",
  "grade.none": "Not examined",
  "grade.going": "Examining",
  "exam.server": "Server",
  "exam.socket": "Lasting line",
  "exam.udp": "Relay UDP",
  "exam.tcp": "Relay TCP",
  "exam.tls": "Relay TLS",
  "exam.direct": "Direct",
  "exam.bandwidth": "Bandwidth",
  "exam.delay": "Delay",
  "exam.loss": "Loss",
  "exam.camera": "Camera",
  "exam.microphone": "Microphone",
  "exam.loudspeaker": "Loudspeaker",
};
