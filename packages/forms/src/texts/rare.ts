import type { FormContext } from '../model/context.ts';

/** What rare widgets say besides the words that the form itself has; they bring it along in both languages. */
const texts = {
  zh: {
    more: '详细说明',
    toCounty: '请逐级选择到县（区）',
    newWindow: '（在新窗口打开）',
    pad: '签名区。用手指、触控笔或鼠标书写。',
    signHere: '请在框内签名',
    undoStroke: '撤销一笔',
    clearPad: '清空',
    use: '签好了，使用这个签名',
    typeInstead: '不方便手写？输入姓名代替',
    drawInstead: '改为手写签名',
    signedName: '姓名',
    agree: '我确认，上面输入的姓名作为我的签名，与手写签名效力相同。',
    signed: '已签名',
    signAgain: '重新签名',
    needSign: '请签名：{field}。签好后点“签好了，使用这个签名”',
    needAgree: '请填写姓名并勾选确认',
    fileName: '签名',
    drop: '也可以把文件拖到这里，或粘贴',
    paused: '网络断了，恢复后会接着上传',
  },
  en: {
    more: 'More about this',
    toCounty: 'Choose level by level down to the county',
    newWindow: ' (opens in a new window)',
    pad: 'Place to sign. Write with a finger, a pen or the mouse.',
    signHere: 'Sign inside the frame',
    undoStroke: 'Undo the last stroke',
    clearPad: 'Clear',
    use: 'Done, use this signature',
    typeInstead: 'You cannot write here? Type your name instead',
    drawInstead: 'Write the signature by hand',
    signedName: 'Name',
    agree: 'I confirm that the name typed above is my signature, as good as one by hand.',
    signed: 'Signed',
    signAgain: 'Sign again',
    needSign: '{field}: please sign, then press "Done, use this signature"',
    needAgree: 'Type the name and tick the confirmation',
    fileName: 'signature',
    drop: 'You can also drop or paste files here',
    paused: 'The connection is gone. The upload goes on when it is back',
  },
} as const;

export type RareText = keyof typeof texts.zh;

/** The words in the reader's language, with `{name}` filled in. */
export function rareText(
  { lang }: Pick<FormContext, 'lang'>,
  key: RareText,
  params: Record<string, string> = {},
): string {
  return texts[lang === 'en' ? 'en' : 'zh'][key].replace(
    /\{(\w+)\}/g,
    (whole, name) => params[name] ?? whole,
  );
}
