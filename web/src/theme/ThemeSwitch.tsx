import { Monitor, Moon, Sun } from "lucide-react";
import { setThemeChoice, useThemeChoice, type ThemeChoice } from "./theme";
import styles from "./ThemeSwitch.module.css";

const choices = [
  { choice: "system", name: "As the system", Icon: Monitor },
  { choice: "light", name: "Light", Icon: Sun },
  { choice: "dark", name: "Dark", Icon: Moon },
] as const;

export function ThemeSwitch() {
  const chosen: ThemeChoice = useThemeChoice();
  return (
    <div className={styles.switch} role="group" aria-label="Theme">
      {choices.map(({ choice, name, Icon }) => (
        <button
          key={choice}
          type="button"
          className={styles.choice}
          aria-pressed={choice === chosen}
          aria-label={name}
          title={name}
          onClick={() => setThemeChoice(choice)}
        >
          <Icon size={15} aria-hidden />
        </button>
      ))}
    </div>
  );
}
