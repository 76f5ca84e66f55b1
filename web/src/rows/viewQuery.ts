/** Which rows of a source are wanted, and in which order; docs/wire.md, "The query of a view". */
export type Sort = { column: number; descending: boolean };

export const tests = [
  "contains",
  "equal",
  "notEqual",
  "less",
  "atMost",
  "greater",
  "atLeast",
  "empty",
  "notEmpty",
] as const;

export type Filter = { column: number; test: (typeof tests)[number]; value: string };

export type ViewQuery = { search: string; filters: readonly Filter[]; sort: Sort | null };

export const wholeView: ViewQuery = { search: "", filters: [], sort: null };

/** Whether the view is the table as it is. */
export const isWhole = ({ search, filters, sort }: ViewQuery): boolean =>
  search === "" && filters.length === 0 && sort === null;

export function viewParams({ search, filters, sort }: ViewQuery): Record<string, string> {
  return {
    ...(search !== "" && { search }),
    ...(filters.length > 0 && { filters: JSON.stringify(filters) }),
    ...(sort && { sort: String(sort.column), descending: String(sort.descending) }),
  };
}
