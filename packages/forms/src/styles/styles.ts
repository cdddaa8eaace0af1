import { tokens } from '../tokens.ts';
import { actionStyles } from './actions.ts';
import { fieldStyles } from './fields.ts';
import { hostStyles } from './host.ts';
import { sectionStyles } from './sections.ts';

export const styles = [tokens, hostStyles, sectionStyles, fieldStyles, actionStyles];
