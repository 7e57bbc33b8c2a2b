"use client";

import { BrokenPage } from "@/components/layout/broken-page";

/** Inside the frame, so that one can still go elsewhere. */
export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return <BrokenPage error={error} retry={retry} />;
}
