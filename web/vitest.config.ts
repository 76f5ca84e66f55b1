import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["./src/testing/setup.ts"],
    restoreMocks: true,
    unstubGlobals: true,
    // The files share their modules and one document, which setup.ts leaves empty after each test: loading them anew for each took most of the time.
    isolate: false,
  },
});
