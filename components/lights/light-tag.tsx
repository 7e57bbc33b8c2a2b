import { getTranslations } from "next-intl/server";
import { StatusTag, type StatusTone } from "@/components/ui/status-tag";
import { nothing } from "@/components/ui/format";
import type { LightColour } from "@/prisma/generated/enums";

const tones: Record<Exclude<LightColour, "none">, StatusTone> = { green: "good", yellow: "watch", red: "bad" };

/** A light as word, shape and colour; where nothing is asked, a dash. */
export async function LightTag({ colour }: { colour: LightColour }) {
  const t = await getTranslations("lights");
  return colour === "none" ? nothing : <StatusTag tone={tones[colour]}>{t(`colours.${colour}`)}</StatusTag>;
}
