import { useState } from "react";
import type { Json, Node } from "../../wire/types";
import styles from "./Json.module.css";

export type JsonProps = { json: Json };

/** So many members of a list are drawn at first, and so many more with each click. */
const step = 100;

export function JsonTree({ node }: { node: Node<JsonProps> }) {
  return (
    <div className={styles.tree}>
      <Value value={node.props.json} depth={0} />
    </div>
  );
}

function Value({ value, name, depth }: { value: Json; name?: string; depth: number }) {
  if (typeof value === "object" && value !== null) return <Branch value={value} name={name} depth={depth} />;
  return (
    <div className={styles.leaf}>
      <Name name={name} />
      <span data-type={value === null ? "null" : typeof value}>{JSON.stringify(value)}</span>
    </div>
  );
}

function Branch({ value, name, depth }: { value: Json[] | Record<string, Json>; name?: string; depth: number }) {
  const isList = Array.isArray(value);
  const members = Object.entries(value);
  const [open, setOpen] = useState(depth < 2);
  const [shown, setShown] = useState(step);
  if (members.length === 0) {
    return (
      <div className={styles.leaf}>
        <Name name={name} />
        <span className={styles.count}>{isList ? "[ ]" : "{ }"}</span>
      </div>
    );
  }
  return (
    <details className={styles.branch} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>
        <Name name={name} />
        <span className={styles.count}>
          {isList ? `[ ${count(members.length, "item")} ]` : `{ ${count(members.length, "field")} }`}
        </span>
      </summary>
      {open && (
        <div className={styles.members}>
          {members.slice(0, shown).map(([key, member]) => (
            <Value key={key} name={key} value={member} depth={depth + 1} />
          ))}
          {members.length > shown && (
            <button type="button" className={styles.more} onClick={() => setShown(shown + step)}>
              Show {Math.min(step, members.length - shown)} more of {(members.length - shown).toLocaleString("en")}
            </button>
          )}
        </div>
      )}
    </details>
  );
}

function Name({ name }: { name: string | undefined }) {
  return name === undefined ? null : <span className={styles.name}>{name}: </span>;
}

const count = (number: number, noun: string): string =>
  `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
