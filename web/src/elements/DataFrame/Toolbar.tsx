import { ArrowDown, ArrowUp, Columns3, Download, ListFilter, Pin, Search, X } from "lucide-react";
import { Popover } from "radix-ui";
import { useId, useState, type ReactNode, type Ref } from "react";
import { usePage } from "../../page/PageContext";
import { tests, viewParams, type Filter, type ViewQuery } from "../../rows/viewQuery";
import type { Column } from "../../wire/types";
import type { Columns } from "./useColumns";
import styles from "./Toolbar.module.css";

const words: Record<Filter["test"], string> = {
  contains: "contains",
  equal: "is",
  notEqual: "is not",
  less: "is less than",
  atMost: "is at most",
  greater: "is greater than",
  atLeast: "is at least",
  empty: "is empty",
  notEmpty: "is not empty",
};

const needsValue = (test: Filter["test"]): boolean => test !== "empty" && test !== "notEmpty";

type Props = {
  label: string;
  source: string;
  columns: Columns;
  query: ViewQuery;
  onQuery: (query: ViewQuery) => void;
  onRow: ((row: number) => void) | null;
  onSave: (url: string, file: string) => void;
  saveRef?: Ref<HTMLAnchorElement>;
  children?: ReactNode;
};

export function Toolbar({ label, source, columns, query, onQuery, onRow, onSave, saveRef, children }: Props) {
  const page = usePage();
  const csv = page.rowsUrl(
    source,
    { ...viewParams(query), columns: columns.shown.map(({ column }) => column.index).join(",") },
    "/csv",
  );
  return (
    <div className={styles.bar} role="toolbar" aria-label={`Tools of ${label}`}>
      <SearchBox query={query} onQuery={onQuery} />
      <FilterMenu columns={columns.all.map(({ column }) => column)} query={query} onQuery={onQuery} />
      <ColumnMenu columns={columns} query={query} onQuery={onQuery} />
      {onRow && <RowBox onRow={onRow} />}
      <a
        ref={saveRef}
        className={styles.button}
        href={csv}
        download={`${label}.csv`}
        onClick={(event) => {
          event.preventDefault();
          onSave(csv, `${label}.csv`);
        }}
        aria-label="Download as CSV"
        title="Download as CSV"
      >
        <Download size={16} aria-hidden />
      </a>
      {children}
      {query.filters.map((filter, at) => (
        <span key={`${at} ${filter.value}`} className={styles.chip}>
          {columns.all.find(({ column }) => column.index === filter.column)?.title} {words[filter.test]}{" "}
          {needsValue(filter.test) && filter.value}
          <button
            type="button"
            aria-label="Remove this filter"
            onClick={() => onQuery({ ...query, filters: query.filters.filter((_, other) => other !== at) })}
          >
            <X size={13} aria-hidden />
          </button>
        </span>
      ))}
    </div>
  );
}

function SearchBox({ query, onQuery }: Pick<Props, "query" | "onQuery">) {
  const [text, setText] = useState(query.search);
  return (
    <form
      className={styles.search}
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        if (text !== query.search) onQuery({ ...query, search: text });
      }}
    >
      <Search size={15} aria-hidden />
      <input
        type="search"
        aria-label="Search the table"
        placeholder="Search"
        maxLength={1000}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          if (event.target.value === "" && query.search !== "") onQuery({ ...query, search: "" });
        }}
      />
    </form>
  );
}

function RowBox({ onRow }: { onRow: (row: number) => void }) {
  const [text, setText] = useState("");
  return (
    <form
      className={styles.row}
      onSubmit={(event) => {
        event.preventDefault();
        const row = Number(text.replaceAll(",", ""));
        if (Number.isSafeInteger(row) && row > 0) onRow(row - 1);
      }}
    >
      <input
        inputMode="numeric"
        aria-label="Go to row"
        placeholder="Go to row"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </form>
  );
}

function FilterMenu({ columns, query, onQuery }: { columns: Column[] } & Pick<Props, "query" | "onQuery">) {
  const [open, setOpen] = useState(false);
  const [column, setColumn] = useState(columns[0]?.index ?? 0);
  const [test, setTest] = useState<Filter["test"]>("contains");
  const [value, setValue] = useState("");
  const id = useId();
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger className={styles.button} aria-label="Filter" title="Filter">
        <ListFilter size={16} aria-hidden />
      </Popover.Trigger>
      <Popover.Content className={styles.menu} align="start" sideOffset={6} collisionPadding={8} aria-label="Filter">
        <form
          className={styles.filter}
          onSubmit={(event) => {
            event.preventDefault();
            onQuery({ ...query, filters: [...query.filters, { column, test, value: needsValue(test) ? value : "" }] });
            setValue("");
            setOpen(false);
          }}
        >
          <label htmlFor={`${id}c`}>Column</label>
          <select id={`${id}c`} value={column} onChange={(event) => setColumn(Number(event.target.value))}>
            {columns.map(({ index, name }) => (
              <option key={index} value={index}>
                {name}
              </option>
            ))}
          </select>
          <label htmlFor={`${id}t`}>Test</label>
          <select id={`${id}t`} value={test} onChange={(event) => setTest(event.target.value as Filter["test"])}>
            {tests.map((one) => (
              <option key={one} value={one}>
                {words[one]}
              </option>
            ))}
          </select>
          <label htmlFor={`${id}v`}>Value</label>
          <input
            id={`${id}v`}
            value={value}
            maxLength={1000}
            disabled={!needsValue(test)}
            onChange={(event) => setValue(event.target.value)}
          />
          <button type="submit">Add filter</button>
        </form>
      </Popover.Content>
    </Popover.Root>
  );
}

function ColumnMenu({ columns, query, onQuery }: Pick<Props, "columns" | "query" | "onQuery">) {
  return (
    <Popover.Root>
      <Popover.Trigger className={styles.button} aria-label="Columns" title="Columns">
        <Columns3 size={16} aria-hidden />
      </Popover.Trigger>
      <Popover.Content className={styles.menu} align="start" sideOffset={6} collisionPadding={8} aria-label="Columns">
        <ul className={styles.columns}>
          {columns.all.map(({ column, title, hidden, pinned }) => {
            const sorted = query.sort?.column === column.index ? query.sort : null;
            const sortButton = (descending: boolean, Icon: typeof ArrowUp) => (
              <button
                type="button"
                aria-label={`Sort by ${title}, ${descending ? "descending" : "ascending"}`}
                aria-pressed={sorted?.descending === descending}
                onClick={() =>
                  onQuery({
                    ...query,
                    sort: sorted?.descending === descending ? null : { column: column.index, descending },
                  })
                }
              >
                <Icon size={15} aria-hidden />
              </button>
            );
            return (
              <li key={column.index}>
                <label>
                  <input
                    type="checkbox"
                    checked={!hidden}
                    disabled={!hidden && columns.shown.length === 1}
                    onChange={(event) => columns.hide(column.index, !event.target.checked)}
                  />
                  {title}
                </label>
                {sortButton(false, ArrowUp)}
                {sortButton(true, ArrowDown)}
                <button
                  type="button"
                  aria-label={`Pin ${title}`}
                  aria-pressed={pinned}
                  onClick={() => columns.pin(column.index, !pinned)}
                >
                  <Pin size={15} aria-hidden />
                </button>
              </li>
            );
          })}
        </ul>
      </Popover.Content>
    </Popover.Root>
  );
}
