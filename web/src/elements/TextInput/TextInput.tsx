import { useId } from "react";
import type { Node } from "../../wire/types";
import { Field } from "../Field/Field";
import field from "../Field/Field.module.css";
import { useDraft } from "../Field/useDraft";
import { useWidget, type WidgetProps } from "../Field/useWidget";

export type TextInputProps = WidgetProps & { placeholder?: string; maxLength?: number; password: boolean };

export function TextInput({ node }: { node: Node<TextInputProps, string | null> }) {
  const { value, disabled, set } = useWidget(node);
  const draft = useDraft(value ?? "", set);
  const id = useId();
  const { placeholder, maxLength, password } = node.props;
  return (
    <Field props={node.props} inputId={id}>
      <div className={field.control}>
        <input
          id={id}
          className={field.input}
          type={password ? "password" : "text"}
          // The browser must not fill in what somebody typed into another page's password.
          autoComplete={password ? "new-password" : "off"}
          value={draft.text}
          placeholder={placeholder ?? undefined}
          maxLength={maxLength ?? undefined}
          disabled={disabled}
          onChange={(event) => draft.change(event.target.value)}
          onBlur={draft.finish}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === "Enter") draft.finish();
            if (event.key === "Escape") draft.discard();
          }}
        />
      </div>
    </Field>
  );
}
