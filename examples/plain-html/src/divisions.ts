/** A county of two townships, so that the example has something to choose from. */
const divisions = [
  { code: '999901', name: '某某县' },
  { code: '999901100', name: '城关镇' },
  { code: '999901101', name: '河东镇' },
  { code: '999901100201', name: '东街村' },
  { code: '999901100202', name: '西街村' },
  { code: '999901101201', name: '上湾村' },
  { code: '999901101202', name: '下湾村' },
];

/** How long the codes one level below a code of that length are. */
const lengthBelow: Readonly<Record<number, number>> = { 0: 6, 6: 9, 9: 12 };

export const divisionsBelow = (parent: string) =>
  divisions.filter(({ code }) => code.length === lengthBelow[parent.length] && code.startsWith(parent));
