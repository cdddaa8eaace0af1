/** How offices usually work: each step of a living allowance, done after so many working days. */
import type { Act, Doer, Moment, Play } from './story.ts';
import { after } from './story.ts';

export const reasonsOf = (moment: Moment): string => {
  const reason = String(moment.state.checks.assess?.reason ?? '');
  return reasonTexts[reason] ?? '经核实，家庭情况不符合最低生活保障条件';
};

const reasonTexts: Readonly<Record<string, string>> = {
  'income-over': '家庭月人均收入高于低保标准和低保边缘标准',
  marginal: '家庭月人均收入不低于低保标准，符合低保边缘家庭条件，已告知可申请相应救助',
  'vehicle-over': '家庭名下机动车价值超过规定上限',
  'deposits-over': '家庭人均存款超过规定上限',
};

export const accept = (days: number): Play =>
  after(days, () => ({
    by: 'clerk',
    do: 'accept.accept',
    data: { checked: ['身份证', '户口簿', '核对授权书'] },
  }));

/** The record of one visit: both investigators sign the same. */
export function visitActs(by: readonly Doer[], step: string, { today, state }: Moment, found = {}): Act[] {
  const data = {
    date: today,
    seen: [{ name: state.applicant.name, relation: '本人' }],
    housing: 'sound',
    living: '住房完好，生活简朴，所见与申请一致。',
    neighbours: '走访邻居两户，反映情况与申请一致。',
    agrees: true,
    ...found,
  };
  return by.map((doer) => ({ by: doer, do: `${step}.submit`, data }));
}

const investigators = ['investigator-a', 'investigator-b'] as const;

export const visit = (days: number, found = {}): Play =>
  after(days, (moment) => visitActs(investigators, 'visit', moment, found));

export const countyVisit = (days: number): Play =>
  after(days, (moment) => visitActs(['officer-a', 'officer-b'], 'county-visit', moment));

/** A person settles what the check left open: what was reported stands. */
export const recheck = (days: number): Play =>
  after(days, ({ state }) => {
    const answer = state.answers.verification ?? {};
    const count = (name: string) => Number(answer[name] ?? 0);
    return {
      by: 'clerk',
      do: 'recheck.settle',
      data: {
        deposits: count('deposits'),
        vehicleValue: count('vehicleValue'),
        houses: count('houses'),
        shareholdings: count('shareholdings'),
        undeclaredIncome: count('undeclaredIncome'),
        finding: '已调取有关部门记录并与申请人核对。',
      },
    };
  });

const eligible = ({ state }: Moment) => state.checks.assess?.result === 'pass';

export const opinion = (days: number): Play =>
  after(days, (moment) =>
    eligible(moment)
      ? { by: 'reviewer', do: 'opinion.propose-approve', data: { comment: '经调查核实，拟予确认。' } }
      : { by: 'reviewer', do: 'opinion.propose-deny', reasons: reasonsOf(moment) },
  );

export const confirm = (days: number): Play =>
  after(days, (moment) =>
    eligible(moment)
      ? { by: 'confirmer', do: 'confirm.approve', data: { comment: '同意初审意见。' } }
      : { by: 'confirmer', do: 'confirm.deny', reasons: reasonsOf(moment) },
  );

export const serve = (days: number): Play =>
  after(days, ({ today, state }) => ({
    by: 'clerk',
    do: 'serve-denial.served',
    data: { date: today, method: 'direct', recipient: state.applicant.name },
  }));

/** What was decided under a delegation goes to the county's files. */
export const file = (days: number, step: 'file-decision' | 'file-denial'): Play =>
  after(days, () => ({ by: 'clerk', do: `${step}.filed` }));

export const uphold = (days: number): Play =>
  after(days, () => ({
    by: 'auditor',
    do: 'oversight-review.uphold',
    data: { finding: '材料齐全，程序完整，认定正确。' },
  }));
