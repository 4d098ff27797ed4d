/** For tests: a stream without media. */
export class FakeStream {
  tracks: unknown[] = [];
  addTrack(track: unknown) {
    this.tracks.push(track);
  }
}

/** For tests: a connection that does what it is told and remembers it. */
export class FakeConnection {
  done: string[] = [];
  closed = false;
  /** What came over it so far. */
  packets = 0;
  connectionState = "new";
  signalingState = "stable";
  localDescription: { sdp: string } | null = null;
  transceivers: object[] = [];
  onicecandidate: ((event: { candidate: object | null }) => void) | null = null;
  onconnectionstatechange: (() => void) | null = null;
  constructor(
    readonly configuration: RTCConfiguration,
    readonly name = "mine",
  ) {}
  addTransceiver(kind: string, { direction = "sendrecv" } = {}) {
    this.done.push(direction === "sendrecv" ? `transceiver ${kind}` : `${direction} ${kind}`);
    const transceiver = {
      receiver: { track: { kind } },
      sender: {
        replaceTrack: async (track: { id: string } | null) => void (track && this.done.push(`sends ${track.id}`)),
        setStreams() {},
        getParameters: () => ({ encodings: [{}] }),
        setParameters: async (p: { encodings: object[] }) => void this.done.push(`bound ${JSON.stringify(p)}`),
      },
    };
    this.transceivers.push(transceiver);
    return transceiver;
  }
  getTransceivers() {
    return this.transceivers;
  }
  async setLocalDescription() {
    this.localDescription = { sdp: this.name };
    this.signalingState = this.signalingState === "stable" ? "have-local-offer" : "stable";
  }
  async setRemoteDescription({ type }: { type: string }) {
    this.done.push(type);
    this.signalingState = type === "offer" ? "have-remote-offer" : "stable";
    if (type === "offer") for (const kind of ["audio", "video", "video", "video"]) this.addTransceiver(kind);
  }
  async addIceCandidate({ candidate }: { candidate: string }) {
    this.done.push(`candidate ${candidate}`);
  }
  async getStats() {
    return [{ type: "inbound-rtp", packetsReceived: this.packets }, { type: "transport" }];
  }
  close() {
    this.closed = true;
  }
  becomes(state: string) {
    this.connectionState = state;
    this.onconnectionstatechange?.();
  }
}
