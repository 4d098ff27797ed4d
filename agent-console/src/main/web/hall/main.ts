import "web-kit/style/tokens.css";
import "web-kit/style/base.css";
import "../style/frame.css";
import "../style/hall.css";
import "web-kit/style/form.css";
import "../style/packages.css";
import { element } from "web-kit";
import { HallDesk } from "./hall-desk.ts";

new HallDesk(element("#page"));
