import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { LocalMedia } from "./local-media.ts";

class FakeTrack {
  enabled = true;
  stopped = false;
  contentHint = "";
  onended: (() => void) | null = null;
  constructor(
    readonly kind: "audio" | "video",
    readonly device: string,
  ) {}
  stop() {
    this.stopped = true;
  }
  getSettings() {
    return { displaySurface: "browser" };
  }
}

const stream = (...tracks: FakeTrack[]) => ({ getTracks: () => tracks, getVideoTracks: () => tracks });

/** A browser whose devices and picker the test answers for. */
function browser() {
  const state = { device: "first" };
  let pick: (track: FakeTrack) => void = () => {};
  let refuse: () => void = () => {};
  vi.stubGlobal("navigator", {
    mediaDevices: {
      addEventListener() {},
      getUserMedia: async (wish: { video: unknown; audio: unknown }) =>
        stream(
          ...(wish.video ? [new FakeTrack("video", state.device)] : []),
          ...(wish.audio ? [new FakeTrack("audio", state.device)] : []),
        ),
      getDisplayMedia: () =>
        new Promise((picked, refused) => {
          pick = (track) => picked(stream(track));
          refuse = () => refused(new Error("closed"));
        }),
    },
  });
  return { state, pick: (track: FakeTrack) => pick(track), refuse: () => refuse() };
}

beforeEach(() => {
  vi.stubGlobal("MediaStream", class {});
  vi.stubGlobal("localStorage", { getItem: () => null });
});
afterEach(() => vi.unstubAllGlobals());

test("a picker left open in one call shares nothing into the next", async () => {
  const { pick } = browser();
  const media = new LocalMedia(() => {});
  const sharing = media.shareScreen({ ownTab: false });
  media.end();
  await media.warm();
  const track = new FakeTrack("video", "screen");
  pick(track);
  await sharing;
  expect(track.stopped).toBe(true);
  expect(media.track("screen")).toBeNull();
});

test("a picker of an earlier call that is closed is no trouble of the next", async () => {
  const { refuse } = browser();
  const media = new LocalMedia(() => {});
  const sharing = media.shareScreen({ ownTab: false });
  media.end();
  await media.warm();
  refuse();
  await sharing;
  expect(media.trouble).toBeNull();
});

test("what is picked in the call itself is shared", async () => {
  const { pick } = browser();
  const media = new LocalMedia(() => {});
  const sharing = media.shareScreen({ ownTab: false });
  const track = new FakeTrack("video", "screen");
  pick(track);
  await sharing;
  expect(media.track("screen")).toBe(track);
});

test("a microphone that is changed while it is muted is the new one once it is heard again", async () => {
  const { state } = browser();
  const media = new LocalMedia(() => {});
  await media.warm();
  media.setMicrophone(false);
  state.device = "second";
  await media.changeDevice("microphone");
  expect(media.sending("microphone")).toBe("OFF");
  media.setMicrophone(true);
  await media.warm();
  expect((media.track("microphone") as unknown as FakeTrack).device).toBe("second");
});

test("while the screen is covered nothing of it is sent, and afterwards it is again", async () => {
  const { pick } = browser();
  const cover = new FakeTrack("video", "cover");
  vi.stubGlobal("document", {
    createElement: () => ({ getContext: () => null, captureStream: () => stream(cover) }),
  });
  const sent: unknown[] = [];
  const media: LocalMedia = new LocalMedia((name) => sent.push(media.track(name)));
  const sharing = media.shareScreen({ ownTab: false });
  const screen = new FakeTrack("video", "screen");
  pick(screen);
  await sharing;
  media.coverScreen(true);
  expect(media.covered).toBe(true);
  expect(screen.enabled).toBe(false);
  media.coverScreen(false);
  expect(sent).toEqual([screen, cover, screen]);
  expect(cover.stopped).toBe(true);
  expect(screen.enabled).toBe(true);
});

test("a screen that is shared while something secret is written is covered from the start", async () => {
  const { pick } = browser();
  const cover = new FakeTrack("video", "cover");
  vi.stubGlobal("document", {
    createElement: () => ({ getContext: () => null, captureStream: () => stream(cover) }),
  });
  const sent: unknown[] = [];
  const media: LocalMedia = new LocalMedia((name) => sent.push(media.track(name)));
  media.coverScreen(true);
  const sharing = media.shareScreen({ ownTab: false });
  pick(new FakeTrack("video", "screen"));
  await sharing;
  expect(sent).toEqual([cover]);
  media.end();
  expect(cover.stopped).toBe(true);
});
