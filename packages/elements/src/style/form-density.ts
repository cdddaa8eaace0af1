import { css } from 'lit';

/** Forms inside an officer's page: no card within a card, and half the space between lines. */
export const formDensity = css`
  aid-form::part(form) { padding: 0; border: 0; background: none; }
  :host(:not([mode='elder'])) aid-form {
    --aid-text-body: 15px;
    --aid-text-control: 15px;
    --aid-text-lead: 16px;
    --aid-text-title: 16px;
    --aid-target: 40px;
    --aid-space-3: 6px;
    --aid-space-4: 12px;
    --aid-space-6: 16px;
    --aid-space-8: 20px;
  }
`;
