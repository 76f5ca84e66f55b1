import { Check, Copy, X } from "lucide-react";
import { useEffect, useState } from "react";
import { CSharp } from "../code/CSharp";
import { useCopy } from "../code/useCopy";
import styles from "./SourcePanel.module.css";

type Source = { state: "loading" } | { state: "shown"; text: string } | { state: "failed"; reason: string };

/** The page's script, beside the page. */
export function SourcePanel({ name, onClose }: { name: string; onClose: () => void }) {
  const source = useSource();
  const [copied, copy] = useCopy();
  return (
    <aside className={styles.panel} aria-label={`Source of ${name}`}>
      <div className={styles.head}>
        <span className={styles.name}>{name}</span>
        {source.state === "shown" && (
          <button type="button" className={styles.button} aria-label="Copy" onClick={() => copy(source.text)}>
            {copied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
          </button>
        )}
        <button type="button" className={styles.button} aria-label="Close the source" onClick={onClose}>
          <X size={16} aria-hidden />
        </button>
      </div>
      {source.state === "loading" && <p className={styles.note}>Loading…</p>}
      {source.state === "failed" && (
        <p className={styles.note} role="alert">
          The source could not be loaded: {source.reason}
        </p>
      )}
      {source.state === "shown" && <CSharp text={source.text} label={`Source of ${name}`} />}
    </aside>
  );
}

function useSource(): Source {
  const [source, setSource] = useState<Source>({ state: "loading" });
  useEffect(() => {
    const abort = new AbortController();
    fetch("_refrain/source", { signal: abort.signal })
      .then(async (response) => {
        if (!response.ok) throw new Error(`the server answered ${response.status}`);
        setSource({ state: "shown", text: await response.text() });
      })
      .catch((error: unknown) => {
        if (!abort.signal.aborted) setSource({ state: "failed", reason: (error as Error).message });
      });
    return () => abort.abort();
  }, []);
  return source;
}
