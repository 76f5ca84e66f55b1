import { useConnection, usePage } from "../../page/PageContext";
import type { Node } from "../../wire/types";
import { Help } from "../Field/Help";
import styles from "./Button.module.css";

export type ButtonProps = { label: string; help?: string; disabled: boolean; style: "primary" | "secondary" };

export function Button({ node }: { node: Node<ButtonProps> }) {
  const page = usePage();
  const connected = useConnection().kind === "open";
  const { label, help, disabled, style } = node.props;
  return (
    <span className={styles.line}>
      <button
        type="button"
        className={styles.button}
        data-style={style}
        disabled={disabled || !connected}
        onClick={() => page.click(node.id)}
      >
        {label}
      </button>
      {help != null && <Help text={help} label={label} />}
    </span>
  );
}
