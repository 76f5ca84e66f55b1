import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// Every address is relative: the server mounts the same files at any path and says where by <base>.
export default defineConfig({
  base: "./",
  plugins: [react()],
  build: {
    target: "es2023",
    assetsDir: "_refrain/assets",
    // The page's content security policy allows fonts and images of its own host only, so nothing becomes a data: address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Plotly, which comes when a page first has one of its figures, is one lazy chunk of this size. Nothing else comes near it.
    chunkSizeWarningLimit: 5500,
  },
});
