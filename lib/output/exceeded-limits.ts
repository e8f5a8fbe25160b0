import type { ExceededLimit } from '../core/exceeded-limit';
import { counted } from '../core/number-format';
import { thousands } from '../core/thousands';
import { cents } from './amounts';
import { countsText } from './findings';

/** An exceeded limit in words, such as `$120.00/month exceeds the budget of $100.00/month`. */
export function exceededLimitText(limit: ExceededLimit): string {
  switch (limit.kind) {
    case 'budget':
      return `${cents(limit.monthlyUsd)}/month exceeds the budget of ${cents(limit.budgetUsd)}/month`;
    case 'increase':
      return `an increase of ${cents(limit.increaseUsd)}/month exceeds the limit of ${cents(limit.maxUsd)}/month (--max-increase)`;
    case 'no-tier':
      return `no tier handles the load${limit.withinUsd === undefined ? '' : ` within $${thousands(String(limit.withinUsd))}/month`}`;
    case 'no-sizes':
      return `no sizes of ${limit.base} handle the load`;
    case 'findings':
      return `${countsText(limit.findings)} in the ${limit.subject} (--fail-on ${limit.failOn})`;
    case 'cluster':
      return `the cluster is not ready for the manifests: ${unreadyText(limit)}`;
    case 'apply':
      return `the API server rejects the change of ${counted(limit.rejected, 'object')}; ${limit.isAcceptedInSteps === true ? 'the printed steps are accepted' : 'no steps are known that are accepted'}`;
    case 'move':
      return `${notAcceptedText(limit)}: ${obstaclesText(limit)}`;
  }
}

function unreadyText({ unmet, unknown }: Extract<ExceededLimit, { kind: 'cluster' }>): string {
  const parts = [
    ...(unmet > 0 ? [`${counted(unmet, 'requirement')} not met`] : []),
    ...(unknown > 0 ? [`${counted(unknown, 'requirement')} unknown`] : []),
  ];
  return parts.join(', ');
}

function notAcceptedText({ acceptedSteps, rejected, lost }: Extract<ExceededLimit, { kind: 'move' }>): string {
  if (rejected + lost === 0) return 'the move needs a data migration, which the printed steps describe';
  if (acceptedSteps === undefined) return 'the move is not accepted, and no steps are known that are';
  return `the move is not accepted as one update, only in ${counted(acceptedSteps, 'step')}`;
}

function obstaclesText({ rejected, lost, migrated }: Extract<ExceededLimit, { kind: 'move' }>): string {
  const parts = [
    ...(rejected > 0 ? [`${counted(rejected, 'resource')} rejected`] : []),
    ...(lost > 0 ? [`data of ${counted(lost, 'resource')} lost`] : []),
    ...(migrated > 0 ? [`${counted(migrated, 'data store')} replaced by ${migrated === 1 ? 'an empty one' : 'empty ones'}`] : []),
  ];
  return parts.join(', ');
}
