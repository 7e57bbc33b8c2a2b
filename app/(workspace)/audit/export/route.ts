import { getTranslations } from "next-intl/server";
import { exportAudit } from "@/lib/audit/commands";
import { csvOfLines, type ExportWords } from "@/lib/audit/documents";
import { filterFrom } from "@/lib/audit/schema";
import { recordApart } from "@/lib/foundation/audit/record";
import { isFromOwnPage, requestIdOf } from "@/lib/foundation/auth/request";
import { findActor } from "@/lib/foundation/auth/require-actor";
import { runCommand } from "@/lib/foundation/command";
import { newId } from "@/lib/foundation/ids";
import { log } from "@/lib/foundation/log";
import { Refusal } from "@/lib/foundation/refusal";

const bodyAtMost = 16 * 1024;
const columns = ["at", "district", "by", "role", "via", "address", "action", "outcome", "kind", "subjectId", "before", "now", "note", "requestId", "id"] as const;

/** The filter of the page's form, answered as a file; registered before its first byte leaves. */
export async function POST(request: Request): Promise<Response> {
  const actor = await findActor();
  if (!actor) return seeOther("/login?callbackUrl=%2Faudit");
  if (!isFromOwnPage(request.headers)) {
    await recordApart(actor, [{ districtId: actor.districtId, action: "audit.export", outcome: "refused", kind: "audit", note: "foreignOrigin" }]);
    return new Response(null, { status: 403 });
  }
  const form = await readForm(request);
  if (!form) return new Response(null, { status: 413 });
  const filter = filterFrom(form);
  try {
    const { year, number, lines } = await runCommand(actor, exportAudit, filter);
    const pieces = csvOfLines(lines, await exportWords());
    return new Response(inPieces(pieces), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="audit-${year}-${number}.csv"; filename*=UTF-8''${encodeURIComponent(`审计记录-${year}-${number}.csv`)}`,
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    const address = new URLSearchParams(filter as Record<string, string>);
    address.set("refused", error instanceof Refusal ? error.code : "defect");
    if (!(error instanceof Refusal)) {
      const reference = newId().slice(-12);
      address.set("reference", reference);
      log.error({ err: error, reference, requestId: requestIdOf(request.headers) }, "an export failed");
    }
    return seeOther(`/audit?${address}`);
  }
}

const seeOther = (location: string): Response => new Response(null, { status: 303, headers: { location } });

/** Counted while reading: a length that was announced is not trusted. */
async function readForm(request: Request): Promise<Record<string, string> | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > bodyAtMost) return null;
    chunks.push(chunk);
  }
  return Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString("utf8")));
}

async function exportWords(): Promise<ExportWords> {
  const [t, people] = await Promise.all([getTranslations("audit"), getTranslations("workspace")]);
  const shanghai = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai", dateStyle: "short", timeStyle: "medium" });
  return {
    headers: columns.map((column) => t(`columns.${column}`)),
    moment: (at) => shanghai.format(new Date(at)),
    outcome: (outcome) => t(`outcomes.${outcome}`),
    role: (role) => people(`roles.${role as "staff"}`),
  };
}

function inPieces(pieces: Generator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull(controller) {
      const { value, done } = pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: () => void pieces.return(undefined),
  });
}
