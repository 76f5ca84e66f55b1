import { Check, EllipsisVertical, Eraser, Monitor, Moon, RotateCw, Sun, type LucideIcon } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { setThemeChoice, useThemeChoice, type ThemeChoice } from "../theme/theme";
import { useConnection, usePage } from "./PageContext";
import bar from "./TopBar.module.css";
import styles from "./PageMenu.module.css";

const themes: { choice: ThemeChoice; name: string; Icon: LucideIcon }[] = [
  { choice: "system", name: "As the system", Icon: Monitor },
  { choice: "light", name: "Light", Icon: Sun },
  { choice: "dark", name: "Dark", Icon: Moon },
];

export function PageMenu({ onClearCaches }: { onClearCaches: () => void }) {
  const page = usePage();
  const disabled = useConnection().kind !== "open";
  const choice = useThemeChoice();
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className={bar.button} aria-label="Menu">
        <EllipsisVertical size={18} aria-hidden />
      </DropdownMenu.Trigger>
      {/* Within the bar, which is a landmark: whoever jumps from one to the next finds the menu. */}
      <DropdownMenu.Content className={styles.menu} align="end" sideOffset={6} collisionPadding={8}>
        <DropdownMenu.Item className={styles.item} disabled={disabled} onSelect={() => page.rerun()}>
          <RotateCw size={16} aria-hidden /> Rerun <kbd className={styles.key}>R</kbd>
        </DropdownMenu.Item>
        <DropdownMenu.Item className={styles.item} disabled={disabled} onSelect={onClearCaches}>
          <Eraser size={16} aria-hidden /> Clear caches… <kbd className={styles.key}>C</kbd>
        </DropdownMenu.Item>
        <DropdownMenu.Separator className={styles.separator} />
        <DropdownMenu.Label className={styles.label}>Theme</DropdownMenu.Label>
        <DropdownMenu.RadioGroup
          value={choice}
          onValueChange={(chosen) => setThemeChoice(chosen as ThemeChoice)}
          aria-label="Theme"
        >
          {themes.map(({ choice, name, Icon }) => (
            <DropdownMenu.RadioItem key={choice} className={styles.item} value={choice}>
              <Icon size={16} aria-hidden /> {name}
              <DropdownMenu.ItemIndicator className={styles.key}>
                <Check size={16} aria-hidden />
              </DropdownMenu.ItemIndicator>
            </DropdownMenu.RadioItem>
          ))}
        </DropdownMenu.RadioGroup>
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}
