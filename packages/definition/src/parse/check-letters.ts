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
  for (const match of text.matchAll(/\{\{([\s\S]*?)\}\}/g)) {
    const inside = (match[1] ?? '').trim();
    const pointer = String(match.index);
    const block = /^#if\s+([\s\S]+)$/.exec(inside);
    if (block !== null) open.push(match.index);
    else if (inside === '/if') {
      if (open.pop() === undefined)
        found.add('definition/letter-block', pointer, { letter, block: '{{/if}}' });
      continue;
    } else if (/^[#/]/.test(inside)) {
      found.add('definition/letter-block', pointer, { letter, block: match[0] });
      continue;
    }
    checkPlace(seen, block?.[1]?.trim() ?? inside, pointer, names, found);
  }
  for (const place of open) found.add('definition/letter-block', String(place), { letter, block: '{{#if}}' });
  return withoutPointers(found);
}

function checkPlace(
  { letter, locals }: Letter,
  text: string,
  pointer: string,
  names: Names,
  found: Report,
): void {
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
