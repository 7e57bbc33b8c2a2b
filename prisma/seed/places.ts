/** The city and its nine districts as the report names them, and their offices. Names of places are real, everything about people is invented. */
type Place = { key: string; kind: "county" | "urban_district" | "zone"; name: string; shortName: string; townships: string[]; park: string };

export const city = { name: "濮阳市", shortName: "市本级" };

export const places: Place[] = [
  { key: "puyangxian", kind: "county", name: "濮阳县", shortName: "濮阳县", park: "濮阳县先进制造业开发区", townships: ["城关镇", "柳屯镇", "文留镇", "庆祖镇", "八公桥镇", "徐镇镇", "户部寨镇", "鲁河镇", "子岸镇", "胡状镇", "王称堌镇", "梁庄镇"] },
  { key: "nanle", kind: "county", name: "南乐县", shortName: "南乐县", park: "南乐县先进制造业开发区", townships: ["城关镇", "韩张镇", "元村镇", "福堪镇", "张果屯镇", "千口镇", "谷金楼镇", "寺庄镇", "西邵乡", "杨村乡", "近德固乡", "梁村乡"] },
  { key: "qingfeng", kind: "county", name: "清丰县", shortName: "清丰县", park: "清丰县先进制造业开发区", townships: ["城关镇", "马庄桥镇", "瓦屋头镇", "仙庄镇", "柳格镇", "韩村镇", "固城镇", "阳邵镇", "高堡乡", "纸房乡", "古城乡", "双庙乡"] },
  { key: "fanxian", kind: "county", name: "范县", shortName: "范县", park: "范县先进制造业开发区", townships: ["城关镇", "濮城镇", "龙王庄镇", "高码头镇", "王楼镇", "辛庄镇", "张庄镇", "杨集乡", "陈庄镇", "白衣阁乡", "颜村铺乡", "陆集乡"] },
  { key: "taiqian", kind: "county", name: "台前县", shortName: "台前县", park: "台前县先进制造业开发区", townships: ["城关镇", "侯庙镇", "孙口镇", "打渔陈镇", "马楼镇", "吴坝镇", "夹河乡", "后方乡", "清水河乡"] },
  { key: "hualong", kind: "urban_district", name: "华龙区", shortName: "华龙区", park: "华龙区先进制造业开发区", townships: ["中原路街道", "胜利路街道", "建设路街道", "人民路街道", "大庆路街道", "黄河路街道", "任丘路街道", "昆吾路街道", "孟轲乡", "岳村镇"] },
  { key: "jingkai", kind: "zone", name: "濮阳经济技术开发区", shortName: "经开区", park: "濮东新材料园", townships: ["皇甫街道", "王助镇", "新习镇", "胡村乡"] },
  { key: "shifan", kind: "zone", name: "市城乡一体化示范区", shortName: "示范区", park: "示范区科技园", townships: ["卫都街道", "开州街道", "濮水街道", "文岩街道"] },
  { key: "gongye", kind: "zone", name: "濮阳工业园区", shortName: "工业园区", park: "新型化工园", townships: ["文留片区", "胡状片区", "八公桥片区"] },
];

/** Offices that every district has; the short name is what people say. */
export const departments: [name: string, shortName: string][] = [
  ["重点项目建设指挥部办公室", "重点项目办"], ["发展和改革委员会", "发改委"], ["工业和信息化局", "工信局"], ["自然资源局", "自然资源局"],
  ["住房和城乡建设局", "住建局"], ["交通运输局", "交通局"], ["水利局", "水利局"], ["农业农村局", "农业农村局"], ["生态环境分局", "生态环境局"],
  ["商务局", "商务局"], ["行政审批和政务信息管理局", "行政审批局"], ["财政局", "财政局"], ["市场监督管理局", "市场监管局"],
  ["人力资源和社会保障局", "人社局"], ["科学技术局", "科技局"], ["金融工作服务中心", "金融中心"],
];

export const platformCompanies: [name: string, shortName: string][] = [["城市建设投资有限公司", "城投公司"], ["供电公司", "供电公司"]];
