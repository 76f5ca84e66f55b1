import type { ReactNode } from "react";
import { Help } from "./Help";
import type { WidgetProps } from "./useWidget";
import styles from "./Field.module.css";

type Props = {
  props: WidgetProps;
  /** The input's id, when a label can point at it. */
  inputId?: string;
  /** The label's own id, for an input that points at its label. */
  labelId?: string;
  /** Shown at the end of the label's line, such as a slider's value. */
  aside?: ReactNode;
  children: ReactNode;
};

/** A widget's label, help and input, one below the other. */
export function Field({ props, inputId, labelId, aside, children }: Props) {
  const { label, help, labelVisibility = "visible" } = props;
  const hidden = labelVisibility !== "visible";
  const Tag = inputId === undefined ? "span" : "label";
  return (
    <div className={styles.field}>
      {(labelVisibility !== "collapsed" || aside !== undefined) && (
        <div className={styles.line}>
          <Tag className={hidden ? "visually-hidden" : styles.label} id={labelId} htmlFor={inputId}>
            {label}
          </Tag>
          {labelVisibility === "hidden" && <span className={styles.label}>&nbsp;</span>}
          {help != null && !hidden && <Help text={help} label={label} />}
          {aside !== undefined && <span className={styles.aside}>{aside}</span>}
        </div>
      )}
      {labelVisibility === "collapsed" && aside === undefined && (
        <Tag className="visually-hidden" id={labelId} htmlFor={inputId}>
          {label}
        </Tag>
      )}
      {children}
    </div>
  );
}
