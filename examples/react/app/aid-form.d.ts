import type { AidForm, AidFormEventMap } from '@aidflow/forms';
import type { DetailedHTMLProps, HTMLAttributes } from 'react';

/** React hands `onaid-submit` to `addEventListener('aid-submit')`. */
type Listeners = { [Name in keyof AidFormEventMap as `on${Name}`]?: (event: AidFormEventMap[Name]) => void };

type Settings = Partial<
  Pick<
    AidForm,
    'schema' | 'layout' | 'value' | 'problems' | 'locales' | 'name' | 'mode' | 'busy' | 'noSubmit'
  >
>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'aid-form': DetailedHTMLProps<HTMLAttributes<AidForm>, AidForm> & Settings & Listeners;
    }
  }
}
