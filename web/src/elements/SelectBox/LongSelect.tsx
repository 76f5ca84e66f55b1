import field from "../Field/Field.module.css";
import styles from "./SelectBox.module.css";

type Props = {
  id: string;
  options: string[];
  placeholder: string | undefined;
  value: number | null;
  disabled: boolean;
  onChoose: (value: number | null) => void;
};

export function LongSelect({ id, options, placeholder, value, disabled, onChoose }: Props) {
  return (
    <select
      id={id}
      className={`${field.control} ${styles.trigger}`}
      value={value ?? ""}
      disabled={disabled}
      onChange={(event) => onChoose(event.target.value === "" ? null : Number(event.target.value))}
    >
      {(placeholder != null || value === null) && <option value="">{placeholder ?? "Choose an option"}</option>}
      {options.map((option, index) => (
        <option key={index} value={index}>
          {option}
        </option>
      ))}
    </select>
  );
}
