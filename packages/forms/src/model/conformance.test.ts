/** What the form accepts is what Ajv accepts, for every case of the JSON Schema organisation's suite. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { conformancePage, conformanceText } from '../fixtures/conformance/page.ts';
import { suiteCommit, suiteGroups } from '../fixtures/conformance/suite.ts';
import { verdicts } from '../fixtures/conformance/verdicts.ts';

const all = verdicts(suiteGroups());
const nameOf = ({ keyword, name }: { keyword: string; name: string }) => `${keyword}: ${name}`;

it('the check of a form accepts what Ajv accepts, but where a document holds others with one dynamic anchor', () => {
  const compared = all.filter(({ data }) => typeof data !== 'string');
  expect(compared.length).toBeGreaterThan(1000);
  const differing = compared.filter(({ data }) => typeof data !== 'string' && data.ajv !== data.form);
  expect(differing.map(nameOf)).toEqual([
    'dynamicRef: multiple dynamic paths to the $dynamicRef keyword: recurse to integerNode - floats are not allowed',
  ]);
});

it('a form accepts what Ajv accepts of the data that it hands out', () => {
  const put = all.flatMap((one) =>
    typeof one.inForm === 'string' ? [] : [{ name: nameOf(one), ...one.inForm }],
  );
  expect(put.filter(({ whole }) => whole).length).toBeGreaterThan(900);
  expect(put.filter(({ ajv, form }) => ajv !== form).map(({ name }) => name)).toEqual([]);
  // Cases of both kinds: a form that accepted everything would not pass.
  expect(put.filter(({ ajv }) => !ajv).length).toBeGreaterThan(300);
});

it('the documentation says what is compared and what is left out', () => {
  const page = readFileSync(conformancePage, 'utf8');
  const named = /commit `([0-9a-f]{40})`/.exec(page)?.[1];
  expect(named).toMatch(/^[0-9a-f]{40}$/);
  // Another system may have another edition of the suite: the page is of the one that it names.
  if (named === suiteCommit()) expect(page).toBe(conformanceText(all, named));
});
