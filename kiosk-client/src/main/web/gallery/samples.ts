import { afterForm } from "./after-form.ts";
import { devices } from "./devices.ts";
import { beforeForm } from "./before-form.ts";
import { formAlone } from "./form-alone.ts";
import { inCall } from "./in-call.ts";
import { line } from "./line.ts";
import { lookupScreens } from "./lookups.ts";
import { materials } from "./materials.ts";
import type { Samples } from "./sample.ts";

/** Every screen of the kiosk in every state, by name, in the order in which an applicant meets them. */
export const samples: Samples = {
  ...beforeForm,
  ...formAlone,
  ...line,
  ...inCall,
  ...devices,
  ...materials,
  ...lookupScreens,
  ...afterForm,
};
