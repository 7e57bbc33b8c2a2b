import { LedgerSkeleton } from "@/components/ui/ledger-skeleton";

export default function Loading() {
  return <LedgerSkeleton />;
}
