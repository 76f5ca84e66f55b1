import { Maximize, Minus, Plus } from "lucide-react";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Notice } from "../../page/Notice";
import { useConnection, usePage } from "../../page/PageContext";
import { useSize } from "../../page/useSize";
import { resolveColours } from "../../theme/colour";
import { useTheme } from "../../theme/theme";
import type { Node } from "../../wire/types";
import { seriesColours } from "../Chart/seriesColours";
import { degrees, drawMap } from "./drawMap";
import { loadLand, type Ring } from "./land";
import { fetchPoints, type MapPoint, type MapProps } from "./mapRows";
import { Projection, type Spot } from "./Projection";
import styles from "./Map.module.css";

type Shown = { source: string; points: MapPoint[]; land: Ring[] };

export default function Map({ node }: { node: Node<MapProps> }) {
  const { rows, description, height = 400, labels } = node.props;
  const { shown, error } = usePoints(node.props);
  const colours = seriesColours(useTheme());
  if (rows === 0) return <p className={styles.empty}>{description}</p>;
  if (error !== null && shown === null) {
    return (
      <Notice tone="error" title="The map could not be loaded">
        {error.message}
      </Notice>
    );
  }
  return (
    <figure className={styles.map}>
      <div className={styles.frame} style={{ height }}>
        {shown && <World key={shown.source} shown={shown} {...node.props} />}
      </div>
      {labels && (
        <figcaption>
          <ul className={styles.legend}>
            {labels.map((label, at) => (
              <li key={label} className={styles.entry}>
                <span className={styles.dot} style={{ background: colours[at % colours.length] }} />
                {label}
              </li>
            ))}
          </ul>
        </figcaption>
      )}
    </figure>
  );
}

function World({ shown, description, labels, color }: MapProps & { shown: Shown }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const dragged = useRef<Spot | null>(null);
  const theme = useTheme();
  const size = useSize(frame);
  const [seen, setSeen] = useState<{ projection: Projection; of: Projection } | null>(null);
  const [tip, setTip] = useState<{ point: MapPoint; spot: Spot } | null>(null);
  const whole = useMemo(() => size && Projection.around(shown.points, size), [shown, size]);
  // What was moved holds for one size of the map: in another one all points are shown again.
  const projection = seen !== null && seen.of === whole ? seen.projection : whole;

  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!context || !size || !projection || !canvas.current) return;
    const ratio = window.devicePixelRatio;
    canvas.current.width = size.width * ratio;
    canvas.current.height = size.height * ratio;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const colours = {
      ...resolveColours(["muted", "line", "sunken", "hover", "page"], theme),
      points: seriesColours(theme),
    };
    drawMap(context, size, projection, shown.land, shown.points, colours);
  }, [size, projection, shown, theme]);

  const change = useCallback(
    (move: (from: Projection) => Projection): void => {
      setTip(null);
      if (whole)
        setSeen((before) => ({ of: whole, projection: move(before?.of === whole ? before.projection : whole) }));
    },
    [whole],
  );

  // React's own listener may not keep the page from being zoomed. Without a key the wheel scrolls the page, as everywhere.
  useEffect(() => {
    const element = frame.current;
    const zoom = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const box = (event.currentTarget as Element).getBoundingClientRect();
      const spot = { x: event.clientX - box.left, y: event.clientY - box.top };
      change((from) => from.zoom(Math.exp(-event.deltaY / 300), spot));
    };
    element?.addEventListener("wheel", zoom, { passive: false });
    return () => element?.removeEventListener("wheel", zoom);
  }, [change]);

  const spotOf = (event: { clientX: number; clientY: number; currentTarget: Element }): Spot => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  return (
    <>
      <div
        ref={frame}
        className={styles.world}
        onPointerDown={(event) => {
          dragged.current = spotOf(event);
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={(event) => {
          const spot = spotOf(event);
          const from = dragged.current;
          if (from === null) setTip(projection && nearest(shown.points, projection, spot));
          else {
            dragged.current = spot;
            change((before) => before.move(spot.x - from.x, spot.y - from.y));
          }
        }}
        onPointerUp={() => (dragged.current = null)}
        onPointerCancel={() => (dragged.current = null)}
        onPointerLeave={() => setTip(null)}
        onDoubleClick={() => setSeen(null)}
      >
        <canvas ref={canvas} className={styles.canvas} role="img" aria-label={description} />
      </div>
      {tip && (
        <p className={styles.tip} style={{ left: tip.spot.x, top: tip.spot.y }} aria-hidden>
          {labels && (
            <>
              {color}: {labels[tip.point.color]}
              <br />
            </>
          )}
          {degrees(rounded(tip.point.latitude), "N", "S")} {degrees(rounded(tip.point.longitude), "E", "W")}
        </p>
      )}
      <div className={styles.tools} role="group" aria-label="Zoom">
        <button type="button" aria-label="Zoom in" onClick={() => change((from) => from.zoom(1.6))}>
          <Plus size={16} aria-hidden />
        </button>
        <button type="button" aria-label="Zoom out" onClick={() => change((from) => from.zoom(1 / 1.6))}>
          <Minus size={16} aria-hidden />
        </button>
        <button type="button" aria-label="Show all points" onClick={() => setSeen(null)}>
          <Maximize size={16} aria-hidden />
        </button>
      </div>
    </>
  );
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

function nearest(
  points: readonly MapPoint[],
  projection: Projection,
  spot: Spot,
): { point: MapPoint; spot: Spot } | null {
  let best: { point: MapPoint; spot: Spot } | null = null;
  let smallest = 12;
  for (const point of points) {
    const place = projection.place(point.latitude, point.longitude);
    const distance = Math.hypot(place.x - spot.x, place.y - spot.y) - point.radius;
    if (distance < smallest) {
      smallest = distance;
      best = { point, spot: place };
    }
  }
  return best;
}

/** The points of the newest props; until they are there, those of the props before. */
function usePoints(props: MapProps): { shown: Shown | null; error: Error | null } {
  const page = usePage();
  const connected = useConnection().kind === "open";
  const [state, setState] = useState<{ shown: Shown | null; error: Error | null }>({ shown: null, error: null });
  useEffect(() => {
    if (!connected || props.rows === 0) return;
    const abort = new AbortController();
    Promise.all([fetchPoints(page, props, abort.signal), loadLand()]).then(
      ([points, land]) => {
        if (!abort.signal.aborted) setState({ shown: { source: props.source, points, land }, error: null });
      },
      (error: unknown) => {
        if (!abort.signal.aborted) setState((before) => ({ ...before, error: error as Error }));
      },
    );
    return () => abort.abort();
  }, [page, props, connected]);
  return state;
}
