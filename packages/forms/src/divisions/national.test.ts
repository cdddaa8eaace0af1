import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { divisionsModule, packed } from '../generate/divisions.ts';
import { nationalDivisions } from './national.ts';

const names = (parent?: string) => nationalDivisions(parent).map(({ name }) => name);

describe('the national divisions', () => {
  it('are 34 at the top, and every code goes on from the one above', () => {
    expect(nationalDivisions()).toHaveLength(34);
    const walk = (parent: string): number =>
      nationalDivisions(parent).reduce((count, { code }) => {
        expect(code.startsWith(parent)).toBe(true);
        expect([2, 4, 6]).toContain(code.length);
        return count + 1 + walk(code);
      }, 0);
    expect(walk('')).toBeGreaterThan(3100);
  });

  it.each([
    ['62', '庆阳市', 'the cities of a province'],
    ['6210', '合水县', 'the counties of a city'],
    ['11', '东城区', 'the districts of a municipality, without a city between'],
    ['50', '城口县', 'its counties, too'],
    ['42', '仙桃市', 'what is ruled by the province itself, beside its cities'],
    ['6532', '和安县', 'a county of 2024'],
  ])('below %s there is %s: %s', (parent, name) => {
    expect(names(parent)).toContain(name);
  });

  it('end where a city has no counties, and below the county', () => {
    expect([names('4419'), names('621021'), names('71')]).toEqual([[], [], []]);
  });

  it('name no placeholder that nobody lives in', () => {
    for (const parent of ['11', '42', '46', '50', '65']) {
      expect(names(parent).filter((name) => /直辖县级|^县$|^市辖区$/.test(name))).toEqual([]);
    }
  });

  it('are packed by parent, with the digits that are added', () => {
    const list = [
      { code: '110000', name: '北京市' },
      { code: '110100', name: '北京市' },
      { code: '110101', name: '东城区' },
      { code: '620000', name: '甘肃省' },
      { code: '620200', name: '嘉峪关市' },
    ];
    expect(packed(list)).toBe(':11北京市62甘肃省\n11:0101东城区\n62:02嘉峪关市');
  });

  it('are those of the package', async () => {
    const kept = await readFile(new URL('../generated/divisions.ts', import.meta.url), 'utf8');
    expect(kept).toBe(await divisionsModule());
  });
});
