/** What people can choose between. */
export type DeviceKind = "camera" | "microphone" | "speaker";

export type Device = { id: string; label: string };

export type Devices = Readonly<Record<DeviceKind, readonly Device[]>>;

const KINDS: Readonly<Record<MediaDeviceKind, DeviceKind>> = {
  videoinput: "camera",
  audioinput: "microphone",
  audiooutput: "speaker",
};

const none: Devices = { camera: [], microphone: [], speaker: [] };

/** Devices by kind; labels are empty until the person allowed the use of one. */
export async function listDevices(): Promise<Devices> {
  if (!mediaAllowed()) return none;
  const all = await navigator.mediaDevices.enumerateDevices();
  const of = (kind: DeviceKind) =>
    all
      .filter((device) => KINDS[device.kind] === kind && device.deviceId !== "")
      .map((device) => ({ id: device.deviceId, label: device.label }));
  return { camera: of("camera"), microphone: of("microphone"), speaker: of("speaker") };
}

/** Calls back whenever something is plugged in or pulled out; returns how to stop. */
export function whenDevicesChange(listener: () => void): () => void {
  if (!mediaAllowed()) return () => {};
  navigator.mediaDevices.addEventListener("devicechange", listener);
  return () => navigator.mediaDevices.removeEventListener("devicechange", listener);
}

/** Browsers give cameras and microphones to secure pages only. */
export function mediaAllowed(): boolean {
  return globalThis.navigator?.mediaDevices !== undefined;
}

const place = (kind: DeviceKind) => `vw-device-${kind}`;

/** The device this machine's people chose before; null is the browser's own choice. */
export function chosenDevice(kind: DeviceKind): string | null {
  return globalThis.localStorage?.getItem(place(kind)) ?? null;
}

export function chooseDevice(kind: DeviceKind, id: string | null): void {
  if (id === null) localStorage.removeItem(place(kind));
  else localStorage.setItem(place(kind), id);
}

const camera: MediaTrackConstraints = {
  width: { ideal: 1280 },
  height: { ideal: 720 },
  frameRate: { ideal: 30 },
};
const microphone: MediaTrackConstraints = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

/** Everything is heard, the own loudspeaker too. */
const unfiltered: MediaTrackConstraints = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };

/**
 * Opens the devices that were chosen, or any other where the chosen one is gone. A chosen device is no wish among others: a better
 * camera would win against it.
 */
export async function openDevices(wanted: {
  camera: boolean;
  microphone: boolean | "unfiltered";
}): Promise<MediaStream> {
  const hearing = wanted.microphone === "unfiltered" ? unfiltered : microphone;
  const ask = (id: (kind: DeviceKind) => MediaTrackConstraints) =>
    navigator.mediaDevices.getUserMedia({
      video: wanted.camera && { ...camera, ...id("camera") },
      audio: wanted.microphone !== false && { ...hearing, ...id("microphone") },
    });
  try {
    return await ask(chosen);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "OverconstrainedError") throw error;
    return ask(() => ({}));
  }
}

function chosen(kind: DeviceKind): MediaTrackConstraints {
  const id = chosenDevice(kind);
  return id === null ? {} : { deviceId: { exact: id } };
}
