// One build at a time may install packages and write the same folders: two `dotnet build` side by side are ordinary.
import { closeSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";

/** Runs an action while holding a lock file; a lock whose process has died is taken over. */
export async function locked(path, action) {
  for (;;) {
    try {
      const file = openSync(path, "wx");
      writeSync(file, String(process.pid));
      closeSync(file);
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      if (!ownerIsAlive(path)) rmSync(path, { force: true });
      await delay(200);
    }
  }
  const release = () => rmSync(path, { force: true });
  process.on("exit", release);
  try {
    return await action();
  } finally {
    release();
    process.off("exit", release);
  }
}

function ownerIsAlive(path) {
  try {
    const pid = Number(readFileSync(path, "utf8"));
    // Empty: its owner is between opening and writing.
    if (pid === 0) return true;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM" || error.code === "ENOENT";
  }
}
