// Copies the data sets that the samples read into samples/data, from the npm package that carries them.
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { locked } from "../src/Refrain.Server/build/lock.mjs";

const samples = dirname(fileURLToPath(import.meta.url));
const data = join(samples, "data");
const source = join(samples, "node_modules", "vega-datasets", "data");
const files = ["birdstrikes.csv", "zipcodes.csv", "flights-200k.json"];

await locked(join(samples, ".fetch.lock"), () => {
  const missing = files.filter((file) => !existsSync(join(data, file)));
  if (missing.length === 0) return;

  if (!missing.every((file) => existsSync(join(source, file)))) {
    console.log("Fetching the samples' data (npm package vega-datasets)");
    const npm = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
      cwd: samples,
      stdio: "inherit",
      shell: process.platform === "win32",
    });
    if (npm.status !== 0) {
      console.error("The samples' data could not be fetched: npm ci failed in samples/. Is the network there?");
      process.exit(1);
    }
  }

  mkdirSync(data, { recursive: true });
  for (const file of missing) {
    // Renamed into place, so that a reader never sees half a file.
    copyFileSync(join(source, file), join(data, `${file}.part`));
    renameSync(join(data, `${file}.part`), join(data, file));
  }
});
