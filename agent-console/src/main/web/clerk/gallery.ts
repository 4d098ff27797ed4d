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
import { besideForm } from "./samples/beside-form.ts";
import { betweenCalls } from "./samples/between-calls.ts";
import { duringCall } from "./samples/in-call.ts";
import { sharedScreens } from "./samples/shared-screens.ts";

gallery({ ...betweenCalls, ...duringCall, ...besideForm, ...sharedScreens }, (page) =>
  clerkView(page, noActs<ClerkActs>()),
);
