import { Square } from "lucide-react";
import { useBusy, useConnection, usePage, useRun } from "./PageContext";
import styles from "./RunIndicator.module.css";

/**
 * Says that the script runs and offers to stop it. It appears a moment late, so that quick runs do not flicker.
 * Programs that drive a page read `data-run`.
 */
export function RunIndicator() {
  const page = usePage();
  const busy = useBusy();
  const { state } = useRun();
  const connected = useConnection().kind === "open";
  return (
    <div className={styles.region} role="status" data-run={busy ? "running" : state}>
      {busy && connected && (
        <div className={styles.indicator}>
          <span className={styles.pulse} aria-hidden />
          <span className={styles.word}>Running</span>
          <button type="button" className={styles.stop} onClick={() => page.stop()}>
            <Square size={11} fill="currentColor" aria-hidden />
            Stop
          </button>
        </div>
      )}
    </div>
  );
}
