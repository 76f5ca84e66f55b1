import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Frame, Json } from "../wire/types";
import { Topics } from "./Topics";
import { WidgetValues } from "./WidgetValues";

const frame = (more: Partial<Frame>): Frame => ({ type: "frame", frame: 1, ...more });
const says = (value: Json, revision: number, seq?: number): Frame =>
  frame({ nodes: [{ id: "w", kind: "slider", props: {}, value, revision }], ...(seq === undefined ? {} : { seq }) });

function open() {
  const values = new WidgetValues(new Topics());
  values.take(says(1, 1));
  return values;
}

describe("a widget's value", () => {
  it("is the server's at first", () => {
    expect(open().get("w")).toBe(1);
  });

  it("is the user's newer input until the server has taken it in", () => {
    const values = open();
    values.edit("w", 5);
    values.sent("w", 1);
    values.take(says(2, 2));
    expect(values.get("w")).toBe(5);
    values.take(frame({ seq: 1 }));
    expect(values.get("w")).toBe(2);
  });

  it("stays the user's when the server took it in and has nothing newer to say", () => {
    const values = open();
    values.edit("w", 5);
    values.sent("w", 1);
    values.take(says(5, 1, 1));
    expect(values.get("w")).toBe(5);
  });

  it("is the server's when that is newer in the frame that took the input in", () => {
    const values = open();
    values.edit("w", 500);
    values.sent("w", 1);
    values.take(says(100, 2, 1));
    expect(values.get("w")).toBe(100);
  });

  it("is not taken from an older revision", () => {
    const values = open();
    values.take(says(9, 3));
    values.take(says(4, 3));
    values.take(says(4, 2));
    expect(values.get("w")).toBe(9);
  });

  it("waits for the newest of several inputs", () => {
    const values = open();
    values.edit("w", 5);
    values.sent("w", 1);
    values.edit("w", 6);
    values.take(says(5, 2, 1));
    expect(values.get("w")).toBe(6);
    values.sent("w", 2);
    values.take(says(6, 3, 2));
    expect(values.get("w")).toBe(6);
  });

  it("starts anew when the widget left the page and came back", () => {
    const values = open();
    values.take(says(9, 5));
    values.forget("w");
    values.take(says(1, 1));
    expect(values.get("w")).toBe(1);
  });

  it("is the server's after a reset, whatever the user had typed", () => {
    const values = open();
    values.edit("w", 5);
    values.take(frame({ reset: true, nodes: [{ id: "w", kind: "slider", props: {}, value: 2, revision: 1 }] }));
    expect(values.get("w")).toBe(2);
    expect(values.unconfirmed()).toEqual([]);
  });

  it("is null for a widget nobody knows", () => {
    expect(open().get("other")).toBeNull();
  });
});

describe("after a lost connection", () => {
  it("what the server has not confirmed is known, and its count begins anew", () => {
    const values = open();
    values.edit("w", 5);
    values.sent("w", 3);
    values.reconnected();
    expect(values.unconfirmed()).toEqual([{ id: "w", value: 5 }]);
    values.sent("w", 1);
    values.take(frame({}));
    expect(values.unconfirmed()).toHaveLength(1);
    values.take(frame({ seq: 1 }));
    expect(values.unconfirmed()).toEqual([]);
  });
});

it("ends on the server's newest value, however inputs and frames cross", () => {
  const steps = fc.array(
    fc.oneof(fc.record({ edit: fc.nat(9) }), fc.record({ takes: fc.nat(3), corrects: fc.boolean() })),
  );
  fc.assert(
    fc.property(steps, (script) => {
      const values = open();
      let [sent, taken, revision] = [0, 0, 1];
      let server: Json = 1;
      const inputs: number[] = [];
      const take = (count: number, corrects: boolean): void => {
        for (; count > 0 && taken < sent; count--) server = inputs[taken++] ?? server;
        if (corrects) {
          server = 50;
          revision += 1;
        }
        values.take(says(server, revision, taken));
        if (taken < sent) expect(values.get("w")).toBe(inputs.at(-1));
      };
      for (const step of script) {
        if ("edit" in step) {
          values.edit("w", step.edit);
          inputs.push(step.edit);
          values.sent("w", ++sent);
        } else {
          take(step.takes, step.corrects);
        }
      }
      take(sent, true);
      expect(values.get("w")).toBe(50);
    }),
  );
});
