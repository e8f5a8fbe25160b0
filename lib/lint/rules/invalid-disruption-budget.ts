import { apiSource } from '../api-source';
import { violationAt } from '../field-checks';
import type { Rule } from '../rule';

export const invalidDisruptionBudget: Rule = {
  id: 'invalid-disruption-budget',
  severity: 'error',
  description: 'PodDisruptionBudget has an invalid amount',
  fix: 'Use a whole number of at least 0, or a percentage of at most 100%',
  citation: apiSource('policy'),
  *check({ ofKind }) {
    for (const object of ofKind('PodDisruptionBudget')) {
      const root = { value: object.raw, path: [] };
      for (const field of ['minAvailable', 'maxUnavailable']) {
        const spec = object.raw.spec;
        const amount = typeof spec === 'object' && spec !== null ? (spec as Readonly<Record<string, unknown>>)[field] : undefined;
        const isValid =
          typeof amount === 'string'
            ? /^\d+%$/.test(amount) && Number.parseInt(amount, 10) <= 100
            : typeof amount !== 'number' || amount >= 0;
        if (!isValid) yield violationAt(object, root, ['spec', field], 'at least 0, or a percentage from "0%" to "100%"');
      }
    }
  },
};
