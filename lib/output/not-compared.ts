import type { NotCompared } from '../capacity/figures';

const REASONS: Readonly<Record<NotCompared['reason'], string>> = {
  estimate: 'an amount of money; the estimate is compared with the cost that the document gives for the tier',
  business: 'revenue, staff and customers, on which the size of a tier does not depend',
  plan: 'effort, dates and targets of a plan, which tiers do not have',
  forecast: 'a forecast of users, for which sizing recommend --users finds the tier',
  gain: 'a gain over a state that is not a tier; the capacities of the tiers show the gain of each step',
  'daily-users':
    'users per day or month; the model counts concurrent users, and the document does not state how users are spread over the day',
  'response-time':
    'response times and error rates; sizing capacity shows the modelled ones of each operation, and sizing fit reads measured ones',
  'largest-piece': 'the size of one piece of work; the model adds up the work and does not check the largest piece',
  'one-endpoint': 'a test of one endpoint under a load that is not given in operations of users',
  use: 'a use case; the scenarios contain its verdict',
  rule: 'a value of a sizing rule; the rules contain its verdict',
  recovery: 'RTO and RPO, which are checked against the templates',
  'no-limit': 'no known limit, because load balancers scale with their traffic',
  'no-demand': 'memory of a database, for which no operation states a demand',
  setting: 'an application setting that does not determine any resource of the model',
};

/** Why a published figure is not compared with a computed one. */
export function notComparedText(reason: NotCompared['reason']): string {
  return REASONS[reason];
}
