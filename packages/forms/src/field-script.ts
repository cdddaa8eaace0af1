import './field.ts';
