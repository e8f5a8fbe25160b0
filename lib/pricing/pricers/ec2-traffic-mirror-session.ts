import type { Pricer } from '../pricer';
import { ONE_MONTH_HOURS } from './quantities';

/** Session of traffic mirroring, charged for each hour of its source, a network interface. */
export const ec2TrafficMirrorSession: Pricer = {
  types: ['AWS::EC2::TrafficMirrorSession'],
  charges: () => [
    { kind: 'mirror-session-hours', sku: 'traffic-mirroring/session', quantity: ONE_MONTH_HOURS, group: 'network and balancer' },
  ],
};
