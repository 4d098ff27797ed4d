/** Every screen of the console with sample state and no server. */
import "web-kit/style/tokens.css";
import "web-kit/style/base.css";
import "web-kit/style/form.css";
import "../style/frame.css";
import "../style/desk.css";
import "../style/session.css";
import { gallery, noActs } from "../shared/gallery.ts";
import type { ClerkActs } from "./clerk-page.ts";
import { clerkView } from "./clerk-view.ts";
import { betweenCalls } from "./samples/between-calls.ts";
import { duringCall } from "./samples/in-call.ts";

gallery({ ...betweenCalls, ...duringCall }, (page) => clerkView(page, noActs<ClerkActs>()));
