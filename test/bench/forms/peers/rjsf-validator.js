import { compileSchemaValidatorsCode } from '@rjsf/validator-ajv8/compileSchemaValidators';
import { Ajv2020 } from 'ajv/dist/2020.js';

/** The validators of a schema as code, the way RJSF's documentation makes them for pages without `eval`. */
export const precompiled = (schema) => compileSchemaValidatorsCode(schema, { AjvClass: Ajv2020 });
