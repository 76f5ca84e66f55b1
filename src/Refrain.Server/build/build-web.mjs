// Builds the front end into web/dist when it is missing or older than its sources, and compresses it once for every visitor.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { locked } from "./lock.mjs";

const web = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..", "web");
const dist = join(web, "dist");
const ignored = new Set(["node_modules", "dist", "coverage", "test-results"]);

await locked(join(web, ".build.lock"), () => {
  const packages = digest([join(web, "package.json"), join(web, "package-lock.json")]);
  const sources = digest(filesOf(web));
  if (read(join(dist, ".built")) === sources) return;

  if (read(join(web, "node_modules", ".installed")) !== packages) {
    console.log("Installing the front end's packages");
    npm("ci", "--no-audit", "--no-fund", "--loglevel=error");
    writeFileSync(join(web, "node_modules", ".installed"), packages);
  }

  console.log("Building the front end");
  npm("run", "build", "--silent");
  filesOf(dist).forEach(compress);
  writeFileSync(join(dist, ".built"), sources);
});

function npm(...parameters) {
  const { status } = spawnSync("npm", parameters, { cwd: web, stdio: "inherit", shell: process.platform === "win32" });
  if (status === 0) return;
  console.error(`npm ${parameters.join(" ")} failed in web/`);
  process.exit(1);
}

function filesOf(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !ignored.has(entry.name) && !entry.name.startsWith("."))
    .flatMap((entry) => (entry.isDirectory() ? filesOf(join(folder, entry.name)) : [join(folder, entry.name)]))
    .sort();
}

function digest(files) {
  const hash = createHash("sha256");
  for (const file of files.filter(existsSync)) hash.update(`${relative(web, file)}\0`).update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

function read(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}

function compress(file) {
  if (!/\.(js|css|svg|json|wasm|ttf)$/.test(file) || statSync(file).size < 1024) return;
  const content = readFileSync(file);
  writeFileSync(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
}
