import "./style/kiosk.css";
import { Kiosk } from "./kiosk.ts";

void new Kiosk().start();
