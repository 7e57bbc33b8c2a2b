import { Button } from "@mantine/core";

/** A plain form: asked again under the same address, it is recomputed again. */
export function VerifyButton({ label }: { label: string }) {
  return (
    <form method="get" action="/audit/verification">
      <input type="hidden" name="run" value="1" />
      <Button type="submit" mih="var(--touch)">
        {label}
      </Button>
    </form>
  );
}
