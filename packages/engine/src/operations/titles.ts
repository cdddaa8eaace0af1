/** What the operations are called, in the languages of the built-in texts. */
import type { OperationId } from './operation.ts';

const titles: Record<OperationId, { zh: string; en: string }> = {
  withdraw: { zh: '撤回申请', en: 'Withdraw the application' },
  return: { zh: '退回', en: 'Return to an earlier step' },
  transfer: { zh: '转交他人办理', en: 'Hand over to a colleague' },
  'add-signer': { zh: '加签', en: 'Add a signer' },
  'remove-signer': { zh: '减签', en: 'Remove an added signer' },
  ask: { zh: '请申请人说明', en: 'Ask the applicant' },
  reply: { zh: '答复询问', en: 'Answer the question' },
  urge: { zh: '催办', en: 'Urge' },
  copy: { zh: '抄送', en: 'Send a copy' },
  extend: { zh: '延长', en: 'Extend' },
  suspend: { zh: '中止办理', en: 'Suspend the case' },
  resume: { zh: '恢复办理', en: 'Resume the case' },
  'declare-relative': { zh: '申报亲属关系并回避', en: 'Declare a relation and stand back' },
  'report-change': { zh: '报告情况变化', en: 'Report a change' },
  complain: { zh: '投诉', en: 'Complain' },
  reopen: { zh: '重新办理', en: 'Reopen on appeal or re-examination' },
};

/** The title in the language of a programme; English where that language has none. */
export function operationTitle(id: OperationId, language: string): string {
  return titles[id][language.startsWith('zh') ? 'zh' : 'en'];
}
