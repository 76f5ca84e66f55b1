import {
  GridCellKind,
  type GridCell,
  type ProvideEditorCallback,
  type ProvideEditorComponent,
} from "@glideapps/glide-data-grid";
import { useState } from "react";
import styles from "./DataEditor.module.css";

/** What a cell that is edited carries besides what the grid knows. */
export type EditableCell = GridCell & { text?: string | null; options?: readonly string[]; edited?: true };

/** Cells the grid has no input for: those with options, and those that are drawn. */
export const provideEditor: ProvideEditorCallback<GridCell> = (cell) => {
  const { options } = cell as EditableCell;
  if (options !== undefined) return { editor: OptionEditor, disablePadding: true };
  if (cell.kind === GridCellKind.Custom || cell.kind === GridCellKind.Image) return PlainEditor;
  return undefined;
};

/** A cell as the grid hands an edited text over. */
const edited = (text: string): GridCell => ({
  kind: GridCellKind.Text,
  data: text,
  displayData: text,
  allowOverlay: true,
});

/** An input that was opened is where the next key goes. */
const focused = (input: HTMLElement | null): void => input?.focus();

export const OptionEditor: ProvideEditorComponent<GridCell> = ({ value, initialValue, onFinishedEditing }) => {
  const { options = [], text } = value as EditableCell;
  const typed = initialValue?.toLowerCase();
  const [chosen, choose] = useState(
    () => (typed === undefined ? text : options.find((option) => option.toLowerCase().startsWith(typed))) ?? text ?? "",
  );
  return (
    <select
      ref={focused}
      className={styles.options}
      aria-label="Options"
      size={Math.min(8, Math.max(2, options.length))}
      value={chosen}
      onChange={(event) => choose(event.target.value)}
      onClick={(event) => {
        if (event.target instanceof HTMLOptionElement) onFinishedEditing(edited(event.target.value));
      }}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== "Tab") return;
        event.preventDefault();
        event.stopPropagation();
        const [x, y]: [0 | 1, 0 | 1] = event.key === "Enter" ? [0, 1] : [1, 0];
        onFinishedEditing(chosen === "" ? undefined : edited(chosen), [x, y]);
      }}
    >
      {options.map((option) => (
        <option key={option} value={option}>
          {option}
        </option>
      ))}
    </select>
  );
};

const PlainEditor: ProvideEditorComponent<GridCell> = ({ value, initialValue, onChange }) => {
  const [text, setText] = useState(initialValue ?? (value as EditableCell).text ?? "");
  return (
    <input
      ref={focused}
      className={styles.plain}
      aria-label="Value"
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        onChange(edited(event.target.value));
      }}
    />
  );
};
