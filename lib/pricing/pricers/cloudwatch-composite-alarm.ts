import type { Pricer } from '../pricer';
import { ONE } from './quantities';

/** Composite alarm of CloudWatch. The alarms that its rule names are resources of their own. */
export const cloudwatchCompositeAlarm: Pricer = {
  types: ['AWS::CloudWatch::CompositeAlarm'],
  charges: () => [{ kind: 'composite-alarms', sku: 'cloudwatch/alarm-composite', quantity: ONE, group: 'observability and security' }],
};
