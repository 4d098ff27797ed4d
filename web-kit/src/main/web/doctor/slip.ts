import { html, type TemplateResult } from "lit";
import { dateAndClock } from "../text/time.ts";
import type { Examination } from "./examination.ts";
import { overall } from "./overall.ts";
import { d, sentence } from "./words.ts";

function place({ kiosk }: Examination): string {
  return kiosk ?? d("console");
}

/** 网络检查单, for the network desk: codes and figures, and nothing of anybody. Only printed. */
export function slip(examination: Examination): TemplateResult {
  const cause = overall(examination.findings);
  return html`<section class="doctor-slip" aria-hidden="true">
    <h2>${d("slip")}</h2>
    <p>
      ${d("at")} ${dateAndClock(examination.began)}<br />${d("place")} ${place(examination)}<br />${d("server")}
      ${examination.server}
    </p>
    <p><b>${cause.code}</b><br />${sentence(cause)}</p>
    <dl class="doctor-slip__all">
      ${examination.findings.map(
        (each) =>
          html`<div>
            <dt>${d(`exam.${each.exam}`)} · ${d(`grade.${each.grade}`)}</dt>
            <dd>${each.code}${each.figures === "" ? "" : html`<br />${each.figures}`}</dd>
          </div>`,
      )}
    </dl>
    <p>${d("version")}</p>
  </section>`;
}

/** The same as lines of text. */
export function slipText(examination: Examination): string {
  const cause = overall(examination.findings);
  return [
    d("slip"),
    `${d("at")}: ${dateAndClock(examination.began)}`,
    `${d("place")}: ${place(examination)}`,
    `${d("server")}: ${examination.server}`,
    `${cause.code}: ${sentence(cause)}`,
    ...examination.findings.map((each) =>
      [d(`exam.${each.exam}`), d(`grade.${each.grade}`), each.code, each.figures].filter(Boolean).join(" | "),
    ),
  ].join("\n");
}
