import type { Saving } from "../../rows/saveCsv";
import styles from "./DataFrame.module.css";

type Props = { saving: Saving | null; onStop: () => void };

/** How far the file is that the table is saved to, and how it ended. Its beginning and its end are spoken, and not every step. */
export function SavingNote({ saving, onStop }: Props) {
  const going = saving !== null && saving.end === undefined;
  return (
    <span className={styles.working}>
      <span role="status">{saving === null ? "" : going ? "Saving as CSV" : ended(saving)}</span>
      {going && (
        <>
          <progress max={saving.rows ?? 1} value={saving.written} aria-label="Saving as CSV" />
          {saving.rows !== undefined && (
            <span className={styles.count}>
              {(saving.written ?? 0).toLocaleString("en")} of {saving.rows.toLocaleString("en")} rows
            </span>
          )}
          <button type="button" onClick={onStop} aria-label="Cancel saving as CSV">
            Cancel
          </button>
        </>
      )}
    </span>
  );
}

function ended({ end, written = 0 }: Saving): string {
  if (end === "stopped") return "Saving was cancelled";
  if (end === "failed") return "The server could not write the file";
  return `${written.toLocaleString("en")} ${written === 1 ? "row" : "rows"} saved as CSV`;
}
