import { loader, parse, View, type Loader } from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { compile, type Config, type TopLevelSpec } from "vega-lite";
import type { Spec } from "../../spec/useSpec";
import type { Theme } from "../../theme/theme";
import { seriesColours } from "../Chart/seriesColours";
import type { SpecData, SpecRow } from "./specRows";

export const usualHeight = 340;

export type SpecColours = Record<"text" | "muted" | "line", string>;

export type ViewOptions = {
  spec: Spec;
  theme: Config;
  data: SpecData | undefined;
  rows: SpecRow[];
  /** null to draw nowhere. */
  container: HTMLElement | null;
  width: number;
  height: number | undefined;
  onTip: (tip: { x: number; y: number; value: unknown } | null) => void;
  onError: (message: string) => void;
};

/** A specification on the screen. Its width changes in place; for all else it is made anew. */
export class VegaView {
  readonly view: View;
  private readonly fits: boolean;
  private readonly tables: string[];

  constructor(options: ViewOptions) {
    const { spec, theme, data, rows, container, width, height, onTip, onError } = options;
    this.fits = isSingle(spec) && spec.width === undefined;
    const grows = height === undefined && spec.height === undefined && isNamesDown(spec);
    const sized: Spec = isSingle(spec)
      ? {
          autosize: { type: grows ? "fit-x" : "fit", contains: "padding" },
          width: Math.max(width, 50),
          ...spec,
          ...(grows ? {} : { height: height ?? spec.height ?? usualHeight }),
        }
      : spec;
    const bound = data === undefined || sized.data !== undefined ? sized : { ...sized, data: { name: data.name } };
    const silent = { level: () => silent, error: (text: unknown) => (onError(String(text)), silent) };
    const logger = { ...silent, warn: () => logger, info: () => logger, debug: () => logger };
    const { spec: compiled } = compile(bound as unknown as TopLevelSpec, { config: theme, logger: logger as never });
    // Where a selection is kept is no table of points.
    this.tables = (compiled.data ?? []).map(({ name }) => name).filter((name) => !name.endsWith("_store"));
    // The expressions are interpreted: making functions of them would need the eval that the page's security policy forbids.
    const runtime = parse(compiled, undefined, { ast: true });
    this.view = new View(runtime, {
      expr: expressionInterpreter,
      renderer: container ? "canvas" : "none",
      loader: homely(onError),
      hover: true,
      logger: logger as never,
    });
    this.view.tooltip((_, event: MouseEvent, __, value: unknown) => {
      onTip(
        value === null || value === undefined || value === "" ? null : { x: event.clientX, y: event.clientY, value },
      );
    });
    if (container) this.view.initialize(container);
    if (data !== undefined && this.tables.includes(data.name)) this.view.data(data.name, rows);
  }

  async draw(): Promise<void> {
    await this.view.runAsync();
  }

  async resize(width: number): Promise<void> {
    if (!this.fits) return;
    await this.view.width(Math.max(width, 50)).runAsync();
  }

  /** The row behind a point that was selected whole. */
  find = (id: unknown): object | undefined => {
    for (const name of this.tables) {
      const found = (this.view.data(name) as (Record<string, unknown> | null)[]).find((row) => row?._vgsid_ === id);
      if (found) return found;
    }
    return undefined;
  };

  dispose(): void {
    this.view.finalize();
  }
}

/** Names one under the other each have a line's height, as the language has it. */
const isNamesDown = ({ encoding }: Spec): boolean => {
  const { type } = ((encoding as Spec | undefined)?.y ?? {}) as Spec;
  return type === "nominal" || type === "ordinal";
};

const isSingle = (spec: Spec): boolean => {
  const { row, column, facet } = (spec.encoding ?? {}) as Spec;
  return (spec.mark ?? spec.layer) !== undefined && (row ?? column ?? facet ?? spec.facet ?? spec.repeat) === undefined;
};

/** Loads nothing. Links may lead anywhere, images must be the page's own. */
function homely(onError: (message: string) => void): Loader {
  const usual = loader();
  const refuse = (uri: string): Promise<never> => {
    const message = `It fetches "${uri.slice(0, 80)}". A page fetches nothing from other places.`;
    onError(message);
    return Promise.reject(new Error(message));
  };
  return {
    ...usual,
    load: refuse,
    http: refuse,
    file: refuse,
    sanitize: async (uri, options) => {
      if ((options.context as string) === "href") {
        const link = await usual.sanitize(uri, options);
        return /^(https?:|mailto:|[^:]*$)/i.test(uri)
          ? { ...link, target: "_blank", rel: "noopener noreferrer" }
          : refuse(uri);
      }
      return /^data:image\/(png|jpeg|gif|webp);/i.test(uri) || new URL(uri, document.baseURI).origin === location.origin
        ? { href: uri }
        : refuse(uri);
    },
  };
}

/** The page's looks. What the specification says itself goes before. */
export const themeConfig = (colours: SpecColours, theme: Theme): Config => ({
  background: "transparent",
  padding: { left: 4, right: 8, top: 4, bottom: 4 },
  font: '"Inter Variable", system-ui, sans-serif',
  view: { stroke: null, continuousWidth: 300, continuousHeight: 240 },
  title: {
    color: colours.text,
    subtitleColor: colours.muted,
    fontSize: 15,
    fontWeight: 600,
    anchor: "start",
    offset: 12,
  },
  axis: {
    labelColor: colours.muted,
    titleColor: colours.muted,
    gridColor: colours.line,
    domainColor: colours.line,
    tickColor: colours.line,
    labelFontSize: 12,
    titleFontSize: 12,
    labelFlush: false,
    titleFontWeight: 500,
    labelPadding: 6,
    titlePadding: 10,
  },
  legend: {
    labelColor: colours.text,
    titleColor: colours.muted,
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: 500,
  },
  header: { labelColor: colours.text, titleColor: colours.muted },
  text: { color: colours.text },
  rule: { color: colours.muted },
  mark: { color: seriesColours(theme)[0] },
  range: { category: [...seriesColours(theme)] },
});
