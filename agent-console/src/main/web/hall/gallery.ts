/** Every screen of the board with sample state and no server. */
import "web-kit/style/tokens.css";
import "web-kit/style/base.css";
import "../style/frame.css";
import "../style/hall.css";
import "web-kit/style/form.css";
import "../style/packages.css";
import { gallery, noActs } from "../shared/gallery.ts";
import type { HallActs } from "./hall-page.ts";
import { hallView } from "./hall-view.ts";
import { samples } from "./samples/samples.ts";

gallery(samples, (page) => hallView(page, noActs<HallActs>()));
