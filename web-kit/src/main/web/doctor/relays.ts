import type { Relay, RelayKind } from "./facts.ts";

const URL_OF_TURN = /^(turns?):(\[[^\]]+\]|[^:?]+)(?::(\d+))?(?:\?transport=(udp|tcp))?$/;

/** Every address of the servers with its kind and place, as browsers read them; others than TURN are none. */
export function relaysOf(servers: readonly RTCIceServer[]): Relay[] {
  return servers.flatMap(({ urls, ...opens }) =>
    [urls].flat().flatMap((url) => {
      const found = URL_OF_TURN.exec(url);
      if (found === null) return [];
      const [, scheme, host, port, transport] = found;
      const kind: RelayKind = scheme === "turns" ? "tls" : transport === "tcp" ? "tcp" : "udp";
      return [{ kind, at: `${host}:${port ?? (scheme === "turns" ? 5349 : 3478)}`, server: { ...opens, urls: [url] } }];
    }),
  );
}
