import { ChevronLeft, Code, PanelLeft } from "lucide-react";
import { usePage } from "./PageContext";
import { PageMenu } from "./PageMenu";
import { RunIndicator } from "./RunIndicator";
import styles from "./TopBar.module.css";

type Props = { hasSidebar: boolean; sourceShown: boolean; onShowSource: () => void; onClearCaches: () => void };

export function TopBar({ hasSidebar, sourceShown, onShowSource, onClearCaches }: Props) {
  const { config } = usePage();
  return (
    <header className={styles.bar}>
      {hasSidebar && (
        <button type="button" className={styles.drawer} popoverTarget="sidebar" aria-label="Sidebar">
          <PanelLeft size={18} aria-hidden />
        </button>
      )}
      {config.home && (
        <a className={styles.home} href={config.home.path}>
          <ChevronLeft size={16} aria-hidden />
          <span>{config.home.title}</span>
        </a>
      )}
      {config.pages && (
        <nav className={styles.pages} aria-label="Pages">
          {config.pages.map((page) => (
            <a
              key={page.path}
              className={styles.page}
              href={page.path}
              aria-current={page.current ? "page" : undefined}
            >
              {page.title}
            </a>
          ))}
        </nav>
      )}
      <div className={styles.space} />
      <RunIndicator />
      {config.source && (
        <button
          type="button"
          className={styles.button}
          aria-label="Source"
          aria-pressed={sourceShown}
          onClick={onShowSource}
        >
          <Code size={16} aria-hidden />
          <span className={styles.word}>Source</span>
        </button>
      )}
      <PageMenu onClearCaches={onClearCaches} />
    </header>
  );
}
