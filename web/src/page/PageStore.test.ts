import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Frame, Node } from "../wire/types";
import { PageStore } from "./PageStore";

const node = (id: string, kind = "markdown"): Node => ({ id, kind, props: {} });

/** A store whose frames are published when the test says so. */
function open() {
  const forgotten: string[] = [];
  const published: number[] = [];
  const scheduled: (() => void)[] = [];
  const store = new PageStore(
    { onPublished: (frame) => published.push(frame.frame), onForgotten: (id) => forgotten.push(id) },
    (publish) => scheduled.push(publish),
  );
  let number = 0;
  const apply = (frame: Omit<Frame, "type" | "frame">): void =>
    store.apply({ type: "frame", frame: ++number, ...frame });
  const show = (frame: Omit<Frame, "type" | "frame">): void => {
    apply(frame);
    store.publish();
  };
  return { store, forgotten, published, scheduled, apply, show };
}

/** Root, main and the given nodes in it. */
const page = (...ids: string[]) => ({
  nodes: [node("root", "root"), node("main", "main"), ...ids.map((id) => node(id))],
  children: { root: ["main"], main: ids },
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("frames", () => {
  it("wait in a buffer and are published together", () => {
    const { store, scheduled, published, apply } = open();
    const heard = vi.fn();
    store.topics.subscribe("node a", heard);
    apply(page("a"));
    apply({ nodes: [node("a")] });
    expect(store.getNode("a")).toBeUndefined();
    expect(scheduled).toHaveLength(1);
    scheduled[0]?.();
    expect(store.getNode("a")).toBeDefined();
    expect(heard).toHaveBeenCalledTimes(1);
    expect(published).toEqual([1, 2]);
    expect(store.getLastFrame()).toBe(2);
  });

  it("are published soon even where nothing is painted", () => {
    const store = new PageStore();
    vi.stubGlobal("requestAnimationFrame", () => 0);
    store.apply({ type: "frame", frame: 1, ...page("a") });
    vi.advanceTimersByTime(100);
    expect(store.getNode("a")).toBeDefined();
  });

  it("tell only those who draw what changed", () => {
    const { store, show } = open();
    show(page("a", "b"));
    const a = vi.fn();
    const b = vi.fn();
    const order = vi.fn();
    store.topics.subscribe("node a", a);
    store.topics.subscribe("node b", b);
    store.topics.subscribe("children main", order);
    show({ nodes: [node("b")] });
    expect([a, b, order].map((listener) => listener.mock.calls.length)).toEqual([0, 1, 0]);
  });

  it("that reset forget every node first", () => {
    const { store, show } = open();
    show(page("a"));
    show({ reset: true, ...page("b") });
    expect(store.getNode("a")).toBeUndefined();
    expect(store.getChildren("main")).toEqual(["b"]);
  });
});

describe("nodes that left the page", () => {
  it("are forgotten with what is inside them when the run is over", () => {
    const { store, show, forgotten } = open();
    show({ ...page("a", "box"), run: { number: 1, state: "done" } });
    show({ nodes: [node("inside")], children: { box: ["inside"] } });
    show({ children: { main: ["a"] } });
    expect(forgotten).toEqual(["box", "inside"]);
    expect(store.getNode("inside")).toBeUndefined();
    expect(store.getChildren("box")).toEqual([]);
  });

  it("are kept while a run goes on: they may come back in the next frame", () => {
    const { store, show, forgotten } = open();
    show({ ...page("a", "b"), run: { number: 1, state: "done" } });
    show({ run: { number: 2, state: "running" }, children: { main: ["a"] } });
    expect(store.getNode("b")).toBeDefined();
    show({ run: { number: 2, state: "done" }, children: { main: ["b", "a"] } });
    expect(forgotten).toEqual([]);
    expect(store.getNode("b")).toBeDefined();
  });

  it("do not include those whose container is still to come", () => {
    const { store, show } = open();
    show({ ...page("a"), run: { number: 1, state: "done" } });
    show({ nodes: [node("early")], children: { main: [] } });
    show({ children: { main: ["early"] } });
    expect(store.getNode("early")).toBeDefined();
  });
});

describe("fading", () => {
  const running = (number: number, fresh: Record<string, number>) => ({
    run: { number, state: "running" as const },
    fresh,
  });

  it("begins half a second after the run began", () => {
    const { store, show } = open();
    show({ ...page("a", "b"), run: { number: 1, state: "done" } });
    show(running(2, { main: 1 }));
    vi.advanceTimersByTime(499);
    expect(store.isFading("b")).toBe(false);
    vi.advanceTimersByTime(1);
    expect([store.isFading("a"), store.isFading("b")]).toEqual([false, true]);
  });

  it("takes in everything when the run has drawn nothing yet", () => {
    const { store, show } = open();
    show({ ...page("a"), run: { number: 1, state: "done" } });
    show(running(2, {}));
    vi.advanceTimersByTime(500);
    expect([store.isFading("main"), store.isFading("a")]).toEqual([false, true]);
  });

  it("marks an old container, not what is inside it", () => {
    const { store, show } = open();
    show({ ...page("box"), run: { number: 1, state: "done" } });
    show({ nodes: [node("inside")], children: { box: ["inside"] } });
    show(running(2, {}));
    vi.advanceTimersByTime(500);
    expect([store.isFading("box"), store.isFading("inside")]).toEqual([true, false]);
    show({ fresh: { main: 1 } });
    expect([store.isFading("box"), store.isFading("inside")]).toEqual([false, true]);
  });

  it("ends as nodes are drawn, and with the run", () => {
    const { store, show } = open();
    show({ ...page("a", "b"), run: { number: 1, state: "done" } });
    show(running(2, { main: 0 }));
    vi.advanceTimersByTime(500);
    show({ fresh: { main: 1 } });
    expect([store.isFading("a"), store.isFading("b")]).toEqual([false, true]);
    show({ run: { number: 2, state: "stopped" } });
    expect(store.isFading("b")).toBe(false);
  });

  it("never touches a page whose run was quick", () => {
    const { store, show } = open();
    show({ ...page("a"), run: { number: 1, state: "done" } });
    show(running(2, {}));
    show({ run: { number: 2, state: "done" } });
    vi.advanceTimersByTime(5000);
    expect(store.isFading("a")).toBe(false);
  });

  it("stays where it was when a run is interrupted, and spreads no further for half a second", () => {
    const { store, show } = open();
    show({ ...page("a", "b"), run: { number: 1, state: "done" } });
    show(running(2, { main: 1 }));
    vi.advanceTimersByTime(500);
    show({ run: { number: 2, state: "interrupted" } });
    show(running(3, { main: 0 }));
    expect([store.isFading("a"), store.isFading("b")]).toEqual([false, true]);
    vi.advanceTimersByTime(500);
    expect(store.isFading("a")).toBe(true);
  });
});

describe("a run", () => {
  it("is busy from the request on", () => {
    const { store, show } = open();
    store.setRequested(true);
    expect(store.isBusy()).toBe(true);
    show({ run: { number: 1, state: "running" } });
    expect(store.isBusy()).toBe(true);
    show({ run: { number: 1, state: "done" } });
    expect(store.isBusy()).toBe(false);
  });

  it("that was asked for by an input which changes nothing is not waited for", () => {
    const { store, show } = open();
    store.setRequested(true);
    show({ seq: 1 });
    expect(store.isBusy()).toBe(false);
  });
});

it("dates spinners back by what has elapsed", () => {
  const { store, show } = open();
  show({ spinners: [{ id: "1", text: "Running", showTime: true, elapsed: 2 }] });
  expect(performance.now() - (store.getSpinners()[0]?.since ?? 0)).toBe(2000);
  show({ spinners: [] });
  expect(store.getSpinners()).toEqual([]);
});

it("shows an overlay until the server takes it away", () => {
  const { store, show } = open();
  show({ overlay: { title: "no", diagnostics: [] } });
  show({});
  expect(store.getOverlay()?.title).toBe("no");
  show({ overlay: null });
  expect(store.getOverlay()).toBeNull();
});
