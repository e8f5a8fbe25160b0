import { counted } from '../core/number-format';
import { LimitExceededError } from '../core/problems';
import { obstaclesOf } from '../transition/outcome';
import type { Transition } from '../transition/transition';

/** Why a move cannot be made in one update without loss: one error, or none. */
export function moveFailures(transitions: readonly Transition[]): readonly LimitExceededError[] {
  const { rejected, lost, migrated } = obstaclesOf(transitions);
  const parts = [
    ...(rejected.length > 0 ? [`${counted(rejected.length, 'resource')} rejected`] : []),
    ...(lost.length > 0 ? [`data of ${counted(lost.length, 'resource')} lost`] : []),
    ...(migrated.length > 0 ? [`${counted(migrated.length, 'data store')} replaced by an empty one`] : []),
  ];
  return parts.length === 0 ? [] : [new LimitExceededError(`the move cannot be made in one update: ${parts.join(', ')}`)];
}
