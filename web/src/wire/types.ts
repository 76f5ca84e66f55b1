/** The messages of docs/wire.md, word for word. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

export type Input = { id: string; value: Json } | { id: string; click: true };

export type ClientMessage =
  | { type: "hello"; session: string | null; frame: number; query: string }
  | { type: "input"; seq: number; inputs: Input[] }
  | { type: "rerun" }
  | { type: "stop" }
  | { type: "clearCaches" }
  | { type: "ack"; frame: number };

export type ServerMessage = Welcome | Frame | Refused;

export type Welcome = { type: "welcome"; session: string; resumed: boolean };

export type Refused = { type: "refused"; reason: string };

export type RunState = "idle" | "running" | "done" | "stopped" | "failed" | "interrupted";

export type Run = { number: number; state: RunState };

export type Frame = {
  type: "frame";
  frame: number;
  reset?: true;
  run?: Run;
  nodes?: Node[];
  children?: Record<string, string[]>;
  fresh?: Record<string, number>;
  spinners?: Spinner[];
  seq?: number;
  overlay?: Overlay | null;
  notices?: string[];
  query?: string;
};

export type Node<Props = unknown, Value extends Json = Json> = {
  id: string;
  kind: string;
  props: Props;
  value?: Value;
  revision?: number;
};

export type Spinner = { id: string; text: string; showTime: boolean; elapsed: number };

export type Overlay = { title: string; diagnostics: Diagnostic[] };

export type Diagnostic = {
  file: string;
  line: number;
  column: number;
  id: string;
  message: string;
  text: string;
  link?: string;
};

export type LabelVisibility = "visible" | "hidden" | "collapsed";

export type ColumnType = "bool" | "int32" | "int64" | "float64" | "decimal" | "text" | "dateTime" | "date" | "timeSpan";

export type Column = { index: number; name: string; type: ColumnType };

/** How a column is shown that is not shown as usual. */
export type ColumnView = {
  index: number;
  label?: string;
  help?: string;
  width?: number;
  align?: "left" | "center" | "right";
  hidden?: boolean;
  pinned?: boolean;
  decimals?: number;
  notation?: "grouped" | "plain" | "percent" | "compact" | "scientific";
  prefix?: string;
  suffix?: string;
  look?: "link" | "image" | "progress" | "sparkline";
  min?: number;
  max?: number;
  display?: string;
};
