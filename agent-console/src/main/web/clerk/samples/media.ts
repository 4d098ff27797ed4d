import { noMedia, type MediaView } from "web-kit/media/call-media.ts";
import { applicantsFace, clerksFace } from "web-kit/samples/drawn.ts";

/** Both sides seen and heard, but for what is said otherwise. */
export function bothThere(
  more: { local?: Partial<MediaView["local"]>; remote?: Partial<MediaView["remote"]> } = {},
): MediaView {
  return {
    local: { ...noMedia.local, camera: "ON", microphone: "ON", stream: clerksFace(), ...more.local },
    remote: {
      ...noMedia.remote,
      camera: "ON",
      microphone: "ON",
      connected: true,
      stream: applicantsFace(),
      ...more.remote,
    },
  };
}
