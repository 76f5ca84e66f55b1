import { fireEvent, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { change, renderElement } from "../../testing/openPage";

const query = { label: "Your query", disabled: false, labelVisibility: "visible", password: false };
const input = () => screen.getByLabelText<HTMLInputElement>("Your query");
const type = (value: string) => fireEvent.change(input(), { target: { value } });

it("sends what was typed on Enter", () => {
  const page = renderElement("textInput", query, "select 1");
  type("select 2");
  expect(page.inputs).toEqual([]);
  fireEvent.keyDown(input(), { key: "Enter" });
  expect(page.inputs).toEqual([{ id: "n1", value: "select 2" }]);
});

it("sends what was typed when it is left, once", () => {
  const page = renderElement("textInput", query, "");
  type("a");
  fireEvent.blur(input());
  fireEvent.blur(input());
  expect(page.inputs).toEqual([{ id: "n1", value: "a" }]);
});

it("sends nothing when nothing changed or Escape took it back", () => {
  const page = renderElement("textInput", query, "a");
  type("b");
  fireEvent.keyDown(input(), { key: "Escape" });
  fireEvent.blur(input());
  expect(input().value).toBe("a");
  expect(page.inputs).toEqual([]);
});

it("keeps what is being typed when the server sends another value", () => {
  const page = renderElement("textInput", query, "a");
  type("ab");
  change(page, "textInput", query, "z", 2);
  expect(input().value).toBe("ab");
  fireEvent.keyDown(input(), { key: "Escape" });
  expect(input().value).toBe("z");
});

it("is empty for null, and does not send the word that an input method still composes", () => {
  const page = renderElement("textInput", { ...query, placeholder: "SQL" }, null);
  expect(input().value).toBe("");
  expect(input().placeholder).toBe("SQL");
  type("日");
  fireEvent.keyDown(input(), { key: "Enter", isComposing: true });
  expect(page.inputs).toEqual([]);
});

it("hides a password", () => {
  renderElement("textInput", { ...query, password: true, maxLength: 8 }, "");
  expect([input().type, input().maxLength]).toEqual(["password", 8]);
});
