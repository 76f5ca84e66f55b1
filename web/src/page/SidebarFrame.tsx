import type { ReactNode } from "react";
import styles from "./SidebarFrame.module.css";

/** The sidebar: a column beside the page, and on a phone a drawer that the top bar opens. The drawer is a popover, so Escape and a tap outside close it. */
export function SidebarFrame({ children }: { children: ReactNode }) {
  return (
    <aside className={styles.sidebar} id="sidebar" popover="auto" aria-label="Sidebar">
      <div className={styles.inside}>{children}</div>
    </aside>
  );
}
