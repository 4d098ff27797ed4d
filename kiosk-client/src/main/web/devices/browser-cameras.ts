import { listDevices } from "web-kit/media/devices.ts";
import type { Cameras } from "./document-camera.ts";

const QUALITY = 0.92;
const SMALL = { width: 64, height: 48 };
/** Ten points on a page of A4 are some twenty dots high then. */
const SHOWN = { width: { max: 1920 }, height: { max: 1920 }, frameRate: { max: 8 } };

/** The cameras of this browser. */
export const browserCameras: Cameras = {
  list: async () => (await listDevices()).camera,

  open: (id) =>
    navigator.mediaDevices.getUserMedia({
      // As large as it can: a page of A4 is to be read.
      video: { deviceId: { exact: id }, width: { ideal: 4608 }, height: { ideal: 3456 } },
      audio: false,
    }),

  async shown(stream) {
    const track = stream.getVideoTracks()[0]?.clone();
    if (track === undefined) throw new Error("no picture");
    track.contentHint = "text";
    // As it is where it cannot be made smaller.
    await track.applyConstraints(SHOWN).catch(() => {});
    return track;
  },
  async still(stream) {
    const video = document.createElement("video");
    video.muted = true;
    video.srcObject = stream;
    await video.play();
    try {
      const picture = await createImageBitmap(video);
      const canvas = new OffscreenCanvas(picture.width, picture.height);
      penOf(canvas).drawImage(picture, 0, 0);
      const small = new OffscreenCanvas(SMALL.width, SMALL.height);
      penOf(small).drawImage(picture, 0, 0, SMALL.width, SMALL.height);
      picture.close();
      const { data } = penOf(small).getImageData(0, 0, SMALL.width, SMALL.height);
      let brightest = 0;
      for (let at = 0; at < data.length; at += 4)
        brightest = Math.max(brightest, ((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0)) / 3);
      return { page: await canvas.convertToBlob({ type: "image/jpeg", quality: QUALITY }), brightest };
    } finally {
      video.srcObject = null;
    }
  },
};

function penOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const pen = canvas.getContext("2d");
  if (pen === null) throw new Error("this browser draws nothing");
  return pen;
}
