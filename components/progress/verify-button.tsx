"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import { askServer, type Trouble } from "@/components/forms/trouble";
import { notify } from "@/components/ui/notices";
import { verifyReports } from "@/lib/progress/actions";
import { SheetAlert } from "./sheet-alert";

type VerifyButtonProps = { reports: readonly { id: string; version: number }[]; label: string; doneNotice: string; isPrimary?: boolean; onDone?: () => void };

/** Verifies reports as they were read: one that changed meanwhile is refused with the rest. */
export function VerifyButton({ reports, label, doneNotice, isPrimary = false, onDone }: VerifyButtonProps) {
  const [isPending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const verify = async () => {
    setPending(true);
    setTrouble(null);
    const answer = await askServer(() => verifyReports({ input: { reports: [...reports] }, idempotencyKey: crypto.randomUUID() }));
    setPending(false);
    if (!answer.ok) return setTrouble(answer as Trouble);
    notify(doneNotice);
    onDone?.();
  };
  return (
    <>
      <Button variant={isPrimary ? undefined : "default"} mih="var(--touch)" disabled={reports.length === 0} loading={isPending} onClick={() => void verify()}>
        {label}
      </Button>
      {trouble && (
        <div role="alert">
          <SheetAlert trouble={trouble} />
        </div>
      )}
    </>
  );
}
