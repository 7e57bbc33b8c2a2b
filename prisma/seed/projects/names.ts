import type { Industry } from "@/prisma/generated/enums";
import type { Inventor } from "../invent";

type Names = Partial<Record<Industry, readonly string[]>>;

/** What each place makes. The words of a name stand in braces: brand, capacity, township, road, ordinal. */
const products: Record<string, readonly string[]> = {
  puyangxian: ["电子级环氧树脂", "聚酰亚胺薄膜", "高端润滑油", "特种石蜡", "风电塔筒", "光伏支架", "石油装备", "玻璃微珠", "改性沥青", "可降解塑料母粒", "锂电隔膜", "碳纤维复合材料", "精密铸件", "涂料助剂"],
  nanle: ["聚乳酸纤维", "生物基餐具", "可降解膜袋", "糠醛", "玉米淀粉糖", "预制菜", "饲料添加剂", "生物有机肥", "乳酸", "降解地膜", "装配式构件", "电机配件", "秸秆板材"],
  qingfeng: ["实木家具", "板式家具", "定制家居", "家具五金", "金针菇", "双孢菇", "红薯粉条", "休闲食品", "智能床垫", "沙发", "木门", "食用菌菌棒", "软体家居面料"],
  fanxian: ["聚碳酸酯", "丙烯", "药用玻璃瓶", "聚丙烯无纺布", "中性硼硅玻璃管", "环氧丙烷", "高纯异丁烯", "芳烃助剂", "改性塑料", "医用包装", "聚醚多元醇", "特种橡胶", "盐化工中间体", "板材"],
  taiqian: ["羽绒服装", "水洗羽绒", "羽绒被", "石油树脂", "橡胶输送带", "间戊二烯树脂", "户外服饰", "羽绒制品面料", "造纸机械", "钛白粉助剂", "汽车密封件"],
  hualong: ["氢燃料电池系统", "储氢瓶", "加氢装备", "石油钻采装备", "智能仪表", "环卫车辆", "膜电极", "工业机器人部件", "医学影像设备", "检测仪器", "电解槽"],
  jingkai: ["甲基丙烯酸甲酯配套材料", "聚甲醛", "电子化学品", "光刻胶单体", "智能装备", "数控机床部件", "半导体封装材料", "碳酸二甲酯", "高性能尼龙", "水性树脂", "5G 通信器件", "医药中间体"],
  shifan: ["生物医药制剂", "医疗器械", "智能终端", "数据存储设备", "新型显示模组", "检验试剂", "智慧农机", "节能照明", "北斗终端", "康养器具", "智能传感器"],
  gongye: ["苯酐", "碳五石油树脂", "顺酐", "生物柴油", "催化剂", "增塑剂", "聚氨酯组合料", "高端蜡", "氯代苯系列", "阻燃剂", "液体橡胶", "精细化工中间体"],
};

const patterns: Record<Exclude<Industry, "industry">, readonly string[]> = {
  agriculture: ["{t}高标准农田建设项目", "{t}{p}现代农业产业园", "{t}畜禽粪污资源化利用项目", "{b}种业繁育基地", "{t}设施蔬菜示范园（{n}期）", "{t}粮食仓储项目", "{b}生猪养殖标准化基地", "{t}农产品产地冷藏保鲜设施", "{t}小型农田水利提升工程", "{b}果蔬种植加工一体化项目"],
  services: ["{b}冷链物流园", "{t}商贸综合体", "{b}电商产业园", "{b}仓储物流中心（{n}期）", "{t}文化旅游综合开发项目", "{b}汽车服务产业园", "{b}农产品批发市场", "{b}科技创新孵化园", "{t}康养服务中心", "{b}数字经济产业园"],
  transport_energy: ["{r}改建工程", "{t}至{u}公路改造工程", "{t}110 千伏输变电工程", "{b}分散式风电项目", "{t}屋顶分布式光伏项目", "{t}农村公路提升工程（{n}期）", "{b}储能电站", "{t}公路桥梁改造工程", "{t}充电基础设施项目", "{t}燃气管网延伸工程"],
  urban: ["{r}雨污分流管网改造工程", "{r}道路改造提升工程", "{t}安置房建设项目（{n}期）", "{t}老旧小区改造工程", "{t}污水处理厂及配套管网工程", "{r}供热管网工程", "{t}水系连通及生态修复工程", "{r}停车场建设项目", "{t}供水一体化工程（{n}期）", "{r}游园绿化提升工程", "{t}垃圾转运站建设项目", "{t}标准化厂房及配套道路工程"],
  social: ["{t}中心小学新建工程", "{t}初级中学扩建工程", "{t}卫生院能力提升项目", "{t}公办幼儿园项目", "{r}医院门诊综合楼项目", "{t}养老服务中心", "{t}文体活动中心", "{r}学校新建工程（{n}期）", "{t}妇幼保健服务用房项目", "{t}疾控与急救站点建设项目", "{r}职业教育实训基地"],
};
const making = ["{b}年产 {c} 万吨{p}项目", "{b}{p}生产项目（{n}期）", "{b}{p}智能化生产线项目", "{b}{p}产业园", "{b}年产 {c} 万件（套）{p}项目", "{b}{p}生产基地", "{b}{p}研发制造项目"];
const renewing = ["{b}{p}生产线技术改造项目", "{b}{p}智能化改造项目", "{b}绿色化节能改造项目", "{b}{p}装置提质扩能改造项目"];

