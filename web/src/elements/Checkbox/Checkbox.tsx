import { useId } from "react";
import type { Node } from "../../wire/types";
import { Help } from "../Field/Help";
import { useWidget, type WidgetProps } from "../Field/useWidget";
import styles from "./Checkbox.module.css";

export function Checkbox({ node }: { node: Node<WidgetProps, boolean> }) {
  const { value, disabled, set } = useWidget(node);
  const id = useId();
  const { label, help, labelVisibility = "visible" } = node.props;
  return (
    <div className={styles.line}>
      <input
        type="checkbox"
        id={id}
        className={styles.box}
        checked={value}
        disabled={disabled}
        onChange={(event) => set(event.target.checked)}
      />
      <label htmlFor={id} className={labelVisibility === "visible" ? styles.label : "visually-hidden"}>
        {label}
      </label>
      {help != null && <Help text={help} label={label} />}
    </div>
  );
}
