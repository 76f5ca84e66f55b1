/** What the server inlines into the page before it is sent. See docs/wire.md. */
export type PageConfig = {
  title: string;
  base: string;
  development: boolean;
  source?: { name: string };
  home?: { path: string; title: string };
  pages?: { path: string; title: string; current: boolean }[];
  gallery?: GalleryConfig;
};

export type GalleryConfig = { title: string; intro: string; samples: GallerySample[] };

export type GallerySample = { path: string; title: string; description: string; icon?: string };

export function readPageConfig(document: Document): PageConfig {
  const inlined = document.getElementById("refrain")?.textContent;
  if (inlined == null || inlined.trim() === "") {
    return { title: document.title, base: "", development: false };
  }
  return JSON.parse(inlined) as PageConfig;
}
