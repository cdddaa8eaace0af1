import type { SectionLayout } from '../types.ts';
import type { Entry } from './entries.ts';
import { Subject } from './subject.ts';

/** A part of the form with a title. Without a layout there is one, and it has no title. */
export class SectionNode extends Subject {
  readonly spec: SectionLayout | undefined;
  readonly id: string;
  readonly entries: Entry[];
  shown = true;

  constructor(id: string, spec: SectionLayout | undefined, entries: Entry[]) {
    super();
    this.id = id;
    this.spec = spec;
    this.entries = entries;
    for (const entry of entries) if ('node' in entry) entry.node.section = this;
  }

  /** Whether there is anything to show in it. */
  get present(): boolean {
    return (
      this.shown &&
      this.entries.some((entry) => 'wrong' in entry || ('union' in entry ? entry.group : entry.node).present)
    );
  }
}
