import styles from "./Skeleton.module.css";

/** A sketch of a page, seen when the first elements take longer than a moment. */
export function Skeleton() {
  return (
    <div className={styles.skeleton} role="status">
      <span className="visually-hidden">Loading</span>
      <div className={styles.bone} data-shape="title" />
      <div className={styles.bone} data-shape="line" />
      <div className={styles.bone} data-shape="half" />
      <div className={styles.bone} data-shape="block" />
    </div>
  );
}
