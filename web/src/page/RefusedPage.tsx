import { PlugZap } from "lucide-react";
import buttons from "../elements/Button/Button.module.css";
import styles from "./RefusedPage.module.css";

/** The server will not serve this page; trying again by itself would not help. */
export function RefusedPage({ reason }: { reason: string }) {
  return (
    <main className={styles.page}>
      <PlugZap size={32} aria-hidden />
      <h1 className={styles.title}>The server refused the connection</h1>
      <p role="alert">{reason}</p>
      <button type="button" className={buttons.button} onClick={() => location.reload()}>
        Reload
      </button>
    </main>
  );
}
