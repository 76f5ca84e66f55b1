import { act, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { OpenPage } from "../testing/openPage";

const text = (id: string, words = id) => ({ id, kind: "text", props: { text: words } });
const slow = { label: "Name", disabled: false, labelVisibility: "visible", password: false };
const press = (key: string, target: Element | Window = window, more = {}) =>
  fireEvent.keyDown(target, { key, ...more });

describe("running", () => {
  it("is shown with a way to stop it", () => {
    const opened = new OpenPage();
    opened.render();
    opened.show({ run: { number: 1, state: "running" } });
    fireEvent.click(screen.getByRole("button", { name: "Stop" }));
    expect(opened.socket.sentOf("stop")).toHaveLength(1);
    opened.show({ run: { number: 1, state: "stopped" } });
    expect(screen.queryByRole("button", { name: "Stop" })).toBeNull();
  });

  it("is shown from the moment a run is asked for", () => {
    const opened = new OpenPage();
    opened.showMain(text("a"));
    opened.render();
    press("r");
    expect(opened.socket.sentOf("rerun")).toHaveLength(1);
    expect(screen.getByRole("button", { name: "Stop" })).toBeDefined();
  });

  it("acknowledges each frame", () => {
    const opened = new OpenPage();
    opened.show({});
    opened.show({});
    expect(opened.socket.sentOf("ack").map(({ frame }) => frame)).toEqual([1, 2]);
  });
});

describe("keys", () => {
  it("do nothing while the user types, or with a modifier", () => {
    const opened = new OpenPage();
    opened.showMain({ id: "n", kind: "textInput", props: slow, value: "", revision: 1 });
    opened.render();
    press("r", screen.getByLabelText("Name"));
    press("r", window, { ctrlKey: true });
    press("x");
    expect(opened.socket.sentOf("rerun")).toEqual([]);
  });

  it("c asks before it clears the caches, and says for whom", () => {
    const opened = new OpenPage();
    opened.render();
    press("c");
    expect(screen.getByRole("dialog", { name: "Clear caches?" }).textContent).toContain("for everyone who uses it");
    expect(opened.socket.sentOf("clearCaches")).toEqual([]);
    fireEvent.click(screen.getByRole("button", { name: "Clear caches" }));
    expect(opened.socket.sentOf("clearCaches")).toHaveLength(1);
    expect(screen.queryByRole("dialog")).toBeNull();
  });
});

describe("the menu", () => {
  it("reruns, clears and switches the theme", () => {
    const opened = new OpenPage();
    opened.render();
    const open = () => fireEvent.keyDown(screen.getByRole("button", { name: "Menu" }), { key: "Enter" });
    open();
    fireEvent.click(screen.getByRole("menuitem", { name: /Rerun/ }));
    expect(opened.socket.sentOf("rerun")).toHaveLength(1);
    open();
    fireEvent.click(screen.getByRole("menuitemradio", { name: "Dark" }));
    expect(document.documentElement.dataset.theme).toBe("dark");
    open();
    fireEvent.click(screen.getByRole("menuitem", { name: /Clear caches/ }));
    expect(screen.getByRole("dialog")).toBeDefined();
  });
});

describe("a lost connection", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const open = () => {
    const opened = new OpenPage();
    opened.showMain({ id: "n", kind: "textInput", props: slow, value: "a", revision: 1 });
    opened.render();
    return opened;
  };
  const input = () => screen.getByLabelText<HTMLInputElement>("Name");

  it("is said, with widgets disabled, and mended", () => {
    const opened = open();
    act(() => opened.socket.break());
    expect(screen.getByText("Connection lost. Trying again…")).toBeDefined();
    expect(input().disabled).toBe(true);
    act(() => void vi.advanceTimersByTime(1000));
    act(() => opened.socket.welcome("s1", true));
    expect(screen.queryByText("Connection lost. Trying again…")).toBeNull();
    expect([input().disabled, input().value]).toEqual([false, "a"]);
  });

  it("loses no edit: what was not confirmed is sent again", () => {
    const opened = open();
    fireEvent.change(input(), { target: { value: "b" } });
    fireEvent.blur(input());
    act(() => opened.socket.break());
    act(() => void vi.advanceTimersByTime(1000));
    act(() => opened.socket.welcome("s1", true));
    expect(opened.socket.sentOf("input")).toEqual([{ type: "input", seq: 1, inputs: [{ id: "n", value: "b" }] }]);
  });

  it("sends nothing again to a session that is another one", () => {
    const opened = open();
    fireEvent.change(input(), { target: { value: "b" } });
    fireEvent.blur(input());
    act(() => opened.socket.break());
    act(() => void vi.advanceTimersByTime(1000));
    act(() => opened.socket.welcome("s2", false));
    expect(opened.socket.sentOf("input")).toEqual([]);
  });

  it("can be tried at once", () => {
    const opened = open();
    act(() => opened.socket.break());
    fireEvent.click(screen.getByRole("button", { name: "Now" }));
    expect(opened.sockets).toHaveLength(2);
  });
});

