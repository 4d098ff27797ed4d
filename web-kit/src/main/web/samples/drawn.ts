const drawn = new Map<string, MediaStream>();

/** A moving picture to stand for a camera or a screen; the same name is the same picture. */
export function drawnStream(
  name: string,
  width: number,
  height: number,
  draw: (pen: CanvasRenderingContext2D) => void,
): MediaStream {
  const known = drawn.get(name);
  if (known !== undefined) return known;
  const stream = newStream(width, height, draw);
  drawn.set(name, stream);
  return stream;
}

function newStream(width: number, height: number, draw: (pen: CanvasRenderingContext2D) => void): MediaStream {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext("2d");
  if (pen === null) throw new Error("this browser draws nothing");
  const stream = canvas.captureStream(5);
  setInterval(() => draw(pen), 200);
  draw(pen);
  return stream;
}

/** Somebody before a wall; null where nothing draws, as in tests without a browser. */
export function face(wall: string, coat: string): MediaStream | null {
  if (typeof document === "undefined") return null;
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

export const clerksFace = (): MediaStream | null => face("#cfd9d3", "#3d5a4b");
export const applicantsFace = (): MediaStream | null => face("#e2dccd", "#7d4f52");

/** A page of another office, as somebody shows it. */
export function otherPage(): MediaStream {
  if (typeof document === "undefined") return new MediaStream();
  return drawnStream("page", 1080, 1920, (pen) => {
    pen.fillStyle = "#ffffff";
    pen.fillRect(0, 0, 1080, 1920);
    pen.fillStyle = "#15232b";
    pen.font = "44px sans-serif";
    for (let line = 0; line < 16; line++)
      pen.fillText(`松江区企业登记网上办事 第 ${line + 1} 行`, 80, 160 + line * 104);
  });
}
