import { noMedia, type MediaView } from "web-kit/media/call-media.ts";
import { drawnStream } from "../../shared/gallery.ts";

/** Both sides seen and heard, but for what is said otherwise. */
export function bothThere(
  more: { local?: Partial<MediaView["local"]>; remote?: Partial<MediaView["remote"]> } = {},
): MediaView {
  return {
    local: { ...noMedia.local, camera: "ON", microphone: "ON", stream: face("#cfd9d3", "#3d5a4b"), ...more.local },
    remote: {
      ...noMedia.remote,
      camera: "ON",
      microphone: "ON",
      connected: true,
      stream: face("#e2dccd", "#7d4f52"),
      ...more.remote,
    },
  };
}

function face(wall: string, coat: string): MediaStream {
  return drawnStream(coat, 640, 480, (pen) => {
    const oval = (colour: string, x: number, y: number, wide: number, high: number) => {
      pen.fillStyle = colour;
      pen.beginPath();
      pen.ellipse(x, y, wide, high, 0, 0, 7);
      pen.fill();
    };
    pen.fillStyle = wall;
    pen.fillRect(0, 0, 640, 480);
    oval(coat, 320, 520, 220, 190);
    oval("#e0b995", 320, 330, 46, 60);
    oval("#4a4038", 320, 186, 106, 116);
    oval("#e9c7a8", 320, 220, 88, 112);
    for (const x of [286, 354]) oval("#3a332d", x, 212, 7, 9);
    pen.strokeStyle = "#8d4a43";
    pen.lineWidth = 5;
    pen.beginPath();
    pen.arc(320, 250, 34, 0.35, Math.PI - 0.35);
    pen.stroke();
  });
}

/** Somebody's page of another office. */
export function otherPage(): MediaStream {
  return drawnStream("page", 1080, 1920, (pen) => {
    pen.fillStyle = "#ffffff";
    pen.fillRect(0, 0, 1080, 1920);
    pen.fillStyle = "#15232b";
    pen.font = "44px sans-serif";
    for (let line = 0; line < 16; line++)
      pen.fillText(`松江区企业登记网上办事 第 ${line + 1} 行`, 80, 160 + line * 104);
  });
}