it("a refusal takes the whole page and gives the reason", () => {
  const opened = new OpenPage();
  opened.render();
  act(() => opened.socket.receive({ type: "refused", reason: "Too many sessions." }));
  expect(screen.getByRole("alert").textContent).toBe("Too many sessions.");
  expect(screen.getByRole("button", { name: "Reload" })).toBeDefined();
});

describe("spinners", () => {
  it("say what runs, with code as code", () => {
    const opened = new OpenPage();
    opened.render();
    opened.show({ spinners: [{ id: "1", text: "Running `Load(1)` now", showTime: true, elapsed: 2 }] });
    expect(screen.getByText("Load(1)").tagName).toBe("CODE");
    expect(screen.getByText(/^2\.\d s$/)).toBeDefined();
    opened.show({ spinners: [] });
    expect(screen.queryByText("Load(1)")).toBeNull();
  });

  it("leave a lone backtick alone", () => {
    const opened = new OpenPage();
    opened.render();
    opened.show({ spinners: [{ id: "1", text: "It`s on", showTime: false, elapsed: 0 }] });
    expect(screen.getByText("It`s on")).toBeDefined();
  });
});

it("an overlay shows what the compiler says, over the old page", () => {
  const opened = new OpenPage();
  opened.showMain(text("old"));
  opened.render();
  const diagnostic = {
    file: "a.cs",
    line: 3,
    column: 5,
    id: "CS0103",
    message: "No 'dta' here",
    text: "    dta.Show();",
    link: "vscode://file/a.cs:3:5",
  };
  opened.show({ overlay: { title: "a.cs does not compile", diagnostics: [diagnostic] } });
  const overlay = screen.getByRole("alert", { name: "a.cs does not compile" });
  expect(overlay.textContent).toContain("a.cs:3:5");
  expect(overlay.textContent).toContain("No 'dta' here");
  expect(within(overlay).getByRole("link", { name: "a.cs:3:5" }).getAttribute("href")).toBe("vscode://file/a.cs:3:5");
  expect(overlay.querySelector("mark")?.textContent).toBe("dta");
  expect(screen.getByText("old")).toBeDefined();
  opened.show({ overlay: null });
  expect(screen.queryByRole("alert")).toBeNull();
});

describe("a page with nothing on it", () => {
  it("is sketched while it loads", () => {
    const opened = new OpenPage();
    opened.render();
    opened.show({ run: { number: 1, state: "running" } });
    expect(screen.getByText("Loading")).toBeDefined();
  });

  it.each([
    ["done", "The script ran and drew nothing"],
    ["stopped", "Nothing to show"],
  ] as const)("says so when the run is %s", (state, words) => {
    const opened = new OpenPage();
    opened.render();
    opened.show({ run: { number: 1, state } });
    expect(screen.getByText(words)).toBeDefined();
  });
});

