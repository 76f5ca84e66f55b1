import { expect, it, vi } from "vitest";
import { column } from "../../testing/rows";
import { drawHeaderOf } from "./drawHeader";

const draw = drawHeaderOf([column(4, "Trips", "int32"), column(5, "Airport", "text")]);

function drawn(id: string | undefined) {
  const ctx = {
    ...{ save: vi.fn(), restore: vi.fn(), beginPath: vi.fn(), rect: vi.fn(), clip: vi.fn(), fillText: vi.fn() },
    textAlign: "left",
  };
  const drawContent = vi.fn();
  const theme = { headerFontStyle: "600 13px", fontFamily: "Inter", textHeader: "#555", cellHorizontalPadding: 8 };
  const rect = { x: 100, y: 0, width: 80, height: 38 };
  draw({ ctx, theme, rect, column: { id, title: "Trips", width: 80 } } as never, drawContent);
  return { ctx, drawContent };
}

it("draws the name of numbers on the right", () => {
  const { ctx, drawContent } = drawn("4");
  expect(ctx.fillText).toHaveBeenCalledWith("Trips", 172, 20);
  expect(ctx.textAlign).toBe("right");
  expect(drawContent).not.toHaveBeenCalled();
});

it.each(["5", undefined])("leaves other names to the grid", (id) => {
  const { ctx, drawContent } = drawn(id);
  expect(ctx.fillText).not.toHaveBeenCalled();
  expect(drawContent).toHaveBeenCalledOnce();
});
