import { LimitExceededError } from '../core/problems';
import { obstaclesOf } from '../transition/outcome';
import type { MoveAnswer } from './move-answer';

/** Why a move is not accepted or loses data: one error, or none. */
export function moveFailures({ decisive, acceptedSteps }: Pick<MoveAnswer, 'decisive' | 'acceptedSteps'>): readonly LimitExceededError[] {
  const { rejected, lost, migrated } = obstaclesOf(decisive);
  if (rejected.length + lost.length + migrated.length === 0) return [];
  return [
    new LimitExceededError({
      kind: 'move',
      rejected: rejected.length,
      lost: lost.length,
      migrated: migrated.length,
      ...(acceptedSteps !== undefined && { acceptedSteps }),
    }),
  ];
}
