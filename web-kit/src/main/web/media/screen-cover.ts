import { t } from "../text/text.ts";

/** What is sent in place of the screen while nobody may see it. */
export type ScreenCover = { readonly track: MediaStreamTrack; stop(): void };

/** A plain frame that says why, in the shape of the screen it stands for. */
export function screenCover(shared: MediaStreamTrack): ScreenCover {
  const { width = 1280, height = 720 } = shared.getSettings();
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext("2d");
  const draw = () => pen !== null && paint(pen, width, height, t("screen.covered"));
  draw();
  // Only a picture that is drawn again is sent again, and whoever comes in later wants one, too.
  const again = setInterval(draw, 500);
  const [track] = canvas.captureStream().getVideoTracks();
  if (track === undefined) throw new Error("a canvas has a video track");
  return {
    track,
    stop() {
      clearInterval(again);
      track.stop();
    },
  };
}

function paint(pen: CanvasRenderingContext2D, width: number, height: number, words: string): void {
  const size = Math.round(Math.min(width, height) / 24);
  pen.fillStyle = "#23313a";
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = "#ffffff";
  pen.font = `${size}px sans-serif`;
  pen.textAlign = "center";
  pen.fillText(words, width / 2, height / 2, width * 0.9);
}
