import { FileWarning } from "lucide-react";
import type { Diagnostic } from "../wire/types";
import { useChildren, useOverlay } from "./PageContext";
import styles from "./CompileOverlay.module.css";

/** The script does not compile: what the compiler says, over the page as it was. */
export function CompileOverlay() {
  const overlay = useOverlay();
  const hasPage = useChildren("main").length > 0;
  if (overlay === null) return null;
  return (
    <>
      <div className={styles.veil} />
      <section className={styles.overlay} role="alert" aria-label={overlay.title}>
        <h2 className={styles.title}>
          <FileWarning size={20} aria-hidden /> {overlay.title}
        </h2>
        <ol className={styles.list}>
          {overlay.diagnostics.map((diagnostic, index) => (
            <li key={index} className={styles.diagnostic}>
              <DiagnosticView diagnostic={diagnostic} />
            </li>
          ))}
        </ol>
        <p className={styles.hint}>
          {hasPage && "The page below is from the last version that compiled. "}Mend the file and save it.
        </p>
      </section>
    </>
  );
}

function DiagnosticView({ diagnostic }: { diagnostic: Diagnostic }) {
  const { file, line, column, id, message, text, link } = diagnostic;
  const place = `${file}:${line}:${column}`;
  const start = Math.max(0, column - 1);
  const word = /^(?:\w+|\W)/.exec(text.slice(start))?.[0] ?? "";
  const end = start + word.length;
  return (
    <>
      <p className={styles.place}>
        {link ? <a href={link}>{place}</a> : <span>{place}</span>}
        <span className={styles.id}>{id}</span>
      </p>
      <p className={styles.message}>{message}</p>
      {text.trim() !== "" && (
        <pre className={styles.text}>
          {text.slice(0, start).trimStart()}
          <mark className={styles.mark}>{text.slice(start, end)}</mark>
          {text.slice(end).trimEnd()}
        </pre>
      )}
    </>
  );
}
