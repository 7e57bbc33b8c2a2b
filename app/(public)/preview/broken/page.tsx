import { forbidden, notFound } from "next/navigation";
export default async function Page({ searchParams }: { searchParams: Promise<{ how?: string }> }) {
  const { how } = await searchParams;
  if (how === "403") forbidden();
  if (how === "404") notFound();
  if (how === "db") throw Object.assign(new Error("away"), { digest: "databaseAway" });
  throw new Error("boom");
}
