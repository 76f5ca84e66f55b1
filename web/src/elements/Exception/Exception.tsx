import { Bug, Check, Copy } from "lucide-react";
import { useCopy } from "../../code/useCopy";
import type { Node } from "../../wire/types";
import styles from "./Exception.module.css";

type StackFrame = { method: string; file?: string; line?: number };

export type ExceptionProps = {
  title: string;
  message: string;
  frames: StackFrame[];
  help?: string;
  reference?: string;
};

export function Exception({ node }: { node: Node<ExceptionProps> }) {
  const { title, message, frames, help, reference } = node.props;
  const [copied, copy] = useCopy();
  return (
    <section className={styles.exception} role="alert" aria-label={title}>
      <div className={styles.head}>
        <Bug size={18} className={styles.icon} aria-hidden />
        <p className={styles.title}>{title}</p>
        <button type="button" className={styles.copy} onClick={() => copy(asText(node.props))}>
          {copied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
          {copied ? "Copied" : "Copy"}
        </button>
      </div>
      <p className={styles.message}>{message}</p>
      {frames.length > 0 && (
        <ol className={styles.frames}>
          {frames.map((frame, index) => (
            <li key={index} className={styles.frame}>
              <span className={styles.method}>{frame.method}</span>
              {frame.file != null && <span className={styles.place}>{place(frame)}</span>}
            </li>
          ))}
        </ol>
      )}
      {(help != null || reference != null) && (
        <p className={styles.foot}>
          {reference != null && (
            <>
              The log has the details under <code>{reference}</code>.{" "}
            </>
          )}
          {help != null && (
            <a href={help} target="_blank" rel="noreferrer">
              What this means and what to do
            </a>
          )}
        </p>
      )}
    </section>
  );
}

const place = ({ file, line }: StackFrame): string => (line == null ? (file ?? "") : `${file ?? ""}:${line}`);

function asText({ title, message, frames, reference }: ExceptionProps): string {
  const stack = frames.map((frame) => `   at ${frame.method}${frame.file == null ? "" : ` in ${place(frame)}`}`);
  return [`${title}: ${message}`, ...stack, ...(reference == null ? [] : [`reference ${reference}`])].join("\n");
}
