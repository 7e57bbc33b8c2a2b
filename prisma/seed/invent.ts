/** Deterministic inventions: the same seed makes the same people, so that a demo and its tests agree. */
export function inventor(seed: string) {
  let state = [...seed].reduce((hash, letter) => Math.imul(hash ^ letter.codePointAt(0)!, 16777619), 2166136261) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)]!;
  const names = new Set<string>();
  return {
    next,
    pick,
    /** A person's name that this inventor has not given yet. */
    name(): string {
      for (;;) {
        const name = pick(surnames) + (next() < 0.25 ? pick(givenEnds) : pick(givenStarts) + pick(givenEnds));
        if (!names.has(name)) return names.add(name), name;
      }
    },
    /** A number of the range 199 0000 0000 to 199 0999 9999, which this demo keeps for people who do not exist. */
    phone: (): string => `1990${String(Math.floor(next() * 10_000_000)).padStart(7, "0")}`,
    enterpriseName: (place: string): string => `${place}${pick(brands)}${pick(brandEnds)}${pick(trades)}有限公司`,
  };
}

export type Inventor = ReturnType<typeof inventor>;

const surnames = [..."王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董程曹袁邓许傅沈曾彭吕"];
const givenStarts = [..."建国志文晓海立永春秀玉红庆学德光金明新世宏家振俊凤瑞"];
const givenEnds = [..."军华平强伟勇杰涛斌辉鹏宇磊超峰刚林娟敏静丽霞燕玲洁莹慧琳颖悦"];
const brands = [..."盛宏天中金恒瑞华鑫泰龙丰安信东润嘉远"];
const brandEnds = [..."达源通宇科润和邦晟诚盈图"];
const trades = ["新材料", "新能源科技", "生物科技", "食品", "机械制造", "化工", "家居", "纺织", "电子科技", "装配式建筑", "农业科技", "医疗器械", "环保科技", "包装", "羽绒制品"];
