import { LoaderCircle } from "lucide-react";
import { useEffect, useState } from "react";
import { CodeText } from "./CodeText";
import { useSpinners } from "./PageContext";
import type { ShownSpinner } from "./PageStore";
import styles from "./Spinners.module.css";

/** What the script waits for. Spinners float over the page and never move it. */
export function Spinners() {
  return (
    <div className={styles.spinners} role="status">
      {useSpinners().map((spinner) => (
        <div key={spinner.id} className={styles.pill}>
          <LoaderCircle className={styles.wheel} size={16} aria-hidden />
          <span className={styles.text}>
            <CodeText text={spinner.text} />
          </span>
          {spinner.showTime && <Seconds spinner={spinner} />}
        </div>
      ))}
    </div>
  );
}

function Seconds({ spinner }: { spinner: ShownSpinner }) {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 100);
    return () => clearInterval(timer);
  }, []);
  // A screen reader would read every tenth of a second aloud.
  return (
    <span className={styles.seconds} aria-hidden>
      {Math.max(0, (now - spinner.since) / 1000).toFixed(1)} s
    </span>
  );
}
