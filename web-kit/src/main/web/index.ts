export { element } from "./element.ts";
