import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { icon } from "web-kit/elements/icon.ts";
import type { ChatLine, InCall } from "web-kit/protocol.ts";
import { lineOfChat } from "web-kit/text/line-of-chat.ts";
import { authorName } from "web-kit/text/text.ts";
import { clock, lasting } from "web-kit/text/time.ts";
import { local } from "web-kit/text/language.ts";
import { key } from "../../shared/top-bar.ts";
import { phrases } from "../../text/phrases.ts";
import { s } from "../../text/text.ts";
import { serverNow, type ClerkActs, type ClerkPage } from "../clerk-page.ts";
import { silentVideo, videoWithSound } from "./video.ts";
import { question } from "web-kit/room/question.ts";
import { faceText, matterText, ownFaceText, ownVoiceText, voiceText } from "./words.ts";

/** The applicant's face, the clerk's own, the code to read out, and what is typed between them. */
export function people(page: ClerkPage, call: InCall, act: ClerkActs): TemplateResult {
  return html`<section class="people">
    ${face(page, call)} ${present(page)} ${away(page, act)} ${before(call)} ${code(call)} ${chat(page, act)}
  </section>`;
}

function face(page: ClerkPage, call: InCall): TemplateResult {
  const { remote, local: mine } = page.media;
  const words = call.kioskHere ? faceText(remote) : s("call.kioskGone");
  const voice = call.kioskHere ? voiceText(remote.microphone) : null;
  const own = ownFaceText(mine.camera);
  const ownVoice = ownVoiceText(mine.microphone);
  return html`<div class="tile people__face">
    ${videoWithSound(remote.stream, s("face.title"))}
    ${words === null ? nothing : html`<p class="tile__words tile__words--over" role="status">${words}</p>`}
    <span class="tile__plate"><b>${s("call.with")}</b> ${local(call.kiosk)}</span>
    ${
      voice === null
        ? nothing
        : html`<span class="tile__corner" role="status">${icon("mic-off")}<span>${voice}</span></span>`
    }
    <div class="people__self">
      ${own === null ? silentVideo(mine.stream, s("face.you"), true) : html`<p class="people__self-words">${own}</p>`}
      <span class="people__you">${s("face.you")}</span>
      ${ownVoice === null ? nothing : html`<span class="people__muted">${icon("mic-off")}<span class="unseen">${ownVoice}</span></span>`}
    </div>
  </div>`;
}

/** Who is at the kiosk, and who of them has their hands on it. */
function present(page: ClerkPage): TemplateResult | typeof nothing {
  const { room } = page.desk;
  if (room === null) return nothing;
  if (room.helper === null)
    return html`<p class="present caption">${icon("user-round")}<span>${s("call.noHelper")}</span></p>`;
  return html`<p class="present present--helper">
    ${icon("users")}<span
      ><b>${s("call.helper", { name: room.helper.name })}</b
      ><span class="caption">${s(room.atKiosk === "HELPER" ? "call.helperTypes" : "call.applicantTypes")}</span></span
    >
  </p>`;
}

/** Whether the applicant is there in person; while they are not, what only they can do waits for them. */
function away(page: ClerkPage, act: ClerkActs): TemplateResult | typeof nothing {
  const { room } = page.desk;
  if (room === null || room.filed !== null) return nothing;
  if (room.awaySince === null)
    return html`<button type="button" class="button button--bare people__away" @click=${() => act.stepAway()}>
      ${icon("clock")}<span>${s("call.stepAway")}</span>${key("0")}
    </button>`;
  return html`<p class="present present--away" role="status">
    ${icon("clock")}<span
      ><b>${s("call.away", { time: lasting(Math.max(0, serverNow(page) - room.awaySince)) })}</b
      ><span class="caption">${s("call.awayMore")}</span></span
    >
  </p>`;
}

/** What the call went on from, where nothing came of it yet: the clerk is asked about it otherwise. */
function before(call: InCall): TemplateResult[] {
  return (call.matters ?? [])
    .slice(0, -1)
    .filter((each) => each.filed == null && each.item !== question)
    .map(
      (each) =>
        html`<p class="present caption">
          ${icon(each.keptUntil == null ? "circle-x" : "clock")}<span
            ><b>${local(each.itemTitle)}</b> ${matterText(each)}</span
          >
        </p>`,
    );
}

function code(call: InCall): TemplateResult {
  return html`<div class="panel code">
    <p><b>${s("face.code")}</b><span class="caption">${s("face.codeMore")}</span></p>
    <output class="code__digits num" aria-label=${[...call.code].join(" ")}
      >${[...call.code].map((digit) => html`<span>${digit}</span>`)}</output
    >
  </div>`;
}

function chat(page: ClerkPage, act: ClerkActs): TemplateResult {
  const lines = page.desk.room?.chat ?? [];
  return html`<section class="panel chat" aria-labelledby="chat-title">
    <header class="panel__head">
      <h2 id="chat-title">${s("chat.title")}</h2>
      <span class="caption panel__end">${s("chat.hint")}</span>
    </header>
    <div class="chat__lines" role="log" aria-labelledby="chat-title" tabindex="0">
      ${lines.length === 0 ? html`<p class="chat__none caption">${s("chat.none")}</p>` : nothing}
      ${repeat(
        [...lines].reverse(),
        (line) => line.seq,
        (line) => chatLine(line),
      )}
    </div>
    <div class="chat__quick" role="group" aria-label=${s("chat.quick")}>
      ${phrases.map(
        (phrase, index) =>
          html`<button
            type="button"
            class="phrase"
            title=${local(phrase)}
            @click=${() => act.present({ type: "Phrase", ...phrase })}
          >
            ${key(String(index + 1))}<span>${local(phrase)}</span>
          </button>`,
      )}
    </div>
    <form class="chat__write" @submit=${(event: SubmitEvent) => send(event, act)}>
      <input
        class="input"
        id="chat-input"
        name="text"
        autocomplete="off"
        maxlength="500"
        aria-label=${s("chat.write")}
        placeholder=${s("chat.write")}
      />
      <button class="button" aria-label=${s("chat.send")}>${icon("send")}<span>${s("chat.send")}</span></button>
    </form>
  </section>`;
}

function chatLine(line: ChatLine): TemplateResult {
  const mine = line.by.role === "CLERK";
  return html`<div class="chat__line ${mine ? "chat__line--mine" : ""}">
    <span class="chat__by caption">${authorName(line.by)} ${clock(line.at)}</span>
    <span class="chat__text">${line.text}</span>
  </div>`;
}

function send(event: SubmitEvent, act: ClerkActs): void {
  event.preventDefault();
  const input = (event.target as HTMLFormElement).elements.namedItem("text") as HTMLInputElement;
  const text = input.value.trim();
  if (text === "") return;
  const { line, rest } = lineOfChat(text);
  input.value = rest;
  // What was refused is not lost, and what was written since is not written over.
  act.say(line, () => {
    if (input.value === rest) input.value = text;
  });
}
