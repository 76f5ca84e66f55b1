// Takes pictures of the page that server.mjs plays: node dev/shots.mjs http://127.0.0.1:8502 folder [name…]

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "playwright-core";

const [address, folder, ...names] = process.argv.slice(2);
const scenes = ["gallery", "page", "spinner", "overlay", "loading", "refused", "empty", "stopped"];
const sizes = { wide: { width: 1280, height: 900 }, phone: { width: 360, height: 780 } };

await mkdir(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
for (const scene of names.length > 0 ? names : scenes) {
  for (const [size, viewport] of Object.entries(sizes)) {
    for (const colorScheme of ["light", "dark"]) {
      const page = await browser.newPage({ viewport, colorScheme });
      page.on("console", (message) => message.type() === "error" && console.log(scene, message.text()));
      page.on("pageerror", (error) => console.log(scene, error.message));
      await page.goto(address + (scene === "gallery" ? "/" : `/page/?scene=${scene}`));
      await page.waitForTimeout(1500);
      await page.screenshot({ path: join(folder, `${scene}-${size}-${colorScheme}.png`), fullPage: scene === "page" });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (overflow > 0) console.log(`${scene} ${size}: ${overflow} pixels too wide`);
      await page.close();
    }
  }
}
await browser.close();
