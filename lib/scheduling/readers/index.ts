import type { ObjectReader } from '../object-demand';
import { OPERANDS } from '../operands';
import { daemonSet } from './daemon-set';
import { gateway } from './gateway';
import { ingress } from './ingress';
import { job } from './job';
import { nodePool } from './node-pool';
import { rollout } from './rollout';
import { service } from './service';
import { snapshot } from './snapshot';
import { verticalAutoscaler } from './vertical-autoscaler';
import { claim, volume } from './volume';
import { workload } from './workload';

/** All readers. */
export const READERS: readonly ObjectReader[] = [
  workload,
  rollout,
  daemonSet,
  job,
  claim,
  volume,
  snapshot,
  service,
  ingress,
  gateway,
  nodePool,
  verticalAutoscaler,
  ...OPERANDS,
];
