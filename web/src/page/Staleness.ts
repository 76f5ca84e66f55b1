const patience = 500;
const nothing: ReadonlySet<string> = new Set();

/**
 * Which nodes are old while a run goes on, and so fade.
 *
 * The server counts per container how many leading children the run has already drawn. Nothing new begins to fade in
 * the first half second of a run, so that quick runs do not flicker; what faded already when a run was interrupted
 * stays faded until the next run has drawn it.
 */
export class Staleness {
  private fresh = new Map<string, number>();
  private fading: ReadonlySet<string> = nothing;
  private running = false;
  private patient = true;
  private timer: ReturnType<typeof setTimeout> | undefined;

  isFading(id: string): boolean {
    return this.fading.has(id);
  }

  begin(onPatienceOver: () => void): void {
    this.running = true;
    this.patient = true;
    this.fresh = new Map();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.patient = false;
      onPatienceOver();
    }, patience);
  }

  /** A run that was interrupted leaves its page as it is: the next run begins at once. */
  end(interrupted: boolean): void {
    clearTimeout(this.timer);
    if (interrupted) {
      this.patient = true;
    } else {
      this.running = false;
    }
  }

  forget(): void {
    this.fresh = new Map();
  }

  setFresh(fresh: Record<string, number>): void {
    for (const [container, count] of Object.entries(fresh)) this.fresh.set(container, count);
  }

  /** Works out anew what fades and gives the ids for which that changed. */
  update(childrenOf: ReadonlyMap<string, readonly string[]>): string[] {
    const before = this.fading;
    const stale = this.running ? this.stale(childrenOf) : nothing;
    const now = this.patient ? new Set([...stale].filter((id) => before.has(id))) : stale;
    this.fading = now;
    return [...before].filter((id) => !now.has(id)).concat([...now].filter((id) => !before.has(id)));
  }

  /** The topmost old nodes: what is inside an old container fades with it. */
  private stale(childrenOf: ReadonlyMap<string, readonly string[]>): Set<string> {
    const stale = new Set<string>();
    const visit = (container: string, fresh: number): void => {
      (childrenOf.get(container) ?? []).forEach((child, index) => {
        if (index >= fresh) stale.add(child);
        else visit(child, this.fresh.get(child) ?? 0);
      });
    };
    visit("root", Infinity);
    return stale;
  }
}
