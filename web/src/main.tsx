import "@fontsource-variable/inter";
import "./style/tokens.css";
import "./style/base.css";
import "./style/prose.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Gallery } from "./gallery/Gallery";
import { Page } from "./page/Page";
import { PageView } from "./page/PageView";
import { restoreTheme } from "./theme/theme";
import { readPageConfig } from "./wire/config";

restoreTheme();

const config = readPageConfig(document);
document.title = config.title;

const app = document.getElementById("app");
if (app === null) throw new Error("The page has no element #app to draw in.");
const root = createRoot(app);

if (config.gallery) {
  root.render(
    <StrictMode>
      <Gallery gallery={config.gallery} />
    </StrictMode>,
  );
} else {
  const page = new Page(config);
  page.start();
  root.render(
    <StrictMode>
      <PageView page={page} />
    </StrictMode>,
  );
}
