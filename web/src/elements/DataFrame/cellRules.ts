import { isNumeric } from "../../rows/format";
import type { ColumnType, ColumnView } from "../../wire/types";

/** Amounts stand on the right, so that their digits stand below each other. */
export const alignOf = (type: ColumnType, view?: ColumnView): "left" | "center" | "right" =>
  view?.align ?? (isNumeric(type) || type === "timeSpan" ? "right" : "left");

/** A link leads nowhere but to pages and mail. */
export const isSafeLink = (address: string): boolean => /^(?:https?:\/\/|mailto:)/i.test(address);

/** The page's policy keeps images of other hosts out; what is no image at all is not asked for. */
export const isSafeImage = (address: string): boolean =>
  /^data:image\/(?:png|jpeg|gif|webp|svg\+xml)[;,]/i.test(address) ||
  /^\/?(?!\/)[\w%.~-]+(?:\/[\w%.~-]+)*(?:\?[\w%.~=&-]*)?$/.test(address);
