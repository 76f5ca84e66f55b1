import { useEffect, useState, type RefObject } from "react";

/** The room an element has on the page, in pixels; null until it is known. */
export function useSize(container: RefObject<HTMLElement | null>): { width: number; height: number } | null {
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  useEffect(() => {
    if (container.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const { width, height } = entry.contentRect;
      setSize((before) => (before?.width === width && before.height === height ? before : { width, height }));
    });
    observer.observe(container.current);
    return () => observer.disconnect();
  }, [container]);
  return size;
}
