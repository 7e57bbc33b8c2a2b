/** Families by platform: Latin letters and figures first in a plain grotesque, Chinese in the system's own face; nothing is downloaded. */
export const fontFamily =
  '"Helvetica Neue", Arial, "PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif';
export const fontFamilyMonospace = 'ui-monospace, SFMono-Regular, Consolas, "Noto Sans Mono CJK SC", monospace';
