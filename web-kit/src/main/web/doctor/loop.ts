/** Two connections of this page that meet each other. */
export type Loop = {
  /** The two ends of one channel, once both are open. */
  readonly open: Promise<readonly [RTCDataChannel, RTCDataChannel]>;
  readonly kinds: ReadonlySet<RTCIceCandidateType>;
  readonly errors: readonly RTCPeerConnectionIceErrorEvent[];
  /** One of the two found no relayed address, and looks for no more. */
  readonly unrelayed: Promise<void>;
  close(): void;
};

/**
 * Joins two connections through these servers.
 *
 * @param policy "relay": by no other way
 * @param channel how its packets are treated
 */
export function loop(servers: RTCIceServer[], policy: RTCIceTransportPolicy, channel: RTCDataChannelInit = {}): Loop {
  const configuration = { iceServers: servers, iceTransportPolicy: policy };
  const [one, other] = [new RTCPeerConnection(configuration), new RTCPeerConnection(configuration)];
  const kinds = new Set<RTCIceCandidateType>();
  const errors: RTCPeerConnectionIceErrorEvent[] = [];
  const near = one.createDataChannel("doctor", channel);
  const far = new Promise<RTCDataChannel>((then) => (other.ondatachannel = (event) => then(event.channel)));
  let given = () => {};
  const unrelayed = new Promise<void>((then) => (given = then));
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    let relayed = false;
    from.onicegatheringstatechange = () => from.iceGatheringState === "complete" && !relayed && given();
    from.onicecandidate = ({ candidate }) => {
      if (candidate === null) return;
      relayed ||= candidate.type === "relay";
      if (candidate.type !== null) kinds.add(candidate.type);
      // A page that was left has closed both.
      to.addIceCandidate(candidate).catch(() => undefined);
    };
    from.onicecandidateerror = (event) => errors.push(event);
  }
  const open = describe(one, other).then(async () => [await opened(near), await opened(await far)] as const);
  open.catch(() => undefined);
  return {
    open,
    kinds,
    errors,
    unrelayed,
    close() {
      one.close();
      other.close();
    },
  };
}

/** Descriptions go before the addresses: those are kept back by nobody here. */
async function describe(one: RTCPeerConnection, other: RTCPeerConnection): Promise<void> {
  const offer = await one.createOffer();
  await other.setRemoteDescription(offer);
  const answer = await other.createAnswer();
  // Only now does either look for addresses, which the other can take.
  await one.setLocalDescription(offer);
  await one.setRemoteDescription(answer);
  await other.setLocalDescription(answer);
}

function opened(channel: RTCDataChannel): Promise<RTCDataChannel> {
  return new Promise((then, failed) => {
    if (channel.readyState === "open") then(channel);
    channel.onopen = () => then(channel);
    channel.onerror = () => failed(new Error("the channel broke"));
  });
}
