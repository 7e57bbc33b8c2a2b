import { PageHeader } from "@/components/ui/page-header";
import { Sheet } from "@/components/ui/section";
import { current } from "../actions";
import { Frame } from "../frame";
import { UnitForm } from "./unit-form";

export const dynamic = "force-dynamic";
export default async function Page() {
  const unit = await current();
  return (
    <Frame>
      <PageHeader title="修改单位" trail={[{ label: "单位", href: "/preview" }, { label: "修改" }]} />
      <Sheet><UnitForm unit={unit} /></Sheet>
    </Frame>
  );
}
