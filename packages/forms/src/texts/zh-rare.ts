/** What the widgets that few forms have say in Chinese in the form's own words; they bring it along. */
export const zhRare = {
  level: '第 {n} 级',
  province: '省',
  city: '市',
  county: '县（区）',
  township: '乡镇（街道）',
  village: '村（社区）',
  pickFile: '选择文件',
  takePhoto: '拍照',
  fileHelp: '照片（JPG、PNG）或 PDF，每个不超过 {limit}',
  uploading: '正在上传 {name}',
  uploadFailed: '{name} 没有上传成功。',
  cancelFile: '取消上传 {name}',
  removeFile: '删除 {name}',
  retryFile: '重新上传 {name}',
  tooBig: '{name} 太大，请选择不超过 {limit} 的文件。',
  wrongFile: '{name} 不是照片或 PDF。',
} as const;
