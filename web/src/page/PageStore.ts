import type { Frame, Node, Overlay, Run, Spinner } from "../wire/types";
import { Staleness } from "./Staleness";
import { Topics } from "./Topics";

export type ShownSpinner = Spinner & { since: number };

export type StoreObserver = {
  /** Hears each frame as it goes to the screen, before anything is drawn. */
  onPublished?(frame: Frame): void;
  /** Hears of each node that left the page. */
  onForgotten?(id: string): void;
};

const none: readonly string[] = [];

/**
 * What the page shows. Frames wait in a buffer and are published together, once per animation frame; whoever
 * draws a node hears only of changes to that node.
 */
export class PageStore {
  readonly topics = new Topics();
  private readonly nodes = new Map<string, Node>();
  private readonly childrenOf = new Map<string, readonly string[]>();
  private readonly staleness = new Staleness();
  private readonly detached = new Set<string>();
  private buffer: Frame[] = [];
  private scheduled = false;
  private lastFrame = 0;
  private run: Run = { number: 0, state: "idle" };
  private spinners: readonly ShownSpinner[] = [];
  private overlay: Overlay | null = null;
  private notices: readonly string[] = none;
  private requested = false;

  constructor(
    private readonly observer: StoreObserver = {},
    private readonly schedule: (publish: () => void) => void = onNextPaint,
  ) {}

  getNode = (id: string): Node | undefined => this.nodes.get(id);
  getChildren = (id: string): readonly string[] => this.childrenOf.get(id) ?? none;
  getRun = (): Run => this.run;
  getSpinners = (): readonly ShownSpinner[] => this.spinners;
  getOverlay = (): Overlay | null => this.overlay;
  /** What the last save of the script has cost the session. */
  getNotices = (): readonly string[] => this.notices;
  isFading = (id: string): boolean => this.staleness.isFading(id);
  /** The last frame on the screen. */
  getLastFrame = (): number => this.lastFrame;
  /** A run goes on, or was asked for and has not begun yet. */
  isBusy = (): boolean => this.requested || this.run.state === "running";

  apply(frame: Frame): void {
    this.buffer.push(frame);
    if (this.scheduled) return;
    this.scheduled = true;
    this.schedule(this.publish);
  }

  /** Puts everything that waits on the screen now. */
  publish = (): void => {
    this.scheduled = false;
    const frames = this.buffer;
    this.buffer = [];
    for (const frame of frames) {
      this.take(frame);
      this.lastFrame = frame.frame;
    }
    this.collect();
    this.refreshFading();
    for (const frame of frames) this.observer.onPublished?.(frame);
    this.topics.flush();
  };

  /** The user asked for a run; until the server answers, the page says that it is on its way. */
  setRequested(requested: boolean): void {
    if (this.requested === requested) return;
    this.requested = requested;
    this.topics.touch("run");
  }

  private take(frame: Frame): void {
    if (frame.reset) this.reset();
    for (const node of frame.nodes ?? []) {
      this.nodes.set(node.id, node);
      this.topics.touch(`node ${node.id}`);
    }
    for (const [container, children] of Object.entries(frame.children ?? {})) this.setChildren(container, children);
    if (frame.run || frame.seq !== undefined) this.setRequested(false);
    if (frame.run) this.setRun(frame.run);
    this.staleness.setFresh(frame.fresh ?? {});
    if (frame.spinners) this.setSpinners(frame.spinners);
    if (frame.overlay !== undefined) {
      this.overlay = frame.overlay;
      this.topics.touch("overlay");
    }
    if (frame.notices) this.setNotices(frame.notices);
  }

  private reset(): void {
    for (const id of this.nodes.keys()) this.topics.touch(`node ${id}`);
    for (const id of this.childrenOf.keys()) this.topics.touch(`children ${id}`);
    this.nodes.clear();
    this.childrenOf.clear();
    this.detached.clear();
    this.staleness.forget();
    this.setSpinners([]);
    this.overlay = null;
    this.topics.touch("overlay");
    this.setNotices(none);
  }

  private setNotices(notices: readonly string[]): void {
    this.notices = notices;
    this.topics.touch("notices");
  }

  private setChildren(container: string, children: readonly string[]): void {
    const now = new Set(children);
    for (const id of this.getChildren(container)) if (!now.has(id)) this.detached.add(id);
    this.childrenOf.set(container, children);
    this.topics.touch(`children ${container}`);
  }

  private setRun(run: Run): void {
    if (run.state === "running" && (this.run.state !== "running" || run.number !== this.run.number)) {
      this.staleness.begin(() => {
        this.refreshFading();
        this.topics.flush();
      });
    }
    if (run.state !== "running") this.staleness.end(run.state === "interrupted");
    this.run = run;
    this.topics.touch("run");
  }

  private setSpinners(spinners: readonly Spinner[]): void {
    const now = performance.now();
    this.spinners = spinners.map((spinner) => ({ ...spinner, since: now - spinner.elapsed * 1000 }));
    this.topics.touch("spinners");
  }

  private refreshFading(): void {
    for (const id of this.staleness.update(this.childrenOf)) this.topics.touch(`fading ${id}`);
  }

  /**
   * Forgets nodes that left the page. Only between runs, and only nodes that were once part of the page: within a run a
   * node may arrive a frame before the container that will hold it, or move from one container to another over two frames.
   */
  private collect(): void {
    if (this.run.state === "running" || this.detached.size === 0) return;
    const reachable = new Set<string>();
    const visit = (id: string): void => {
      if (reachable.has(id)) return;
      reachable.add(id);
      this.getChildren(id).forEach(visit);
    };
    visit("root");
    const forget = (id: string): void => {
      if (reachable.has(id) || !this.nodes.delete(id)) return;
      this.topics.touch(`node ${id}`);
      this.observer.onForgotten?.(id);
      const children = this.getChildren(id);
      this.childrenOf.delete(id);
      children.forEach(forget);
    };
    this.detached.forEach(forget);
    this.detached.clear();
  }
}

/** The next animation frame, or soon after in a tab that is hidden and so paints none. */
function onNextPaint(publish: () => void): void {
  let published = false;
  const once = (): void => {
    if (published) return;
    published = true;
    cancelAnimationFrame(paint);
    clearTimeout(timer);
    publish();
  };
  const paint = requestAnimationFrame(once);
  const timer = setTimeout(once, 100);
}
