/** The synthetic county: its townships and villages. Codes are written like real ones; names are invented. */

export interface Place {
  code: string;
  name: string;
  english: string;
}

export const county: Place = { code: '620821', name: '示范县', english: 'Shifan County' };

export const townships: readonly Place[] = [
  { code: '620821100', name: '城关镇', english: 'Chengguan Town' },
  { code: '620821101', name: '东川镇', english: 'Dongchuan Town' },
  { code: '620821102', name: '南坪镇', english: 'Nanping Town' },
  { code: '620821103', name: '北塬乡', english: 'Beiyuan Township' },
];

export const villages: readonly Place[] = [
  { code: '620821100001', name: '和平社区', english: 'Heping Community' },
  { code: '620821100201', name: '新民村', english: 'Xinmin Village' },
  { code: '620821100202', name: '石桥村', english: 'Shiqiao Village' },
  { code: '620821101201', name: '上川村', english: 'Shangchuan Village' },
  { code: '620821101202', name: '下川村', english: 'Xiachuan Village' },
  { code: '620821101203', name: '柳湾村', english: 'Liuwan Village' },
  { code: '620821102201', name: '杏坪村', english: 'Xingping Village' },
  { code: '620821102202', name: '梨园村', english: 'Liyuan Village' },
  { code: '620821102203', name: '双泉村', english: 'Shuangquan Village' },
  { code: '620821103201', name: '塬头村', english: 'Yuantou Village' },
  { code: '620821103202', name: '大槐村', english: 'Dahuai Village' },
  { code: '620821103203', name: '沟口村', english: 'Goukou Village' },
];

export const places: readonly Place[] = [county, ...townships, ...villages];

/** Chinese names by code, for letters and lists. */
export const divisionNames: Readonly<Record<string, string>> = Object.fromEntries(
  places.map(({ code, name }) => [code, name]),
);
