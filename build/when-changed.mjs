// when-changed.mjs STAMP "FOLDERS" "COMMAND": runs COMMAND unless STAMP names the same inputs as last time.
// Inputs are the browser sources of the folders and the configuration they share.
import { execSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const [stamp, folders, command] = process.argv.slice(2);

const notForBrowsers = ["java", "resources"];

function* filesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else yield path;
  }
}

function* inputs() {
  for (const entry of readdirSync(".", { withFileTypes: true })) {
    if (entry.isFile() && /\.(json|mjs|ts)$|^\.(prettierrc|prettierignore|npmrc)$/.test(entry.name)) yield entry.name;
  }
  for (const folder of folders.split(" ")) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isFile()) yield join(folder, entry.name);
    }
    const main = join(folder, "src/main");
    for (const entry of existsSync(main) ? readdirSync(main).sort() : []) {
      if (!notForBrowsers.includes(entry)) yield* filesBelow(join(main, entry));
    }
    if (existsSync(join(folder, "src/test/web"))) yield* filesBelow(join(folder, "src/test/web"));
  }
}

const hash = createHash("sha256").update(command);
for (const path of inputs()) hash.update(`\0${path}\0`).update(readFileSync(path));
const now = hash.digest("hex");

if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== now) {
  rmSync(stamp, { force: true });
  try {
    execSync(command, { stdio: "inherit" });
  } catch (failure) {
    process.exit(failure.status ?? 1);
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
}
