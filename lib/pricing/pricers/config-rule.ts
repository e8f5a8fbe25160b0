import type { Pricer } from '../pricer';
import { usageCharge } from './quantities';

/** Rule of AWS Config, charged by evaluations. */
export const configRule: Pricer = {
  types: ['AWS::Config::ConfigRule'],
  charges: (resource, context) => [
    usageCharge(resource, context, {
      kind: 'rule-evaluations',
      sku: 'config/evaluations',
      group: 'observability and security',
      key: 'ruleEvaluations',
    }),
  ],
};
