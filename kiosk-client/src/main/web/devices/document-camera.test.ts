import { expect, test } from "vitest";
import { DocumentCamera, type Cameras } from "./document-camera.ts";

const page = {} as globalThis.Blob;

/** Cameras of a kiosk that count how many of them are open. */
function cameras(list: readonly { id: string; label: string }[], brightest = 200) {
  const open = new Set<string>();
  const answers: (() => void)[] = [];
  const fake: Cameras = {
    list: async () => list,
    open: (id) =>
      new Promise((opened) =>
        answers.push(() => {
          open.add(id);
          const tracks = [{ stop: () => open.delete(id) }];
          opened({ getTracks: () => tracks } as unknown as MediaStream);
        }),
      ),
    still: async () => ({ page, brightest }),
    shown: async () => ({}) as MediaStreamTrack,
  };
  return { fake, open, openNow: () => answers.splice(0).forEach((answer) => answer()) };
}

const face = { id: "f", label: "USB Camera" };
const bed = { id: "d", label: "Doc Camera 4K" };

test("the document camera is known by its name, wherever it stands in the list", async () => {
  const camera = new DocumentCamera(cameras([bed, face]).fake);
  expect(await camera.look(null)).toBe(true);
  expect(camera.found).toEqual(bed);
  expect(await camera.look(null)).toBe(false);
});

test("without a name it is the second camera, and never that of the call", async () => {
  const unnamed = { id: "u", label: "USB2.0 HD" };
  const camera = new DocumentCamera(cameras([face, unnamed]).fake);
  await camera.look(null);
  expect(camera.found).toEqual(unnamed);
  await camera.look("u");
  expect(camera.found).toEqual(face);
});

test("a kiosk with one camera has no document camera", async () => {
  const camera = new DocumentCamera(cameras([face]).fake);
  await camera.look(null);
  expect(camera.found).toBeNull();
  await camera.look("f");
  expect(await camera.open("u")).toEqual({ why: "OFFLINE" });
});

test("a camera that was asked for and is not wanted any more is closed as soon as it opens", async () => {
  const { fake, open, openNow } = cameras([face, bed]);
  const camera = new DocumentCamera(fake);
  await camera.look("f");
  const opening = camera.open("u");
  camera.close("u");
  openNow();
  expect(await opening).toBeNull();
  expect(open.size).toBe(0);
});

test("what is all black is no page", async () => {
  const { fake, openNow } = cameras([face, bed], 12);
  const camera = new DocumentCamera(fake);
  await camera.look("f");
  const opening = camera.open("u");
  openNow();
  await opening;
  expect(await camera.shoot()).toEqual({ why: "LENS_DARK" });
  expect(camera.dark).toBe(true);
});

test("two who use it share one picture, and the last who lets go of it closes it", async () => {
  const { fake, open, openNow } = cameras([face, bed]);
  const camera = new DocumentCamera(fake);
  await camera.look("f");
  const [one, other] = [camera.open("watch"), camera.open("page")];
  openNow();
  expect(await one).toEqual(await other);
  camera.close("page");
  camera.close("page");
  expect(open.size).toBe(1);
  camera.close("watch");
  expect(open.size).toBe(0);
});

test("a camera that another program has is busy until it can be opened", async () => {
  const { fake } = cameras([face, bed]);
  let free = false;
  const camera = new DocumentCamera({
    ...fake,
    open: async () => {
      if (!free) throw new DOMException("in use", "NotReadableError");
      return { getTracks: () => [{ stop() {} }] } as unknown as MediaStream;
    },
  });
  await camera.look("f");
  expect(await camera.open("u")).toEqual({ why: "BUSY" });
  expect(camera.busy).toBe(true);
  camera.close("u");
  free = true;
  expect(await camera.open("u")).toMatchObject({ stream: {} });
  expect(camera.busy).toBe(false);
});

test("one that was there and is gone is missed, and told of where somebody used it", async () => {
  const list = [face, bed];
  const { fake, openNow } = cameras(list);
  const camera = new DocumentCamera(fake);
  await camera.look("f");
  const opening = camera.open("u");
  openNow();
  const opened = await opening;
  let lost = 0;
  camera.lost = () => (lost += 1);
  if (opened !== null && "stream" in opened)
    for (const track of opened.stream.getTracks()) track.onended?.(new Event("ended"));
  expect(lost).toBe(1);
  list.pop();
  expect(await camera.look("f")).toBe(true);
  expect(camera.found).toBeNull();
  expect(camera.missed).toEqual(bed);
  list.push(bed);
  await camera.look("f");
  expect(camera.missed).toBeNull();
});

test("where the browser took the document camera for the face, it is told another", async () => {
  const camera = new DocumentCamera(cameras([bed, face]).fake);
  expect(await camera.faceInstead("d")).toBe("f");
  expect(await camera.faceInstead("f")).toBeNull();
  expect(await new DocumentCamera(cameras([bed]).fake).faceInstead("d")).toBeNull();
});
