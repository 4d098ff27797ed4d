import "./progress.css";
import { openCodePage } from "../code-page/code-page.ts";
import { fetchProgress } from "./progress.ts";
import { view } from "./view.ts";

/** The receipt's secret stays in the fragment, which no server and no log sees; it is posted to ask. */
const secret = location.hash.slice(1);

openCodePage(() => fetchProgress(secret), view);
window.addEventListener("hashchange", () => location.reload());
