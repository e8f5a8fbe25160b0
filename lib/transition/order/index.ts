import type { OrderRule } from '../order-rule';
import { deletedBeforeReplacement } from './deleted-before-replacement';
import { ecsRoll } from './ecs-roll';
import { exportInUse } from './export-in-use';
import { logGroupOfService } from './log-group-of-service';
import { naturalKeyCollision } from './natural-key-collision';
import { replacedReference } from './replaced-reference';
import { retainedName } from './retained-name';
import { serviceConnectName } from './service-connect-name';
import { subnetGroupInUse } from './subnet-group-in-use';
import { targetGroupReplaced } from './target-group-replaced';

/** Every rule about the order of CloudFormation. To add one, add a file to this folder and a line here. */
export const ORDER_RULES: readonly OrderRule[] = [
  replacedReference,
  naturalKeyCollision,
  deletedBeforeReplacement,
  serviceConnectName,
  targetGroupReplaced,
  retainedName,
  logGroupOfService,
  subnetGroupInUse,
  exportInUse,
  ecsRoll,
];
