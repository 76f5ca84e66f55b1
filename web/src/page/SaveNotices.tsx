import { Info } from "lucide-react";
import { useState } from "react";
import { CodeText } from "./CodeText";
import { useNotices } from "./PageContext";
import styles from "./SaveNotices.module.css";

/** What the last save of the script has cost the session: there until the next save, or until the user has read it. */
export function SaveNotices() {
  const notices = useNotices();
  const [read, setRead] = useState<readonly string[] | null>(null);
  return (
    <div role="status">
      {notices.length > 0 && notices !== read && (
        <div className={styles.box}>
          <Info className={styles.icon} size={16} aria-hidden />
          <div className={styles.lines}>
            {notices.map((notice) => (
              <p key={notice}>
                <CodeText text={notice} />
              </p>
            ))}
          </div>
          <button type="button" className={styles.close} onClick={() => setRead(notices)}>
            Close
          </button>
        </div>
      )}
    </div>
  );
}
