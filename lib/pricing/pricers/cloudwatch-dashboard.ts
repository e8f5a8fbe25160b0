import type { Pricer } from '../pricer';
import { ONE } from './quantities';

/** CloudWatch dashboard. */
export const cloudwatchDashboard: Pricer = {
  types: ['AWS::CloudWatch::Dashboard'],
  charges: () => [{ kind: 'dashboards', sku: 'cloudwatch/dashboard', quantity: ONE, group: 'observability and security' }],
};
