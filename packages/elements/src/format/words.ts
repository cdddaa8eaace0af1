import type { Language } from '../messages/messages.ts';

const digits = [...'零壹贰叁肆伍陆柒捌玖'];
const places = ['', '拾', '佰', '仟'];
const groups = ['', '万', '亿'];

/** Four digits as on a bank form: 1005 -> 壹仟零伍. */
function group(value: number): string {
  let text = '';
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit !== 0) text += `${digits[digit]}${places[place]}`;
    else if (text !== '' && !text.endsWith('零')) text += '零';
  }
  return text.replace(/零+$/, '');
}

function chinese(fen: number): string {
  const whole = Math.floor(fen / 100);
  const jiao = Math.floor(fen / 10) % 10;
  const cent = fen % 10;
  let text = '';
  for (let index = groups.length - 1; index >= 0; index--) {
    const part = Math.floor(whole / 10_000 ** index) % 10_000;
    if (part === 0) {
      if (text !== '' && !text.endsWith('零')) text += '零';
      continue;
    }
    if (text !== '' && part < 1000 && !text.endsWith('零')) text += '零';
    text += `${group(part)}${groups[index]}`;
  }
  text = text.replace(/零+$/, '');
  let result = text === '' ? '' : `${text}元`;
  if (jiao !== 0) result += `${digits[jiao]}角`;
  else if (cent !== 0 && result !== '') result += '零';
  if (cent !== 0) return `${result}${digits[cent]}分`;
  return result === '' ? '零元整' : `${result}整`;
}

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

function english(value: number): string {
  if (value < 20) return small[value] ?? '';
  if (value < 100) return `${tens[Math.floor(value / 10)]}${value % 10 === 0 ? '' : `-${small[value % 10]}`}`;
  for (const [size, name] of [
    [1_000_000, 'million'],
    [1000, 'thousand'],
    [100, 'hundred'],
  ] as const) {
    if (value < size) continue;
    const rest = value % size;
    const joint = rest === 0 ? '' : rest < 100 ? ` and ${english(rest)}` : ` ${english(rest)}`;
    return `${english(Math.floor(value / size))} ${name}${joint}`;
  }
  return '';
}

/** Money in words, for letters and decisions: 60050 -> 陆佰元伍角整, "six hundred yuan and fifty fen". */
export function moneyInWords(language: Language, fen: number): string {
  if (language === 'zh') return chinese(fen);
  const cents = fen % 100;
  const whole = `${english(Math.floor(fen / 100))} yuan`;
  return cents === 0 ? whole : `${whole} and ${english(cents)} fen`;
}
