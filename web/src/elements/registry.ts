import { lazy, type ComponentType } from "react";
import type { Node } from "../wire/types";
import { Alert } from "./Alert/Alert";
import { Button } from "./Button/Button";
import { Caption } from "./Caption/Caption";
import { Checkbox } from "./Checkbox/Checkbox";
import { Columns } from "./Columns/Columns";
import { Container } from "./Container/Container";
import { Divider } from "./Divider/Divider";
import { Exception } from "./Exception/Exception";
import { Fields } from "./Fields/Fields";
import { Heading } from "./Heading/Heading";
import { JsonTree } from "./Json/Json";
import { Loading } from "./Loading/Loading";
import { Markdown } from "./Markdown/Markdown";
import { Metric } from "./Metric/Metric";
import { NumberInput } from "./NumberInput/NumberInput";
import { PieChart } from "./PieChart/PieChart";
import { SelectBox } from "./SelectBox/SelectBox";
import { Slider } from "./Slider/Slider";
import { Table } from "./Table/Table";
import { Text } from "./Text/Text";
import { TextInput } from "./TextInput/TextInput";

// The server sends each kind with its own props and value, as docs/wire.md lists them; here the kinds meet their views.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type ElementView = ComponentType<{ node: Node<any, any> }>;

export const elements: Record<string, ElementView> = {
  alert: Alert,
  button: Button,
  caption: Caption,
  chart: Loading(lazy(() => import("./Chart/Chart"))),
  checkbox: Checkbox,
  column: Container,
  columns: Columns,
  container: Container,
  dataEditor: Loading(lazy(() => import("./DataEditor/DataEditor"))),
  dataFrame: Loading(lazy(() => import("./DataFrame/DataFrame"))),
  divider: Divider,
  exception: Exception,
  fields: Fields,
  heading: Heading,
  histogram: Loading(lazy(() => import("./Histogram/Histogram"))),
  json: JsonTree,
  main: Container,
  map: Loading(lazy(() => import("./Map/Map"))),
  markdown: Markdown,
  metric: Metric,
  numberInput: NumberInput,
  pieChart: PieChart,
  selectBox: SelectBox,
  sidebar: Container,
  slider: Slider,
  table: Table,
  text: Text,
  textInput: TextInput,
};
