import type { OrderRule } from '../order-rule';
import { ecsRoll } from './ecs-roll';
import { exportInUse } from './export-in-use';
import { naturalKeyCollision } from './natural-key-collision';
import { retainedName } from './retained-name';
import { serviceConnectName } from './service-connect-name';
import { targetGroupReplaced } from './target-group-replaced';

/** Every rule about the order of CloudFormation. To add one, add a file to this folder and a line here. */
export const ORDER_RULES: readonly OrderRule[] = [
  naturalKeyCollision,
  serviceConnectName,
  targetGroupReplaced,
  retainedName,
  exportInUse,
  ecsRoll,
];
