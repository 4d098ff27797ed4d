// Two people and one text over y-websocket, its client as it comes, its server as far as two people need it:
// node yjs-peer.mjs < texts.json
// The input is a list of fields and what stands in each after a keystroke, each longer than before; a line of JSON says how many
// bytes all of it took, at both ends.
import { once } from "node:events";
import http from "node:http";
import { text as all } from "node:stream/consumers";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { WebSocket, WebSocketServer } from "ws";
import * as sync from "y-protocols/sync";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";

/** The kind of message that carries a document; the other carries who is there. */
const document = 0;
const texts = JSON.parse(await all(process.stdin));
let bytes = 0;

/** Counts what is said and heard, without what WebSocket itself adds. */
class Counted extends WebSocket {
  constructor(address, protocols) {
    super(address, protocols);
    this.on("message", (data) => (bytes += data.byteLength));
  }
  send(data, ...more) {
    bytes += data.byteLength;
    return super.send(data, ...more);
  }
}

/** Keeps the document, and passes on to everybody what changed in it. */
function relay(sockets, shared) {
  const message = (write) => {
    const bytes = encoding.createEncoder();
    encoding.writeVarUint(bytes, document);
    write(bytes);
    return bytes;
  };
  shared.on("update", (update) => {
    const changed = encoding.toUint8Array(message((bytes) => sync.writeUpdate(bytes, update)));
    for (const socket of sockets.clients) socket.send(changed);
  });
  sockets.on("connection", (socket) => {
    socket.on("message", (data) => {
      const said = decoding.createDecoder(new Uint8Array(data));
      if (decoding.readVarUint(said) !== document) return;
      const answer = message((bytes) => sync.readSyncMessage(said, bytes, shared, socket));
      if (encoding.length(answer) > 1) socket.send(encoding.toUint8Array(answer));
    });
    socket.send(encoding.toUint8Array(message((bytes) => sync.writeSyncStep1(bytes, shared))));
  });
}

const server = http.createServer();
relay(new WebSocketServer({ server }), new Y.Doc());
await once(server.listen(0, "127.0.0.1"), "listening");
const address = `ws://127.0.0.1:${server.address().port}`;

async function person() {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(address, "room", doc, { WebSocketPolyfill: Counted, disableBc: true });
  if (!provider.synced) await new Promise((then) => provider.once("synced", then));
  return { doc, provider };
}

const typist = await person();
const watcher = await person();
const arrived = (count) =>
  new Promise((then) => {
    let left = count;
    watcher.doc.on("update", () => --left === 0 && then());
  });

// What both said of themselves in the beginning is no keystroke.
await new Promise((then) => setTimeout(then, 500));
bytes = 0;
const whole = arrived(texts.length);
for (const { field, text } of texts) {
  typist.doc.transact(() => {
    const fields = typist.doc.getMap("fields");
    if (!fields.has(field)) fields.set(field, new Y.Text());
    const box = fields.get(field);
    box.insert(box.length, text.slice(box.length));
  });
}
await whole;
console.log(JSON.stringify({ bytes }));
typist.provider.destroy();
watcher.provider.destroy();
server.close();
process.exit(0);
