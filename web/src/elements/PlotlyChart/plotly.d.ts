declare module "plotly.js-strict-dist-min" {
  import type { EventPoint } from "./figure";

  /** The element Plotly draws in, which also tells what happens to the chart. */
  export type Plotted = HTMLElement & {
    on(
      event: "plotly_click" | "plotly_selected",
      listener: (event: { points: EventPoint[] } | undefined) => void,
    ): void;
    on(event: "plotly_deselect", listener: () => void): void;
    removeAllListeners(event?: string): void;
  };

  const plotly: {
    react(element: HTMLElement, data: unknown[], layout: object, config: object): Promise<Plotted>;
    purge(element: HTMLElement): void;
    Plots: { resize(element: HTMLElement): Promise<void> };
  };
  export default plotly;
}
