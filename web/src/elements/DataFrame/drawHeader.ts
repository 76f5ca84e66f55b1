import type { DrawHeaderCallback } from "@glideapps/glide-data-grid";
import type { Column, ColumnView } from "../../wire/types";
import { alignOf } from "./cellRules";

/** Draws the name of a column whose values stand on the right on the right too; the rest as the grid does. */
export function drawHeaderOf(columns: readonly Column[], views: readonly ColumnView[] = []): DrawHeaderCallback {
  const viewOf = ({ index }: Column): ColumnView | undefined => views.find((view) => view.index === index);
  const right = new Set(
    columns.filter((column) => alignOf(column.type, viewOf(column)) === "right").map((column) => String(column.index)),
  );
  return ({ ctx, column, theme, rect }, drawContent) => {
    if (column.id === undefined || !right.has(column.id)) {
      drawContent();
      return;
    }
    ctx.save();
    ctx.beginPath();
    ctx.rect(rect.x, rect.y, rect.width, rect.height);
    ctx.clip();
    ctx.fillStyle = theme.textHeader;
    ctx.font = `${theme.headerFontStyle} ${theme.fontFamily}`;
    ctx.textAlign = "right";
    ctx.textBaseline = "middle";
    ctx.fillText(column.title, rect.x + rect.width - theme.cellHorizontalPadding, rect.y + rect.height / 2 + 1);
    ctx.restore();
  };
}
