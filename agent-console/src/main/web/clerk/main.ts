import "web-kit/style/tokens.css";
import "web-kit/style/base.css";
import "web-kit/style/form.css";
import "web-kit/style/doctor.css";
import "web-kit/style/page-marks.css";
import "../style/frame.css";
import "../style/desk.css";
import "../style/session.css";
import { element } from "web-kit";
import { ClerkConsole } from "./clerk-console.ts";

new ClerkConsole(element("#page"));
