import type { Rule } from '../rule';
import { structureOf } from '../structure-of';

export const unknownField: Rule = {
  id: 'unknown-field',
  severity: 'error',
  description: 'Field does not exist in its object',
  fix: 'Remove the field, or correct its name as `kubectl explain` shows it. The API server drops or rejects unknown fields',
  check: (context) => structureOf(context)['unknown-field'],
};
