// Installs the npm packages when the lock file is not the one they came from.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node 20.19 or newer is needed to build the pages; this is ${process.versions.node}.`);
  process.exit(1);
}
const lock = readFileSync("package-lock.json", "utf8");
const note = "node_modules/.installed-from";
if (!existsSync(note) || readFileSync(note, "utf8") !== lock) {
  const done = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], { stdio: "inherit" });
  if (done.status !== 0) {
    console.error("npm ci failed; the lines above say why.");
    process.exit(done.status ?? 1);
  }
  writeFileSync(note, lock);
}
