import {
  ArrowRight,
  ChartLine,
  Columns3,
  Compass,
  Database,
  FileText,
  Gauge,
  Hand,
  Layers,
  Map,
  Search,
  Sparkles,
  Table,
  Users,
  type LucideIcon,
} from "lucide-react";
import type { GalleryConfig, GallerySample } from "../wire/config";
import { ThemeSwitch } from "../theme/ThemeSwitch";
import logo from "../refrain.svg";
import styles from "./Gallery.module.css";

/** The names a sample may give for its picture. */
const icons: Record<string, LucideIcon> = {
  chart: ChartLine,
  columns: Columns3,
  compass: Compass,
  database: Database,
  file: FileText,
  gauge: Gauge,
  hand: Hand,
  layers: Layers,
  map: Map,
  search: Search,
  table: Table,
  users: Users,
};

export function Gallery({ gallery }: { gallery: GalleryConfig }) {
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <span className={styles.brand}>
          <img src={logo} alt="" width="26" height="26" /> Refrain
        </span>
        <ThemeSwitch />
      </header>
      <main className={styles.main}>
        <h1 className={styles.title}>{gallery.title}</h1>
        <p className={styles.intro}>{gallery.intro}</p>
        {gallery.samples.length === 0 ? (
          <p className={styles.empty}>There are no samples here yet.</p>
        ) : (
          <ul className={styles.cards}>
            {gallery.samples.map((sample) => (
              <li key={sample.path}>
                <Card sample={sample} />
              </li>
            ))}
          </ul>
        )}
      </main>
    </div>
  );
}

function Card({ sample: { path, title, description, icon } }: { sample: GallerySample }) {
  const Icon = icons[icon ?? ""] ?? Sparkles;
  return (
    <a className={styles.card} href={path}>
      <span className={styles.icon}>
        <Icon size={20} aria-hidden />
      </span>
      <span className={styles.name}>
        {title} <ArrowRight className={styles.arrow} size={16} aria-hidden />
      </span>
      <span className={styles.description}>{description}</span>
    </a>
  );
}
