import type { Browser } from 'playwright-core';
import type { Contestant } from './contestants.ts';
import type { Form } from './form.ts';
import { type Quality, quality } from './measures/quality.ts';
import { checking, drawnByKey, type Showing, showing } from './measures/timing.ts';
import { type Weight, weight } from './measures/weight.ts';
import type { Pages } from './pages.ts';
import type { Served } from './server.ts';
import { Tab } from './tab.ts';

/** What is known about one form of one contestant. */
export interface FormFigures {
  weight: Weight;
  /** One for each round. */
  showings: Showing[];
  /** Milliseconds of each round; empty where it cannot be asked. */
  checks: number[];
  /** Fields that one keystroke draws; undefined where the contestant cannot tell. */
  drawn: number | undefined;
}

export interface ContestantFigures {
  contestant: Contestant;
  /** By the name of the form. */
  forms: Record<string, FormFigures>;
  quality: Quality;
}

export interface Figures {
  rounds: number;
  contestants: ContestantFigures[];
}

/** Measures everything: what is only counted once, what takes time in rounds of every contestant in turn. */
export async function gather(
  browser: Browser,
  served: Served,
  pages: Pages,
  contestants: readonly Contestant[],
  forms: readonly Form[],
  rounds: number,
): Promise<Figures> {
  const open = () => Tab.open(browser, served.blank);
  const inTab = async <T>(work: (tab: Tab) => Promise<T>): Promise<T> => {
    const tab = await open();
    try {
      return await work(tab);
    } finally {
      await tab.close();
    }
  };
  const figures: ContestantFigures[] = [];
  for (const contestant of contestants) {
    const { key, name } = contestant;
    console.log(`Looking at ${name}`);
    const known: Record<string, FormFigures> = {};
    for (const form of forms) {
      known[form.name] = {
        weight: await inTab((tab) => weight(tab, served, pages, key, form)),
        showings: [],
        checks: [],
        drawn: await inTab((tab) => drawnByKey(tab, served, key, form)),
      };
    }
    const [application] = forms;
    if (application === undefined) throw new Error('There is no form to measure.');
    figures.push({ contestant, forms: known, quality: await quality(open, served, key, application) });
  }
  for (let round = 1; round <= rounds; round += 1) {
    console.log(`Round ${round} of ${rounds}`);
    for (const form of forms) {
      for (const { contestant, forms: known } of figures) {
        const own = known[form.name];
        own?.showings.push(await inTab((tab) => showing(tab, served, contestant.key, form)));
        const checked = await inTab((tab) => checking(tab, served, contestant.key, form));
        if (checked !== undefined) own?.checks.push(checked);
      }
    }
  }
  return { rounds, contestants: figures };
}
