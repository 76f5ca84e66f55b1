import { WifiOff } from "lucide-react";
import { useConnection, usePage } from "./PageContext";
import styles from "./Spinners.module.css";

export function ConnectionNotice() {
  const page = usePage();
  const lost = useConnection().kind === "lost";
  return (
    <div role="status">
      {lost && (
        <div className={styles.pill} data-tone="warning">
          <WifiOff size={16} aria-hidden />
          <span>Connection lost. Trying again…</span>
          <button type="button" className={styles.action} onClick={() => page.retryNow()}>
            Now
          </button>
        </div>
      )}
    </div>
  );
}
