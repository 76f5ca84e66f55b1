import { useState } from "react";
import { SaveNotices } from "./SaveNotices";
import { SidebarFrame } from "./SidebarFrame";
import { ClearCachesDialog } from "./ClearCachesDialog";
import { CompileOverlay } from "./CompileOverlay";
import { ConnectionNotice } from "./ConnectionNotice";
import { EmptyPage } from "./EmptyPage";
import { Children } from "./NodeView";
import type { Page } from "./Page";
import { PageContext, useChildren, useConnection } from "./PageContext";
import { RefusedPage } from "./RefusedPage";
import { SourcePanel } from "./SourcePanel";
import { Spinners } from "./Spinners";
import { TopBar } from "./TopBar";
import { useShortcuts } from "./useShortcuts";
import styles from "./PageView.module.css";

export function PageView({ page }: { page: Page }) {
  return (
    <PageContext value={page}>
      <ConnectedPage page={page} />
    </PageContext>
  );
}

function ConnectedPage({ page }: { page: Page }) {
  const connection = useConnection();
  const hasSidebar = useChildren("root").includes("sidebar");
  const [clearing, setClearing] = useState(false);
  const [sourceShown, setSourceShown] = useState(false);
  useShortcuts({ r: () => page.rerun(), c: () => setClearing(true) });

  if (connection.kind === "refused") return <RefusedPage reason={connection.reason} />;
  return (
    <div className={styles.page} data-sidebar={hasSidebar || undefined} data-source={sourceShown || undefined}>
      <TopBar
        hasSidebar={hasSidebar}
        sourceShown={sourceShown}
        onShowSource={() => setSourceShown((shown) => !shown)}
        onClearCaches={() => setClearing(true)}
      />
      {hasSidebar && (
        <SidebarFrame>
          <Children of="sidebar" />
        </SidebarFrame>
      )}
      <main className={styles.main} id="main">
        <div className={styles.column}>
          <h1 className={`visually-hidden ${styles.title}`}>{page.config.title}</h1>
          <Children of="main" />
          <EmptyPage />
        </div>
      </main>
      {sourceShown && page.config.source && (
        <SourcePanel name={page.config.source.name} onClose={() => setSourceShown(false)} />
      )}
      <CompileOverlay />
      <div className={styles.floating}>
        <ConnectionNotice />
        <SaveNotices />
        <Spinners />
      </div>
      <ClearCachesDialog open={clearing} onOpenChange={setClearing} />
    </div>
  );
}
