import { Suspense } from "react";
import type { ElementView } from "../registry";
import styles from "./Loading.module.css";

/** An element whose code is fetched when a page first uses it; its room is kept meanwhile, so that nothing jumps. */
export function Loading(Element: ElementView): ElementView {
  return function LoadedElement({ node }) {
    const { height } = node.props as { height?: number };
    return (
      <Suspense
        fallback={
          <div className={styles.placeholder} style={{ height: height ?? 360 }} role="status" aria-label="Loading" />
        }
      >
        <Element node={node} />
      </Suspense>
    );
  };
}
