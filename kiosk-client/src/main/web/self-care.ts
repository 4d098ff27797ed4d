import { measureCamera, measureSound } from "web-kit/doctor/measure-devices.ts";
import type { CameraFacts, LoudspeakerFacts, MicrophoneFacts } from "web-kit/doctor/facts.ts";
import type { FromKiosk, TestPart, ToKiosk, Tried, Trouble } from "web-kit/protocol.ts";
import { cameraFinding } from "web-kit/doctor/device-verdicts.ts";
import { daemon } from "./daemon.ts";
import { goesOnAnew, isFree } from "./asked-of-state.ts";
import type { KioskStore } from "./kiosk-store.ts";

type Sound = { readonly microphone: MicrophoneFacts; readonly loudspeaker: LoudspeakerFacts };

/** What is measured of the machine. */
export type Measuring = {
  camera(signal: AbortSignal): Promise<CameraFacts>;
  sound(signal: AbortSignal): Promise<Sound>;
};

const machine: Measuring = { camera: measureCamera, sound: measureSound };

/** What the hall does to this kiosk while nobody is here: it tries itself, and its daemon may start it anew. */
export class SelfCare {
  private running: AbortController | null = null;

  constructor(
    private readonly store: KioskStore,
    private readonly send: (message: FromKiosk) => void,
    private readonly measuring: Measuring = machine,
  ) {}

  /** The daemon reads this mark before it starts anything anew; a test that somebody walks into ends. */
  mark(page: HTMLElement): void {
    let goesOn: boolean | null = null;
    this.store.subscribe(() => {
      if (goesOn !== goesOnAnew(this.store.state)) daemon.goesOn((goesOn = goesOnAnew(this.store.state)));
      const free = isFree(this.store.state);
      page.toggleAttribute("data-in-use", !free);
      if (!free) this.running?.abort();
    });
  }

  heard(message: ToKiosk): void {
    if (message.type !== "TestPage") return;
    const { test } = message;
    void this.tried().then((parts) => this.send({ type: "PageTested", test, parts }));
  }

  private async tried(): Promise<Tried[]> {
    this.running?.abort();
    const here = new AbortController();
    this.running = here;
    try {
      if (!isFree(this.store.state)) return notTried;
      const camera = await this.measuring.camera(here.signal);
      const sound = await this.measuring.sound(here.signal);
      return here.signal.aborted ? notTried : [tone(sound), picture(camera)];
    } catch {
      return notTried;
    }
  }
}

const notTried: Tried[] = (["TONE", "PICTURE"] as const).map((part) => ({ part, outcome: "NOT_TRIED", why: "BUSY" }));

/** A tone that is played and heard needs both, so it says both. */
export function tone({ microphone, loudspeaker }: Sound): Tried {
  if (microphone.trouble !== null) return failed("TONE", reason(microphone.trouble));
  if (loudspeaker.outputs === 0) return failed("TONE", "NOT_PRESENT");
  return loudspeaker.heard ? { part: "TONE", outcome: "PASSED" } : failed("TONE", "NOT_HEARD");
}

export function picture(camera: CameraFacts): Tried {
  if (camera.trouble !== null) return failed("PICTURE", reason(camera.trouble));
  switch (cameraFinding(camera).code) {
    case "D-CAMERA-BLACK":
      return failed("PICTURE", "LENS_DARK");
    case "D-CAMERA-FROZEN":
    case "D-CAMERA-NO-PICTURE":
      return failed("PICTURE", "IO_ERROR");
    default:
      return { part: "PICTURE", outcome: "PASSED" };
  }
}

function failed(part: TestPart, why: Trouble): Tried {
  return { part, outcome: "FAILED", why };
}

function reason(trouble: CameraFacts["trouble"]): Trouble {
  return trouble === "missing" ? "NOT_PRESENT" : trouble === "busy" ? "BUSY" : "ACCESS_DENIED";
}
