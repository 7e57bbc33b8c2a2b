/** Projects that the report names. Their amounts and courses are told there; the rest of them is invented. */
export const named = {
  hydrogen: "风光火储制氢一体化项目",
  logisticsPort: "国际化工物流港项目",
  relocation: "低效用地盘活涉及村庄搬迁安置工程",
  zhongqin: "中沁泰康氢能产业园项目",
  guohong: "国鸿氢能科技产业园项目",
  medicalData: "医学大数据产业园项目",
  haidelisen: "海德利森氢能装备制造项目",
  mma: "中科濮原 MMA 项目",
  junheng: "君恒生物年产 30 万吨生物新能源项目",
  enying: "恩赢苯并恶嗪树脂生产项目",
} as const;

/** 2022中国氢能产业发展（濮阳）峰会: the report tells the year, the day is invented. */
export const summitOn = "2022-09-24";
