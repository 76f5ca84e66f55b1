import { useEffect, useState } from "react";
import { usePage } from "../page/PageContext";
import type { Page } from "../page/Page";
import type { Json } from "../wire/types";

export type Spec = Record<string, Json>;

/** A specification as it travels: in the node, or beside it when it is long. */
export type SpecProps = { of: string; spec?: Spec; blob?: string };

/** The specification with whatever else is fetched for it; until the newest is there, the one before. */
export function useSpec<Rest>(
  props: SpecProps,
  fetchRest: (page: Page, signal: AbortSignal) => Promise<Rest>,
): { loaded: { of: string; spec: Spec; rest: Rest } | null; error: Error | null } {
  const page = usePage();
  const [state, setState] = useState<ReturnType<typeof useSpec<Rest>>>({ loaded: null, error: null });
  const { of } = props;
  useEffect(() => {
    const abort = new AbortController();
    Promise.all([fetchSpec(page, props, abort.signal), fetchRest(page, abort.signal)]).then(
      ([spec, rest]) => {
        if (!abort.signal.aborted) setState({ loaded: { of, spec, rest }, error: null });
      },
      (error: unknown) => {
        if (!abort.signal.aborted) setState({ loaded: null, error: error as Error });
      },
    );
    return () => abort.abort();
    // What is fetched is named by its content: as long as the name stays, so does all of it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [page, of]);
  return state;
}

async function fetchSpec(page: Page, { spec, blob }: SpecProps, signal: AbortSignal): Promise<Spec> {
  if (spec !== undefined || blob === undefined) return spec ?? {};
  const response = await fetch(page.blobUrl(blob), { signal });
  if (!response.ok) throw new Error("The server no longer has this chart. Press R to run the page again.");
  return (await response.json()) as Spec;
}
