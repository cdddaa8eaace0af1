import './english.ts';

export type {
  AidFormEventMap,
  AidInputDetail,
  AidInvalidDetail,
  AidStepDetail,
  AidSubmitDetail,
} from './events.ts';
export { AidForm } from './form-element.ts';
export type { FieldNode as Field } from './model/field-node.ts';
export { type Unsupported, unsupported } from './model/unsupported.ts';
export type * from './types.ts';
export { registerWidget, type Widget } from './widgets/widget.ts';
