import { CircleHelp } from "lucide-react";
import { Tooltip } from "radix-ui";
import { useState } from "react";
import styles from "./Help.module.css";

/** A small question mark whose text shows on hover, on focus and on a tap. */
export function Help({ text, label }: { text: string; label: string }) {
  const [open, setOpen] = useState(false);
  const [container, setContainer] = useState<HTMLElement | null>(null);
  return (
    <Tooltip.Provider delayDuration={150}>
      <Tooltip.Root open={open} onOpenChange={setOpen}>
        <Tooltip.Trigger
          className={styles.trigger}
          aria-label={`Help for ${label}`}
          ref={(trigger) => setContainer(trigger?.closest<HTMLElement>("[popover]") ?? null)}
          onClick={(event) => {
            event.preventDefault();
            setOpen(true);
          }}
        >
          <CircleHelp size={15} aria-hidden />
        </Tooltip.Trigger>
        <Tooltip.Portal container={container}>
          <Tooltip.Content className={styles.tip} side="top" sideOffset={4} collisionPadding={12}>
            {text}
          </Tooltip.Content>
        </Tooltip.Portal>
      </Tooltip.Root>
    </Tooltip.Provider>
  );
}
