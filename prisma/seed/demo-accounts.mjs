// Plain JavaScript: the start script prints these before anything is built.
const districts = {
  puyangxian: "濮阳县", nanle: "南乐县", qingfeng: "清丰县", fanxian: "范县", taiqian: "台前县",
  hualong: "华龙区", jingkai: "经开区", shifan: "示范区", gongye: "工业园区",
};
const roles = { staff: "工作人员", leader: "领导", admin: "管理员" };

/** @type {{ login: string, district: string, role: "staff" | "leader" | "admin" | "auditor", what: string }[]} */
export const demoAccounts = [
  ...Object.entries(roles).map(([role, what]) => ({ login: `city-${role}`, district: "city", role, what: `濮阳市 ${what}` })),
  { login: "city-auditor", district: "city", role: "auditor", what: "濮阳市 审计员" },
  ...Object.entries(districts).flatMap(([district, name]) =>
    Object.entries(roles).map(([role, what]) => ({ login: `${district}-${role}`, district, role, what: `${name} ${what}` })),
  ),
];

export const demoPassword = () => process.env.DEMO_PASSWORD || "diaodu-demo-pwd";