const brands = [..."盛宏天中金恒瑞华鑫泰龙丰安信东润嘉远汇众博凯兴荣祥富"];
const brandEnds = [..."达源通宇科润和邦晟诚盈图力创益维"];
const roads = ["建设路", "开州路", "昌盛路", "振兴路", "文化路", "人民路", "黄河路", "卫河路", "金堤路", "兴业路", "学府路", "工业大道", "科技大道", "迎宾大道", "滨河路", "育才路", "富民路", "团结路", "龙城大道", "濮上路", "中兴路", "顺城街", "朝阳路", "光明路"];
const ordinals = ["一", "二", "三", "四"];

/** Names of projects, no two alike in all the demo. */
export function namer(taken: Set<string>) {
  return (invent: Inventor, district: { key: string; shortName: string; townships: readonly string[] }, industry: Industry, isTransformation = false): string => {
    const { pick, next } = invent;
    const from: Names = { industry: isTransformation ? renewing : making, ...patterns };
    for (let tries = 0; ; tries++) {
      const [township, other] = [pick(district.townships), pick(district.townships)];
      const words: Record<string, string> = {
        b: `${pick(brands)}${pick(brandEnds)}`, c: String(pick([1, 2, 3, 5, 6, 8, 10, 12, 15, 20, 30])), p: industry === "agriculture" ? pick(["食用菌", "蔬菜", "中药材", "林果", "水产"]) : pick(products[district.key]!),
        t: township.replace(/(?:镇|乡|街道|片区)$/, ""), u: other.replace(/(?:镇|乡|街道|片区)$/, ""), r: pick(roads), n: pick(ordinals),
      };
      if (words.t === words.u) continue;
      const place = industry === "industry" || next() < 0.2 ? "" : district.shortName;
      const name = place + pick(from[industry]!).replaceAll(/\{(\w)\}/g, (_, word: string) => words[word]!);
      if (taken.has(name)) {
        if (tries > 500) throw new Error(`no more names for ${industry} in ${district.key}`);
        continue;
      }
      taken.add(name);
      return name;
    }
  };
}

/** What is built, in a sentence that fits the name. */
export function scopeOf({ pick, next }: Inventor, industry: Industry, name: string): string {
  const area = Math.round((0.8 + next() * 9) * 10) / 10;
  const told = scopes.find(([pattern]) => pattern.test(name));
  if (told) return told[1].replace("{area}", String(area)).replace("{km}", String(Math.round(area * 3))).replace("{mu}", String(Math.round(area * 800)));
  const equipment = pick(["自动化生产线", "检测与环保设备", "成套生产设备", "仓储与物流设备"]);
  if (industry === "industry") return `建设生产车间、仓库及配套设施 ${area} 万平方米，购置${equipment} ${2 + Math.floor(next() * 30)} 台（套）。`;
  return `建设用房及配套设施 ${area} 万平方米，完善道路、给排水、供电等工程。`;
}

const scopes: readonly (readonly [RegExp, string])[] = [
  [/输变电/, "新建变电站 1 座、线路 {km} 公里。"], [/公路|改建工程|道路改造|桥梁/, "改造道路 {km} 公里，同步实施桥涵、排水、照明和交安设施。"], [/风电|光伏|储能/, "建设发电（储能）单元及升压、送出线路 {km} 公里。"],
  [/充电/, "建设充电站 6 座及配套供电设施。"], [/管网|供水|供热|燃气/, "新建、改造管网 {km} 公里及配套泵站、调压设施。"], [/污水/, "建设污水处理厂 1 座、配套管网 {km} 公里。"], [/水系|生态/, "治理河道 {km} 公里，建设生态护岸和节制闸。"],
  [/停车场/, "建设停车位 600 个及充电、管理设施，用地 {area} 公顷。"], [/游园|绿化/, "提升绿化 {area} 万平方米，建设步道和照明。"], [/安置房/, "建设安置住宅及配套公共服务设施 {area} 万平方米。"], [/老旧小区/, "改造住宅 {area} 万平方米，实施雨污分流、外墙保温和加装电梯。"],
  [/垃圾/, "建设转运站及压缩、除臭设施，建筑面积 {area} 千平方米。"], [/高标准农田|水利/, "整治农田 {mu} 亩，建设机井、渠系、田间道路和输电线路。"], [/小学|初级中学|学校|幼儿园|实训/, "建设教学用房及附属设施 {area} 万平方米，配套操场和设备。"],
  [/医院|卫生院|妇幼|疾控/, "建设业务用房 {area} 万平方米，配置医疗设备。"], [/养老|康养/, "建设养老用房 {area} 万平方米，设床位 300 张。"], [/文体|文化旅游/, "建设文体、游客服务等设施 {area} 万平方米。"], [/产业园|示范园|基地/, "建设厂房（设施）及配套用房 {area} 万平方米，完善水、电、路等基础设施。"],
  [/物流|仓储|冷/, "建设仓储、分拣、配送设施 {area} 万平方米，配置冷链和信息系统。"], [/市场|综合体/, "建设交易、展示及配套用房 {area} 万平方米。"],
];
