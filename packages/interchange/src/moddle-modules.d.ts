/** The two models of bpmn.io come without types for their entry. */
declare module 'bpmn-moddle' {
  export const BpmnModdle: new (packages?: Record<string, unknown>) => import('./moddle.ts').Moddle;
}

declare module 'dmn-moddle' {
  export const DmnModdle: new (packages?: Record<string, unknown>) => import('./moddle.ts').Moddle;
}