it("has a sidebar when the script uses it, and a way back to the gallery", () => {
  const opened = new OpenPage({ home: { path: "/", title: "Gallery" } });
  opened.render();
  expect(screen.queryByRole("complementary")).toBeNull();
  opened.show({
    nodes: [{ id: "sidebar", kind: "sidebar", props: {} }, text("inside")],
    children: { root: ["main", "sidebar"], sidebar: ["inside"] },
  });
  expect(screen.getByRole("complementary", { name: "Sidebar" }).textContent).toBe("inside");
  expect(screen.getByRole("link", { name: "Gallery" }).getAttribute("href")).toBe("/");
});

it("leads to the pages that are served with it", () => {
  const pages = [
    { path: "/", title: "Home", current: true },
    { path: "/orders", title: "Orders", current: false },
  ];
  new OpenPage({ pages }).render();
  expect(within(screen.getByRole("navigation", { name: "Pages" })).getAllByRole("link")).toHaveLength(2);
  expect(screen.getByRole("link", { current: "page" }).textContent).toBe("Home");
  expect(screen.getByRole("link", { name: "Orders" }).getAttribute("href")).toBe("/orders");
});

it("shows its script on request", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response('Ui.Title("Hi");')));
  const opened = new OpenPage({ source: { name: "hello.cs" } });
  opened.render();
  fireEvent.click(screen.getByRole("button", { name: "Source" }));
  expect((await screen.findByRole("region", { name: "Source of hello.cs" })).textContent).toBe('Ui.Title("Hi");');
  fireEvent.click(screen.getByRole("button", { name: "Close the source" }));
  expect(screen.queryByRole("region")).toBeNull();
});

it("says why its script cannot be shown", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response("", { status: 404 })));
  const opened = new OpenPage({ source: { name: "hello.cs" } });
  opened.render();
  fireEvent.click(screen.getByRole("button", { name: "Source" }));
  expect((await screen.findByRole("alert")).textContent).toBe(
    "The source could not be loaded: the server answered 404",
  );
});

it("an element that cannot be drawn takes nothing else with it, and is tried again when it changes", () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  const opened = new OpenPage();
  opened.showMain(text("a"), { id: "bad", kind: "fields", props: {} }, { id: "new", kind: "hologram", props: {} });
  opened.render();
  expect(screen.getByText("a")).toBeDefined();
  expect(screen.getByText("This element could not be drawn")).toBeDefined();
  expect(screen.getByText("This page does not know the element “hologram”")).toBeDefined();
  opened.show({ nodes: [{ id: "bad", kind: "fields", props: { title: "t", fields: [] } }] });
  expect(screen.queryByText("This element could not be drawn")).toBeNull();
});

it("draws only the node that changed", () => {
  const opened = new OpenPage();
  opened.showMain(text("a"), text("b"));
  opened.render();
  const [a, b] = [screen.getByText("a"), screen.getByText("b")];
  const writes: Node[] = [];
  const observer = new MutationObserver((records) => writes.push(...records.map(({ target }) => target)));
  observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  opened.show({ nodes: [text("b", "c")] });
  writes.push(...observer.takeRecords().map(({ target }) => target));
  observer.disconnect();
  expect(writes.every((target) => b.contains(target))).toBe(true);
  expect([a.textContent, b.textContent]).toEqual(["a", "c"]);
});

it("keeps the address's query as the server says", () => {
  const opened = new OpenPage();
  opened.show({ query: "?hour=9" });
  expect(location.search).toBe("?hour=9");
  opened.show({ query: "" });
  expect(location.search).toBe("");
});

it("says what a save has cost the session, until it is read or the next save", () => {
  const opened = new OpenPage();
  opened.showMain(text("a"));
  opened.render();
  const said = () => screen.queryByText(/starts anew/)?.textContent ?? null;
  const words = "The session's 'sale' starts anew: type `Sale` changed.";

  opened.show({ notices: [words] });
  expect(said()).toBe("The session's 'sale' starts anew: type Sale changed.");
  opened.show({ run: { number: 2, state: "running" } });
  expect(said()).not.toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Close" }));
  expect(said()).toBeNull();

  opened.show({ notices: [words] });
  expect(said()).not.toBeNull();
  opened.show({ notices: [] });
  expect(said()).toBeNull();
});
