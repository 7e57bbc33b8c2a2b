import { getTranslations } from "next-intl/server";
import styles from "./demo-accounts.module.css";

const logins = [
  "city-admin",
  "city-leader",
  "city-staff",
  "city-auditor",
  "puyangxian-admin",
  "puyangxian-leader",
  "puyangxian-staff",
];

/** Who one may be in the demo. The password is said by whoever started it. */
export async function DemoAccounts() {
  const t = await getTranslations("login");
  return (
    <aside className={styles.demo} aria-label={t("demoTitle")}>
      <p className={styles.title}>{t("demoTitle")}</p>
      <p>
        {logins.map((login) => (
          <code key={login}>{login}</code>
        ))}
      </p>
      <p className={styles.hint}>{t("demoOthers")}</p>
    </aside>
  );
}
