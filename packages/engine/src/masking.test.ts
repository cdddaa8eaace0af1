import { describe, expect, it } from 'vitest';
import { type CaseState, letterText, maskOf, type Programme } from './index.ts';

const forms = {
  application: {
    title: 'a',
    layout: null,
    schema: { type: 'object', properties: { address: { type: 'string', 'x-privacy': 'masked' } } },
  },
};

const maskFor = (name: string, address: string) =>
  maskOf(
    { forms } as unknown as Programme,
    {
      applicant: { id: 'a', kind: 'applicant', name },
      data: { application: { address } },
    } as unknown as CaseState,
    [],
  );

describe('what masked readers see', () => {
  it.each(['张_三丰', '3#楼2单元', '[甲]*乙', 'a~~b~~'])(
    '%s is masked in a letter, where it stands escaped',
    (value) => {
      const { text } = maskFor(value, value).deep({ text: `${letterText(value)}：您好` });
      expect(text).not.toContain(letterText(value));
      expect(text).not.toContain(value);
    },
  );

  it('an instant is left whole, whatever somebody is called', () => {
    const at = '2026-04-08T01:20:10.153Z';
    expect(maskFor('2026-', 'x').deep({ at })).toEqual({ at });
  });

  it('what others filled in, who came into the round that a case belongs to, is masked, too', () => {
    const steps = [{ id: 'candidates', kind: 'each', enrol: { form: 'application' }, steps: [] }];
    const programme = { forms, definition: { steps } } as unknown as Programme;
    const round = {
      applicant: { id: 'r', kind: 'officer', name: '经办人' },
      data: {},
      items: {
        candidates: {
          items: [
            { item: { address: '一村3组' }, applicant: { id: 'c', kind: 'applicant', name: '王小明' } },
          ],
          pending: [],
        },
      },
    } as unknown as CaseState;
    const post = { applicant: round.applicant, data: {}, item: {} } as unknown as CaseState;
    const notice = maskOf(programme, post, [], round).deep({ value: '王小明，住一村3组' });
    expect(notice).toEqual({ value: '王**，住一***' });
  });
});
