import "./phone.css";
import { render } from "lit";
import { language, setLanguage } from "web-kit/text/language.ts";
import { browser } from "../web/devices/keep-page.ts";
import { Phone, type PhoneActs } from "./phone.ts";
import { prepared } from "./picture.ts";
import { view } from "./view.ts";

/** The code stays in the fragment, which no server and no log sees; it is posted to be opened. */
const code = () => location.hash.slice(1);
const page = document.querySelector("main")!;

/** A phone that takes a photograph may have to load the page again: it is the same phone then. */
function pass(): string {
  const before = sessionStorage.getItem("pass");
  if (before !== null) return before;
  const made = Array.from(crypto.getRandomValues(new Uint8Array(24)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
  sessionStorage.setItem("pass", made);
  return made;
}

const draw = () => render(view(phone.state, acts), page);
const phone = new Phone({ ...browser, prepare: prepared, now: () => Date.now(), pass: pass() }, () => draw());
const acts: PhoneActs = {
  type: (typed) => {
    location.hash = typed.replaceAll(/[-\s]/g, "").toUpperCase();
  },
  again: () => phone.again(),
  add: (files) => phone.add(files),
  retry: (id) => phone.retry(id),
  drop: (id) => void phone.drop(id),
  switchLanguage: () => {
    setLanguage(language() === "zh" ? "en" : "zh");
    draw();
  },
};

setLanguage("zh");
setInterval(() => phone.tick(), 1_000);
addEventListener("hashchange", () => void phone.open(code()));
void phone.open(code());
