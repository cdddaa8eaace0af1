/** Complain: anybody may, and the county looks at the case. */
import type { Operation } from './operation.ts';

export const complain: Operation = {
  reasons: 'required',
  suspended: true,
  may: ({ state }) => ({
    ok: true,
    authority: { basis: 'public', role: 'anyone', division: state.division },
  }),
  book(draft) {
    draft.complaints++;
  },
};
