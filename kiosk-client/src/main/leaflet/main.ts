import "./leaflet.css";
import { leafletAsked } from "web-kit/form/leaflet.ts";
import { openCodePage } from "../code-page/code-page.ts";
import { fetchLeaflet } from "./fetch-leaflet.ts";
import { view } from "./view.ts";

/** The address holds an item, a centre, a version and chosen answers, nothing of anybody: it may stand in a log. */
const asked = leafletAsked(location.search);

openCodePage(
  () => fetchLeaflet(asked),
  (found, acts) => view(asked, found, Date.now(), acts),
);
