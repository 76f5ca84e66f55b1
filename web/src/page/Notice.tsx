import { CircleAlert, CircleCheck, Info, TriangleAlert, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./Notice.module.css";

export type Tone = "success" | "info" | "warning" | "error";

const icons: Record<Tone, LucideIcon> = {
  success: CircleCheck,
  info: Info,
  warning: TriangleAlert,
  error: CircleAlert,
};

/** A tinted box that says something with a tone: alerts of the script, and the page's own messages. */
export function Notice({ tone, title, children }: { tone: Tone; title?: string; children: ReactNode }) {
  const Icon = icons[tone];
  return (
    <div className={styles.notice} data-tone={tone} role={tone === "error" ? "alert" : "status"}>
      <Icon className={styles.icon} size={18} aria-hidden />
      <div className={styles.body}>
        {title !== undefined && <p className={styles.title}>{title}</p>}
        {children}
      </div>
    </div>
  );
}
