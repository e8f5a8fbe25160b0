import { LimitExceededError } from '../core/problems';
import { obstaclesOf } from '../transition/outcome';
import type { Transition } from '../transition/transition';

/** Why a move cannot be made in one update without loss: one error, or none. */
export function moveFailures(transitions: readonly Transition[]): readonly LimitExceededError[] {
  const { rejected, lost, migrated } = obstaclesOf(transitions);
  const isOneUpdate = rejected.length + lost.length + migrated.length === 0;
  return isOneUpdate
    ? []
    : [new LimitExceededError({ kind: 'move', rejected: rejected.length, lost: lost.length, migrated: migrated.length })];
}
