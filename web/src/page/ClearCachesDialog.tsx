import { Dialog } from "radix-ui";
import buttons from "../elements/Button/Button.module.css";
import { usePage } from "./PageContext";
import styles from "./ClearCachesDialog.module.css";

type Props = { open: boolean; onOpenChange: (open: boolean) => void };

export function ClearCachesDialog({ open, onOpenChange }: Props) {
  const page = usePage();
  const clear = (): void => {
    page.clearCaches();
    onOpenChange(false);
  };
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className={styles.cover} />
        <Dialog.Content className={styles.dialog}>
          <Dialog.Title className={styles.title}>Clear caches?</Dialog.Title>
          <Dialog.Description className={styles.text}>
            Every cached value and every cached resource of this app goes, <strong>for everyone who uses it</strong>,
            not only for you. The next run of each page computes them again.
          </Dialog.Description>
          <p className={styles.text}>Widget values and session state stay as they are.</p>
          <div className={styles.buttons}>
            <Dialog.Close className={buttons.button}>Cancel</Dialog.Close>
            <button type="button" className={buttons.button} data-style="primary" onClick={clear}>
              Clear caches
            </button>
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
