/** What forms of unusual size say in Chinese; the part that draws them brings it along. */
export const zhMany = {
  manyRows: '共 {count} 项，滚动到哪里就显示哪里。',
};
