/** Every screen of the console with sample state and no server. */
import "web-kit/style/tokens.css";
import "web-kit/style/base.css";
import "web-kit/style/form.css";
import "web-kit/style/doctor.css";
import "web-kit/style/page-marks.css";
import "../style/frame.css";
import "../style/desk.css";
import "../style/session.css";
import { drawBlobs } from "web-kit/room/blob-address.ts";
import { drawnPage } from "web-kit/samples/pages.ts";
import { gallery, noActs } from "../shared/gallery.ts";
import type { ClerkActs } from "./clerk-page.ts";
import { clerkView } from "./clerk-view.ts";
import { besideForm } from "./samples/beside-form.ts";
import { betweenCalls } from "./samples/between-calls.ts";
import { duringCall } from "./samples/in-call.ts";
import { bedScreens, deviceScreens } from "./samples/devices.ts";
import { lookupScreens } from "./samples/lookups.ts";
import { materialScreens } from "./samples/materials.ts";
import { sharedScreens } from "./samples/shared-screens.ts";

drawBlobs(drawnPage);
gallery(
  {
    ...betweenCalls,
    ...duringCall,
    ...besideForm,
    ...sharedScreens,
    ...deviceScreens,
    ...bedScreens,
    ...materialScreens,
    ...lookupScreens,
  },
  (page) => clerkView(page, noActs<ClerkActs>()),
);
