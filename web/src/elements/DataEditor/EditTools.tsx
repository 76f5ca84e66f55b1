import { Plus, RotateCcw, Trash2, Undo2 } from "lucide-react";
import type { Editing } from "./useEditing";
import styles from "./DataEditor.module.css";

type Props = {
  editing: Editing;
  /** Rows that are chosen in the grid, found only when they are asked for. */
  chosen: { count: number; all: () => number[] };
  onAdded: () => void;
};

/** What can be done to a whole table that is edited, beside what is typed into its cells. */
export function EditTools({ editing, chosen, onAdded }: Props) {
  const { enabled, dynamic } = editing;
  return (
    <>
      {dynamic && (
        <button
          type="button"
          className={styles.tool}
          disabled={!enabled}
          onClick={() => {
            editing.add();
            onAdded();
          }}
        >
          <Plus size={16} aria-hidden /> Add row
        </button>
      )}
      {dynamic && (
        <button
          type="button"
          className={styles.tool}
          disabled={!enabled || chosen.count === 0}
          title="Rows that are deleted already are restored"
          onClick={() => editing.remove(chosen.all())}
        >
          <Trash2 size={16} aria-hidden /> Delete
        </button>
      )}
      <button type="button" className={styles.tool} disabled={!enabled || !editing.canUndo} onClick={editing.undo}>
        <Undo2 size={16} aria-hidden /> Undo
      </button>
      <button
        type="button"
        className={styles.tool}
        disabled={!enabled || editing.summary === ""}
        onClick={editing.discard}
      >
        <RotateCcw size={16} aria-hidden /> Discard
      </button>
    </>
  );
}
