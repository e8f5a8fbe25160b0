import type { Pricer } from '../pricer';
import { usageCharge } from './quantities';

/**
 * Rule of AWS Config, and conformance pack, whose rules cost as much for each evaluation. Those of an organization evaluate the resources
 * of all of its accounts.
 */
export const configRule: Pricer = {
  types: [
    'AWS::Config::ConfigRule',
    'AWS::Config::ConformancePack',
    'AWS::Config::OrganizationConfigRule',
    'AWS::Config::OrganizationConformancePack',
  ],
  charges: (resource, context) => [
    usageCharge(resource, context, {
      kind: 'rule-evaluations',
      sku: 'config/evaluations',
      group: 'observability and security',
      key: 'ruleEvaluations',
    }),
  ],
};
