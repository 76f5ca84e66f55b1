import { parse, View } from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { compile, type TopLevelSpec } from "vega-lite";
import type { ChartRows } from "./chartProps";

/** One drawn chart. Its data and its size change in place; for another look it is made anew. */
export class Drawing {
  private readonly view: View;

  constructor(
    readonly spec: TopLevelSpec,
    container: HTMLElement | null,
  ) {
    // The expressions are interpreted: making functions of them would need the eval that the page's security policy forbids.
    const runtime = parse(compile(spec).spec, undefined, { ast: true });
    this.view = new View(runtime, {
      expr: expressionInterpreter,
      renderer: container ? "canvas" : "none",
      hover: false,
    });
    if (container) this.view.initialize(container);
  }

  async draw(rows: ChartRows, width: number, height: number): Promise<void> {
    this.view
      .width(width)
      .height(height)
      .signal("bar", barWidth(rows.count, width))
      .data("points", [...rows.points]);
    await this.view.runAsync();
  }

  async resize(rows: ChartRows, width: number, height: number): Promise<void> {
    this.view.width(width).height(height).signal("bar", barWidth(rows.count, width));
    await this.view.runAsync();
  }

  /** Where a value of the x axis lies, in pixels from the left of the container. */
  xOf(value: unknown): number {
    return this.origin()[0] + this.position("x", value);
  }

  /** The value of the x axis at so many pixels from the left of the container. */
  xAt(pixel: number): number {
    const scale = this.view.scale("x") as { invert(position: number): number | Date };
    return Number(scale.invert(pixel - this.origin()[0]));
  }

  yOf(value: number): number {
    return this.origin()[1] + this.position("y", value);
  }

  /** The part of the container that is between the axes. */
  plot(): { left: number; top: number; width: number; height: number } {
    const [left, top] = this.origin();
    return { left, top, width: this.view.signal("width") as number, height: this.view.signal("height") as number };
  }

  points(): readonly unknown[] {
    return this.view.data("points") as readonly unknown[];
  }

  dispose(): void {
    this.view.finalize();
  }

  private origin(): [number, number] {
    return this.view.origin();
  }

  private position(name: "x" | "y", value: unknown): number {
    const scale = this.view.scale(name) as ((value: unknown) => number | undefined) & { bandwidth?(): number };
    return (scale(value) ?? NaN) + (scale.bandwidth?.() ?? 0) / 2;
  }
}

const barWidth = (count: number, width: number): number =>
  Math.max(1, Math.min(48, (0.7 * width) / Math.max(count, 1)));
