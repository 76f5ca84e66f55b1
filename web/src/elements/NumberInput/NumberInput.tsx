import { Minus, Plus } from "lucide-react";
import { useId } from "react";
import type { Node } from "../../wire/types";
import { Field } from "../Field/Field";
import field from "../Field/Field.module.css";
import { useDraft } from "../Field/useDraft";
import { useWidget, type WidgetProps } from "../Field/useWidget";
import { parseNumber, writeNumber } from "./numbers";
import styles from "./NumberInput.module.css";

export type NumberInputProps = WidgetProps & {
  min?: number;
  max?: number;
  step: number;
  decimals: number;
  placeholder?: string;
};

/** Steps that follow each other quickly are sent as one, after so many milliseconds. */
const rest = 200;

export function NumberInput({ node }: { node: Node<NumberInputProps, number | null> }) {
  const { value, disabled, edit, set, commit } = useWidget(node);
  const id = useId();
  const { label, step, decimals, placeholder } = node.props;
  const min = node.props.min ?? -Infinity;
  const max = node.props.max ?? Infinity;
  const fit = (number: number): number => Math.min(Math.max(number, min), max);
  const draft = useDraft(writeNumber(value, decimals), (text) => {
    const typed = parseNumber(text, decimals);
    if (typed !== undefined) set(typed === null ? null : fit(typed));
  });
  const current = parseNumber(draft.text, decimals) ?? value;
  const stepBy = (steps: number): void => {
    const start = current ?? (steps > 0 ? fit(0) - step : fit(0) + step);
    draft.discard();
    edit(fit(Number((start + steps * step).toFixed(decimals))), rest);
  };
  return (
    <Field props={node.props} inputId={id}>
      <div className={field.control}>
        <input
          id={id}
          className={field.input}
          type="text"
          role="spinbutton"
          inputMode={decimals > 0 ? "decimal" : "numeric"}
          autoComplete="off"
          aria-valuenow={current ?? undefined}
          aria-valuemin={Number.isFinite(min) ? min : undefined}
          aria-valuemax={Number.isFinite(max) ? max : undefined}
          aria-valuetext={draft.text === "" ? "empty" : draft.text}
          aria-invalid={parseNumber(draft.text, decimals) === undefined}
          value={draft.text}
          placeholder={placeholder ?? undefined}
          disabled={disabled}
          onChange={(event) => draft.change(event.target.value)}
          onBlur={() => {
            draft.finish();
            commit();
          }}
          onKeyDown={(event) => {
            if (event.key === "Enter") {
              draft.finish();
              commit();
            } else if (event.key === "Escape") {
              draft.discard();
            } else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
              event.preventDefault();
              stepBy(event.key === "ArrowUp" ? 1 : -1);
            }
          }}
        />
        <StepButton label={`Less: ${label}`} disabled={disabled || (current ?? 0) <= min} onStep={() => stepBy(-1)}>
          <Minus size={15} aria-hidden />
        </StepButton>
        <StepButton label={`More: ${label}`} disabled={disabled || (current ?? 0) >= max} onStep={() => stepBy(1)}>
          <Plus size={15} aria-hidden />
        </StepButton>
      </div>
    </Field>
  );
}

type StepButtonProps = { label: string; disabled: boolean; onStep: () => void; children: React.ReactNode };

function StepButton({ label, disabled, onStep, children }: StepButtonProps) {
  return (
    <button
      type="button"
      className={styles.step}
      aria-label={label}
      // The arrow keys do the same from the input itself.
      tabIndex={-1}
      disabled={disabled}
      // Keeps what is being typed from being sent on its own just before the step.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onStep}
    >
      {children}
    </button>
  );
}
