import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FakeSocket } from "../testing/FakeSocket";
import type { Frame } from "../wire/types";
import { Connection, type ConnectionState } from "./Connection";

function connect() {
  const sockets: FakeSocket[] = [];
  const states: ConnectionState["kind"][] = [];
  const frames: Frame[] = [];
  const welcomes: boolean[] = [];
  const stored = new Map<string, string>();
  let lastFrame = 0;
  const connection = new Connection({
    open: () => {
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket;
    },
    storage: { getItem: (key) => stored.get(key) ?? null, setItem: (key, value) => void stored.set(key, value) },
    storageKey: "refrain /page",
    query: () => "?a=1",
    onFrame: (frame) => {
      frames.push(frame);
      lastFrame = frame.frame;
    },
    lastFrame: () => lastFrame,
    onWelcome: (resumed) => welcomes.push(resumed),
    onState: (state) => states.push(state.kind),
    random: () => 0,
  });
  connection.start();
  const socket = (index: number): FakeSocket => {
    const opened = sockets[index];
    if (opened === undefined) throw new Error(`Socket ${index} was not opened.`);
    return opened;
  };
  return { connection, sockets, socket, states, frames, welcomes, stored };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("a first visit", () => {
  it("says hello without a session and keeps the one it is given", () => {
    const { socket, stored, states } = connect();
    socket(0).welcome("s1");
    expect(socket(0).sent).toEqual([{ type: "hello", session: null, frame: 0, query: "?a=1" }]);
    expect(stored.get("refrain /page")).toBe("s1");
    expect(states).toEqual(["open"]);
  });

  it("sends nothing before it is welcome", () => {
    const { connection, socket } = connect();
    socket(0).open();
    connection.send({ type: "rerun" });
    expect(connection.sendInputs([{ id: "a", click: true }])).toBe(0);
    expect(socket(0).sent.map(({ type }) => type)).toEqual(["hello"]);
  });

  it("counts the messages of inputs", () => {
    const { connection, socket } = connect();
    socket(0).welcome();
    expect(connection.sendInputs([{ id: "a", value: 1 }])).toBe(1);
    expect(connection.sendInputs([{ id: "a", value: 2 }])).toBe(2);
    expect(
      socket(0)
        .sentOf("input")
        .map(({ seq }) => seq),
    ).toEqual([1, 2]);
  });
});

describe("F5", () => {
  it("resumes the stored session from frame 0", () => {
    const { socket, stored, welcomes, connection } = connect();
    stored.set("refrain /page", "s1");
    connection.dispose();
    connection.start();
    socket(1).welcome("s1", true);
    expect(socket(1).sent[0]).toEqual({ type: "hello", session: "s1", frame: 0, query: "?a=1" });
    expect(welcomes).toEqual([true]);
  });
});

describe("a lost connection", () => {
  it("is tried again after 0.5 s, 1 s, 2 s … and 8 s at most", () => {
    const { sockets } = connect();
    for (const wait of [500, 1000, 2000, 4000, 8000, 8000]) {
      const tries = sockets.length;
      sockets.at(-1)?.break();
      vi.advanceTimersByTime(wait - 1);
      expect(sockets).toHaveLength(tries);
      vi.advanceTimersByTime(1);
      expect(sockets).toHaveLength(tries + 1);
    }
  });

  it("waits 0.5 s again after it once stood", () => {
    const { sockets, socket } = connect();
    socket(0).break();
    vi.advanceTimersByTime(500);
    socket(1).break();
    vi.advanceTimersByTime(1000);
    socket(2).welcome();
    socket(2).break();
    vi.advanceTimersByTime(500);
    expect(sockets).toHaveLength(4);
  });

  it("says hello with the session and the last frame, and counts inputs anew", () => {
    const { socket, connection, states } = connect();
    socket(0).welcome("s1");
    connection.sendInputs([{ id: "a", value: 1 }]);
    socket(0).frame({});
    socket(0).frame({});
    socket(0).break();
    vi.advanceTimersByTime(500);
    socket(1).welcome("s1", true);
    expect(socket(1).sent[0]).toEqual({ type: "hello", session: "s1", frame: 2, query: "?a=1" });
    expect(connection.sendInputs([{ id: "a", value: 1 }])).toBe(1);
    expect(states).toEqual(["open", "lost", "open"]);
  });

  it("is tried at once when asked, once", () => {
    const { sockets, socket, connection } = connect();
    socket(0).break();
    connection.retryNow();
    connection.retryNow();
    vi.advanceTimersByTime(10_000);
    expect(sockets).toHaveLength(2);
  });
});

describe("a refusal", () => {
  it("ends it for good", () => {
    const { sockets, socket, states } = connect();
    socket(0).open();
    socket(0).receive({ type: "refused", reason: "full" });
    vi.advanceTimersByTime(60_000);
    expect(socket(0).closed).toBe(true);
    expect(sockets).toHaveLength(1);
    expect(states).toEqual(["refused"]);
  });
});

it("opens no socket after it was disposed of", () => {
  const { sockets, socket, connection } = connect();
  socket(0).break();
  connection.dispose();
  vi.advanceTimersByTime(60_000);
  expect(sockets).toHaveLength(1);
});
