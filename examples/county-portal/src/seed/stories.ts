/** What can happen to an application, and how often it does. */
import * as plays from './plays.ts';
import type { Random } from './random.ts';
import { after, inRounds, type Moment, type Play, type Story } from './story.ts';

type Tale = (random: Random) => Story;

/** Every step done by everybody in an ordinary time. */
function ordinary(random: Random): Story {
  return {
    means: { perCapita: random.between(4, 44) * 1000 },
    plays: {
      accept: plays.accept(random.between(1, 3)),
      visit: plays.visit(random.between(1, 3)),
      recheck: plays.recheck(random.between(1, 3)),
      opinion: plays.opinion(random.between(1, 5)),
      'county-visit': plays.countyVisit(random.between(2, 4)),
      confirm: plays.confirm(random.between(1, 6)),
      'file-decision': plays.file(1, 'file-decision'),
      'serve-denial': plays.serve(random.between(1, 3)),
      'file-denial': plays.file(2, 'file-denial'),
      'oversight-review': plays.uphold(random.between(3, 9)),
    },
  };
}

/** The ordinary course with other plays in some steps. */
function but(random: Random, other: Record<string, Play>, more: Partial<Omit<Story, 'plays'>> = {}): Story {
  const story = ordinary(random);
  return { ...story, ...more, plays: { ...story.plays, ...other } };
}

const never: Play = () => [];

const incomplete = after(2, () => ({
  by: 'clerk',
  do: 'accept.incomplete',
  data: { papers: [{ name: '务工合同或收入证明', why: '核实务工收入' }] },
}));

const objection: Play = ({ round, today, state }: Moment) =>
  round > 1 || today <= (state.notices.at(-1)?.from ?? today)
    ? []
    : [
        {
          by: 'anyone',
          do: 'notice.object',
          data: { contact: '13800009999', facts: '该户有成员在外务工，收入可能高于公示情况。' },
        },
      ];

const tales: Readonly<Record<string, Tale>> = {
  approved: ordinary,
  incomeOver: (random) => but(random, {}, { means: { perCapita: random.between(76, 130) * 1000 } }),
  marginal: (random) => but(random, {}, { means: { perCapita: random.between(51, 73) * 1000 } }),
  carFound: (random) => but(random, {}, { answer: { vehicles: 1, vehicleValue: 8_600_000 } }),
  companyFound: (random) => but(random, {}, { answer: { companies: 1 } }),
  papersMissing: (random) =>
    but(random, {
      accept: inRounds(incomplete, plays.accept(1)),
      supplement: after(random.between(3, 8), () => ({
        by: 'applicant',
        do: 'supplement.supply',
        evidence: '务工合同.png',
      })),
    }),
  papersNeverCame: (random) => but(random, { accept: incomplete, supplement: never }),
  notOurs: (random) =>
    but(random, {
      accept: after(2, () => ({
        by: 'clerk',
        do: 'accept.not-ours',
        data: { office: '外县户籍所在地乡镇人民政府', explanation: '申请人户籍不在本县。' },
      })),
    }),
  withdrawn: (random) =>
    but(random, {
      opinion: after(1, () => ({ by: 'applicant', do: 'withdraw', reasons: '子女已经找到工作' })),
    }),
  objected: (random) =>
    but(random, {
      notice: objection,
      'notice-verify': after(2, ({ today }) => ({
        by: 'clerk',
        do: 'notice-verify.investigate-again',
        data: { date: today, finding: '反映的情况需要再次入户核实。' },
      })),
    }),
  appraised: (random) =>
    but(random, {
      notice: objection,
      'notice-verify': after(2, () => ({
        by: 'clerk',
        do: 'notice-verify.appraise',
        data: { finding: '各方说法不一，开展民主评议。' },
      })),
      appraisal: after(4, ({ today }) => ({
        by: 'clerk',
        do: 'appraisal.conclude',
        data: {
          date: today,
          place: '村委会会议室',
          present: 9,
          representatives: 6,
          agree: 7,
          against: 2,
          result: 'support',
        },
      })),
    }),
  clarified: (random) =>
    but(random, {
      opinion: inRounds(
        after(2, () => ({ by: 'reviewer', do: 'opinion.ask', reasons: '请说明外出成员的居住和收入情况' })),
        plays.opinion(2),
      ),
      clarify: after(3, () => ({
        by: 'applicant',
        do: 'clarify.supply',
        data: { explanation: '长子去年分家，单独居住。' },
      })),
    }),
  relative: (random) => but(random, {}, { means: { perCapita: 21_000, relativeOfOfficial: true } }),
  returned: (random) =>
    but(random, {
      confirm: inRounds(
        after(3, () => ({
          by: 'confirmer',
          do: 'confirm.return',
          reasons: '入户记录未写明住房情况，请补充后重新提出意见',
        })),
        plays.confirm(3),
      ),
    }),
  corrected: (random) =>
    but(random, {
      'oversight-review': after(3, () => ({
        by: 'auditor',
        do: 'oversight-review.correct',
        data: { finding: '漏计一名成员的务工收入，应当重新提出意见。' },
        reasons: '漏计一名成员的务工收入',
      })),
    }),
  notVisited: (random) => but(random, { visit: never }),
  noOpinion: (random) => but(random, { opinion: never }),
  notRechecked: (random) =>
    but(random, { recheck: never }, { answer: { vehicles: 1, vehicleValue: 4_200_000 } }),
  objectionOpen: (random) => but(random, { notice: objection, 'notice-verify': never }),
  appraisalOpen: (random) =>
    but(random, {
      opinion: after(2, () => ({
        by: 'reviewer',
        do: 'opinion.appraise',
        reasons: '邻里反映不一，需要民主评议',
      })),
    }),
  countyVisitOpen: (random) =>
    but(random, { 'county-visit': never }, { means: { perCapita: 26_000, relativeOfOfficial: true } }),
  notServed: (random) => but(random, { 'serve-denial': never }, { means: { perCapita: 90_000 } }),
};

/** Of a hundred applications so many go each way. */
const shares: readonly (readonly [keyof typeof tales, number])[] = [
  ['approved', 48],
  ['incomeOver', 9],
  ['marginal', 5],
  ['papersMissing', 5],
  ['papersNeverCame', 3],
  ['carFound', 3],
  ['companyFound', 2],
  ['notOurs', 2],
  ['withdrawn', 3],
  ['objected', 3],
  ['appraised', 2],
  ['clarified', 3],
  ['relative', 3],
  ['returned', 2],
  ['corrected', 1],
  ['notVisited', 1],
  ['noOpinion', 1],
  ['notRechecked', 1],
  ['objectionOpen', 1],
  ['appraisalOpen', 1],
  ['countyVisitOpen', 1],
  ['notServed', 1],
];

/** `count` tales, each in its share, mixed; what rounding leaves open is ordinary. */
export function storiesFor(count: number, random: Random): Story[] {
  const bag = shares.flatMap(([name, share]) =>
    Array.from({ length: Math.max(1, Math.round((share * count) / 100)) }, () => name),
  );
  const mixed = bag
    .map((name) => ({ name, place: random.next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ name }) => name);
  return Array.from({ length: count }, (_, place) => story(mixed[place] ?? 'approved', random));
}

/** One tale by its name. */
export const story = (name: keyof typeof tales, random: Random): Story => (tales[name] as Tale)(random);
