import { useMemo } from "react";
import { tokenize } from "./tokens";
import styles from "./CSharp.module.css";

export function CSharp({ text, label }: { text: string; label: string }) {
  const tokens = useMemo(() => tokenize(text), [text]);
  return (
    // A region that scrolls must be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <pre className={styles.code} tabIndex={0} role="region" aria-label={label}>
      <code>
        {tokens.map(({ kind, text }, index) =>
          kind === "plain" ? (
            text
          ) : (
            <span key={index} data-token={kind}>
              {text}
            </span>
          ),
        )}
      </code>
    </pre>
  );
}
