import { describe, expect, it } from 'vitest';
import { namesIn, renamed } from './feel-names.ts';

describe('the names in an expression', () => {
  it.each<[string, string[]]>([
    ['a.b + c', ['a', 'c']],
    ['"a" = b', ['b']],
    ['"say \\"a\\"" + b', ['b']],
    ['{ a: b, c: d.e }', ['b', 'd']],
    ['for m in members return m . name', ['for', 'm', 'in', 'members', 'return']],
    ['a1 + 2b', ['a1']],
    ['[item > ?]', ['item']],
  ])('%s', (expression, names) => {
    expect(namesIn(expression)).toEqual(names);
  });
});

describe('renaming', () => {
  const names = new Map([
    ['Applicant Age', 'applicantAge'],
    ['Applicant', 'applicant'],
    ['n-1', 'n1'],
  ]);

  it.each<[string, string]>([
    ['Applicant Age > 3', 'applicantAge > 3'],
    ['Applicant  Age + Applicant.Age', 'applicantAge + applicant.Age'],
    ['"Applicant" = x.Applicant', '"Applicant" = x.Applicant'],
    ['{ Applicant: Applicant }', '{ Applicant: applicant }'],
    ['n-1 + Applicants', 'n1 + Applicants'],
  ])('%s', (from, to) => {
    expect(renamed(from, names)).toBe(to);
  });
});
