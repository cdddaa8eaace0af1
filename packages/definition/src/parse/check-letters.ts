/** Letters: their places for values, their blocks, their numbers. */
import { givenNames } from '../given-names.ts';
import { caseLocals } from './expressions.ts';
import { limits } from './limits.ts';
import { checkExpression, type Names } from './names.ts';
import type { Reading } from './reading.ts';
import { Report } from './report.ts';
import type { Source } from './source.ts';

/** What every letter sees besides the names of the programme. */
const letterLocals = ['programme', 'letter'];
const letterNames: readonly string[] = givenNames.letter;
const numberNames = ['year', 'case', 'n'];

export function checkLetters(reading: Reading, names: Names): Report[] {
  const numbers = new Report(reading.source);
  const locals = [...letterLocals, ...caseLocals(reading.programme)];
  const reports = [numbers];
  for (const [letter, { number }] of Object.entries(reading.programme.letters ?? {})) {
    for (const [, name = ''] of number.matchAll(/\{([^}]*)\}/g)) {
      if (numberNames.includes(name)) continue;
      numbers.addNear('definition/letter-field', `/letters/${letter}/number`, name, numberNames, {
        letter,
        name,
      });
    }
    for (const file of Object.values(reading.letterFiles[letter] ?? {})) {
      reports.push(checkText({ letter, locals }, file, reading.files[file] ?? '', names));
    }
  }
  return reports;
}

/** A letter and what it sees besides the names of the programme. */
interface Letter {
  letter: string;
  locals: readonly string[];
}

function checkText(seen: Letter, file: string, text: string, names: Names): Report {
  const { letter } = seen;
  // A letter has lines, and no pointers: the place of a problem is how far into the text it is.
  const source: Source = { file, value: text, problems: [], line: (offset) => lineOf(text, Number(offset)) };
  const found = new Report(source);
  if (text.length > limits.fileSize) {
    found.add('definition/too-large', '0', { found: text.length, limit: limits.fileSize, variant: 'file' });
    return withoutPointers(found);
  }
  const open: number[] = [];
  for (const { offset, whole, inside } of placesIn(text)) {
    const pointer = String(offset);
    const block = /^#if\s+([\s\S]+)$/.exec(inside);
    if (whole === '{{') {
      found.add('definition/letter-block', pointer, { letter, block: '{{' });
      continue;
    }
    if (block !== null) open.push(offset);
    else if (inside === '/if') {
      if (open.pop() === undefined)
        found.add('definition/letter-block', pointer, { letter, block: '{{/if}}' });
      continue;
    } else if (/^[#/]/.test(inside)) {
      found.add('definition/letter-block', pointer, { letter, block: whole.slice(0, 40) });
      continue;
    }
    checkPlace(seen, block?.[1]?.trim() ?? inside, pointer, names, found);
  }
  for (const place of open) found.add('definition/letter-block', String(place), { letter, block: '{{#if}}' });
  return withoutPointers(found);
}

/** What stands between double braces. One that is not closed is the last. */
function* placesIn(text: string): Generator<{ offset: number; whole: string; inside: string }> {
  for (let start = text.indexOf('{{'); start >= 0; ) {
    const end = text.indexOf('}}', start + 2);
    const whole = end < 0 ? '{{' : text.slice(start, end + 2);
    yield { offset: start, whole, inside: whole.slice(2, -2).trim() };
    start = end < 0 ? -1 : text.indexOf('{{', end + 2);
  }
}

function checkPlace(
  { letter, locals }: Letter,
  text: string,
  pointer: string,
  names: Names,
  found: Report,
): void {
  if (text.length > limits.expression) {
    const params = { key: letter, found: text.length, limit: limits.expression, variant: 'text' };
    found.add('definition/too-large', pointer, params);
    return;
  }
  const fieldCode = 'definition/letter-field';
  checkExpression(
    { text, pointer, locals, fieldCode, nameCode: fieldCode, params: { letter } },
    names,
    found,
  );
  for (const [name = '', part = ''] of text.matchAll(/\bletter\.([A-Za-z]+)/g)) {
    if (!letterNames.includes(part)) found.addNear(fieldCode, pointer, part, letterNames, { letter, name });
  }
}

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

function withoutPointers(report: Report): Report {
  for (const one of report.problems) delete one.pointer;
  return report;
}
