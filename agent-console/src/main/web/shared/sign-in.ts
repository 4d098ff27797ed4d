import { html, nothing, type TemplateResult } from "lit";
import { icon } from "web-kit/elements/icon.ts";
import { s } from "../text/text.ts";
import { brand } from "./top-bar.ts";
import { languageButton } from "./language-switch.ts";

export type SignInState =
  | { at: "asking" }
  | { at: "going" }
  | { at: "wrong" }
  | { at: "empty" }
  | { at: "tooMany"; seconds: number }
  | { at: "unreachable" };

/** Asks the server for the door's cookie. */
export async function signIn(door: "clerk" | "hall", form: HTMLFormElement): Promise<SignInState | "in"> {
  const given = new FormData(form);
  const account = String(given.get("account") ?? "").trim();
  const password = String(given.get("password") ?? "");
  if (account === "" || password === "") return { at: "empty" };
  try {
    const response = await post(`/api/${door}/sign-in`, { account, password });
    if (response.ok) return "in";
    if (response.status === 429) return { at: "tooMany", seconds: await secondsToWait(response) };
    return response.status === 401 ? { at: "wrong" } : { at: "unreachable" };
  } catch {
    return { at: "unreachable" };
  }
}

/** The page is loaded anew afterwards, so that nothing of anybody stays in it. */
export async function signOut(door: "clerk" | "hall"): Promise<void> {
  await post(`/api/${door}/sign-out`, {}).catch(() => undefined);
  location.reload();
}

export function signInView(title: string, state: SignInState, go: (form: HTMLFormElement) => void): TemplateResult {
  const trouble = troubleText(state);
  const going = state.at === "going";
  return html`<main class="alone">
    <div class="alone__bar">${brand(s("app.title"))}${languageButton()}</div>
    <form
      class="card alone__card"
      novalidate
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        go(event.target as HTMLFormElement);
      }}
    >
      <h1>${title}</h1>
      <label class="label"
        ><span>${s("signIn.account")}</span>
        <input class="input" name="account" autocomplete="username" autocapitalize="none" spellcheck="false" autofocus
      /></label>
      <label class="label"
        ><span>${s("signIn.password")}</span>
        <input class="input" name="password" type="password" autocomplete="current-password"
      /></label>
      <p class="issue" role="alert">
        ${trouble === null ? nothing : html`${icon("circle-alert")}<span>${trouble}</span>`}
      </p>
      <button class="button button--primary button--tall" ?disabled=${going}>
        ${s(going ? "signIn.going" : "signIn.go")}
      </button>
    </form>
  </main>`;
}

function troubleText(state: SignInState): string | null {
  switch (state.at) {
    case "wrong":
      return s("signIn.wrong");
    case "empty":
      return s("signIn.empty");
    case "tooMany":
      return s("signIn.tooMany", { seconds: state.seconds });
    case "unreachable":
      return s("signIn.unreachable");
    default:
      return null;
  }
}

function post(path: string, body: object): Promise<Response> {
  return fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
}

async function secondsToWait(response: Response): Promise<number> {
  const said = Number(response.headers.get("Retry-After"));
  if (said > 0) return said;
  const body: unknown = await response.json().catch(() => null);
  const after = (body as { retryAfterSeconds?: unknown } | null)?.retryAfterSeconds;
  return typeof after === "number" ? Math.ceil(after) : 60;
}
