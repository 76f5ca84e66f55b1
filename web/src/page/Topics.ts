/** Who wants to hear of what. Changes are noted first and told together, so that React draws them in one pass. */
export class Topics {
  private readonly listeners = new Map<string, Set<() => void>>();
  private touched = new Set<string>();

  subscribe(topic: string, listener: () => void): () => void {
    const listeners = this.listeners.get(topic) ?? new Set();
    this.listeners.set(topic, listeners);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.listeners.get(topic) === listeners) this.listeners.delete(topic);
    };
  }

  touch(topic: string): void {
    this.touched.add(topic);
  }

  flush(): void {
    const touched = this.touched;
    this.touched = new Set();
    for (const topic of touched) {
      for (const listener of [...(this.listeners.get(topic) ?? [])]) listener();
    }
  }
}
