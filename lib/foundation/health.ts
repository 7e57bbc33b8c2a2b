import { access, constants } from "node:fs/promises";
import { mainClient } from "./db";

type Ready = { database: boolean; migrations: boolean; disk: boolean };

/** Whether this process can do its work: the database answers, its newest migration is the one this build knows, and files can be written. */
export async function askReady(): Promise<Ready> {
  const folder = process.env.UPLOAD_DIR ?? process.env.DATA_DIR ?? ".data";
  const disk = await access(folder, constants.W_OK).then(() => true, () => false);
  try {
    const [newest] = await mainClient().$queryRaw<{ name: string }[]>`
      SELECT max(migration_name) AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
    return { database: true, migrations: newest?.name === process.env.NEWEST_MIGRATION, disk };
  } catch {
    return { database: false, migrations: false, disk };
  }
}
