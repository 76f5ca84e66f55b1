import { Check, ChevronDown, X } from "lucide-react";
import { Select } from "radix-ui";
import { useId, useState } from "react";
import type { Node } from "../../wire/types";
import { Field } from "../Field/Field";
import field from "../Field/Field.module.css";
import { useWidget, type WidgetProps } from "../Field/useWidget";
import { LongSelect } from "./LongSelect";
import styles from "./SelectBox.module.css";

export type SelectBoxProps = WidgetProps & { options: string[]; placeholder?: string };

/** From so many options on, the system's own list is used: it stays quick with any number. */
const many = 300;

export function SelectBox({ node }: { node: Node<SelectBoxProps, number | null> }) {
  const { value, disabled, set } = useWidget(node);
  const id = useId();
  const [container, setContainer] = useState<HTMLElement | null>(null);
  const { label, options, placeholder } = node.props;
  const chosen = value !== null && value in options ? value : null;

  if (options.length >= many) {
    return (
      <Field props={node.props} inputId={id}>
        <LongSelect
          id={id}
          options={options}
          placeholder={placeholder}
          value={chosen}
          disabled={disabled}
          onChoose={set}
        />
      </Field>
    );
  }
  return (
    <Field props={node.props} inputId={id}>
      <div className={styles.line}>
        <Select.Root
          value={chosen === null ? "" : String(chosen)}
          disabled={disabled || options.length === 0}
          onValueChange={(index) => {
            if (index !== "") set(Number(index));
          }}
        >
          <Select.Trigger
            id={id}
            className={`${field.control} ${styles.trigger}`}
            // In the drawer of a phone the list must open inside it: the drawer lies above everything else.
            ref={(trigger) => setContainer(trigger?.closest<HTMLElement>("[popover]") ?? null)}
          >
            <span className={styles.value} data-empty={chosen === null || undefined}>
              <Select.Value placeholder={options.length === 0 ? "No options" : (placeholder ?? "Choose an option")}>
                {chosen === null ? undefined : options[chosen]}
              </Select.Value>
            </span>
            <ChevronDown className={styles.arrow} size={16} aria-hidden />
          </Select.Trigger>
          <Select.Portal container={container}>
            <Select.Content className={styles.list} position="popper" sideOffset={4} collisionPadding={8}>
              <Select.Viewport className={styles.viewport}>
                {options.map((option, index) => (
                  <Select.Item key={index} className={styles.option} value={String(index)}>
                    <Select.ItemText>{option === "" ? "\u00a0" : option}</Select.ItemText>
                    <Select.ItemIndicator className={styles.tick}>
                      <Check size={15} aria-hidden />
                    </Select.ItemIndicator>
                  </Select.Item>
                ))}
              </Select.Viewport>
            </Select.Content>
          </Select.Portal>
        </Select.Root>
        {placeholder != null && chosen !== null && (
          <button
            type="button"
            className={styles.clear}
            aria-label={`Clear ${label}`}
            disabled={disabled}
            onClick={() => set(null)}
          >
            <X size={15} aria-hidden />
          </button>
        )}
      </div>
    </Field>
  );
}
