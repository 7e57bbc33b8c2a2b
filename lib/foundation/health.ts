import { access, constants } from "node:fs/promises";
import { mainClient } from "./db";

type Ready = { database: boolean; migrations: boolean; disk: boolean };

/** Whether this process can do its work: the database answers, its newest migration is the one this build knows, and files can be written. */
export async function askReady(): Promise<Ready> {
  const folder = process.env.UPLOAD_DIR ?? process.env.DATA_DIR ?? ".data";
  const disk = await access(folder, constants.W_OK).then(() => true, () => false);
  const answers = (work: Promise<unknown>) => work.then((answer) => answer ?? true, () => null);
  const database = (await answers(mainClient().$queryRaw`SELECT 1`)) !== null;
  const newest = database ? await answers(findNewestMigration()) : null;
  return { database, migrations: newest === process.env.NEWEST_MIGRATION, disk };
}

async function findNewestMigration(): Promise<string | undefined> {
  const [newest] = await mainClient().$queryRaw<{ name: string }[]>`
    SELECT max(migration_name) AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
  return newest?.name;
}
