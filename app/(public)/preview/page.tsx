import { DescriptionList } from "@/components/ui/description-list";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar, FilterSelect, SearchBox } from "@/components/ui/filters";
import { History } from "@/components/ui/history";
import { Ledger, type Column } from "@/components/ui/ledger";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { PhoneReveal } from "@/components/ui/phone-reveal";
import { SecretOnce } from "@/components/ui/secret-once";
import { Section } from "@/components/ui/section";
import { StatusTag, type StatusTone } from "@/components/ui/status-tag";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { readSorting } from "@/components/ui/page-address";
import { formatFigure } from "@/components/ui/format";
import { phone, retire } from "./actions";
import { Frame } from "./frame";
import Link from "next/link";

type Row = { id: string; name: string; kind: string; people: number; wan: string; tone: StatusTone; word: string };
const words: [StatusTone, string][] = [["good", "正常"], ["watch", "临期"], ["bad", "超期"], ["news", "待签收"], ["progress", "办理中"], ["done", "已销号"], ["off", "已停用"]];
const rows: Row[] = Array.from({ length: 14 }, (_, i) => ({ id: String(i), name: ["濮阳县发展和改革委员会", "自然资源局", "城关镇人民政府", "先进制造业开发区管理委员会"][i % 4]! + (i > 3 ? ` ${i}` : ""), kind: ["部门", "乡镇街道", "园区"][i % 3]!, people: i * 7, wan: String(1234.5 * (i + 1)), tone: words[i % 7]![0], word: words[i % 7]![1] }));
const columns: Column<Row>[] = [
  { key: "name", header: "单位名称", isSortable: true, onPhone: "title", render: (r) => <Link href="/preview/form" prefetch={false}>{r.name}</Link> },
  { key: "kind", header: "类型", isSortable: true, render: (r) => r.kind },
  { key: "people", header: "干部数", align: "end", render: (r) => r.people },
  { key: "wan", header: "年度计划（万元）", align: "end", render: (r) => formatFigure(r.wan) },
  { key: "phone", header: "值班电话", render: (r) => <PhoneReveal masked="138****8000" action={phone} input={{ id: r.id }} /> },
  { key: "state", header: "状态", render: (r) => <StatusTag tone={r.tone}>{r.word}</StatusTag> },
];

export default async function Preview({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const params = await searchParams;
  const address = { pathname: "/preview", params };
  return (
    <Frame>
      <PageHeader title="单位" description="本县区的部门、乡镇街道和园区，共 128 个。" trail={[{ label: "组织", href: "/preview" }, { label: "单位" }]} actions={<><LinkButton href="/x" isDownload>导出</LinkButton><LinkButton href="/preview/form" tone="primary">新增单位</LinkButton></>} />
      <FilterBar><SearchBox /><FilterSelect name="kind" label="类型" options={[{ value: "department", label: "部门" }, { value: "township", label: "乡镇街道" }]} /></FilterBar>
      <Ledger caption="单位" columns={columns} rows={rows} rowKey={(r) => r.id} address={address} sorting={readSorting(params.sort, ["name", "kind"], "name")} />
      <Pagination address={address} page={Number(params.page ?? 1)} pageSize={14} total={128} />
      <Section title="基本情况" actions={<ConfirmButton label="停用单位" title="停用“发改委”？" body="停用后不能再选用，历史记录保留。" confirmLabel="停用" tone="danger" action={retire} input={{ id: "1" }} reason={{}} />}>
        <DescriptionList items={[{ label: "名称", value: "濮阳县发展和改革委员会" }, { label: "类型", value: "部门" }, { label: "上级", value: "" }, { label: "备注", value: "第一行\n第二行", isLong: true }]} />
      </Section>
      <Section title="变更记录"><History entries={[{ id: "1", at: "2023-04-11T00:30:00Z", by: "王晓明", what: "修改单位", changes: [{ label: "名称", before: "发改委", after: "发展和改革委员会" }, { label: "电话", before: null, after: "138****8000" }] }, { id: "2", at: "2023-04-10T00:30:00Z", by: "系统", what: "新增单位", note: "随演示数据建立" }]} /></Section>
      <Section title="初始密码"><SecretOnce label="nanle-staff 的初始密码" secret="hT7-kkQ2-9wXp" /></Section>
      <Section title="问题"><EmptyState title="还没有问题" description="企业或部门反映的问题会出现在这里。" action={<LinkButton href="/x" tone="primary">上报问题</LinkButton>} /></Section>
    </Frame>
  );
}
