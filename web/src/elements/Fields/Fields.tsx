import type { Node } from "../../wire/types";
import styles from "./Fields.module.css";

export type FieldsProps = { title: string; fields: { name: string; value: string }[] };

export function Fields({ node }: { node: Node<FieldsProps> }) {
  const { title, fields } = node.props;
  return (
    <section className={styles.fields} aria-label={title}>
      <p className={styles.title}>{title}</p>
      <dl className={styles.list}>
        {fields.map(({ name, value }) => (
          <div key={name} className={styles.field}>
            <dt className={styles.name}>{name}</dt>
            <dd className={styles.value}>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
