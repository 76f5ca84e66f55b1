import { createContext, use, useCallback, useSyncExternalStore } from "react";
import type { ConnectionState } from "../connection/Connection";
import type { Json, Node, Overlay, Run } from "../wire/types";
import type { Page } from "./Page";
import type { ShownSpinner } from "./PageStore";

export const PageContext = createContext<Page | null>(null);

export function usePage(): Page {
  const page = use(PageContext);
  if (page === null) throw new Error("An element was drawn outside a page.");
  return page;
}

function useTopic<Value>(topic: string, get: (page: Page) => Value): Value {
  const page = usePage();
  // React subscribes anew whenever this function changes, so it must stay as long as page and topic do.
  const subscribe = useCallback((listener: () => void) => page.store.topics.subscribe(topic, listener), [page, topic]);
  return useSyncExternalStore(subscribe, () => get(page));
}

export const useNode = (id: string): Node | undefined => useTopic(`node ${id}`, (page) => page.store.getNode(id));

export const useChildren = (id: string): readonly string[] =>
  useTopic(`children ${id}`, (page) => page.store.getChildren(id));

export const useFading = (id: string): boolean => useTopic(`fading ${id}`, (page) => page.store.isFading(id));

export const useRun = (): Run => useTopic("run", (page) => page.store.getRun());

export const useBusy = (): boolean => useTopic("run", (page) => page.store.isBusy());

export const useSpinners = (): readonly ShownSpinner[] => useTopic("spinners", (page) => page.store.getSpinners());

export const useOverlay = (): Overlay | null => useTopic("overlay", (page) => page.store.getOverlay());

export const useNotices = (): readonly string[] => useTopic("notices", (page) => page.store.getNotices());

export const useConnection = (): ConnectionState => useTopic("connection", (page) => page.getConnection());

export const useValue = (id: string): Json => useTopic(`value ${id}`, (page) => page.values.get(id));
