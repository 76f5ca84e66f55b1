import { useChildren, useRun } from "./PageContext";
import { Skeleton } from "./Skeleton";
import styles from "./EmptyPage.module.css";

/** What stands where a page has nothing to show: a sketch of a page while it loads, and a hint once a run drew nothing. */
export function EmptyPage() {
  const empty = useChildren("main").length === 0;
  const { state } = useRun();
  if (!empty) return null;
  if (state === "idle" || state === "running" || state === "interrupted") return <Skeleton />;
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{state === "done" ? "The script ran and drew nothing" : "Nothing to show"}</p>
      <p>
        {state === "done" ? (
          <>
            Add a line such as <code>Ui.Write("Hello");</code> and save the file.
          </>
        ) : (
          <>The run was stopped before it drew anything. Press R to run again.</>
        )}
      </p>
    </div>
  );
}
