import type { StepEffect } from '../answers/move-steps';
import { copyText } from './data-migrations';

/** An effect of a step of a move, as an imperative sentence without a full stop. */
export function stepEffectText(effect: StepEffect): string {
  switch (effect.kind) {
    case 'deployment':
      return `Deploy ${effect.end}${effect.purpose === 'room-for-tasks' ? ', so that old and new tasks have room' : ''}`;
    case 'data-copy':
      return copyText(effect);
    case 'preparation':
    case 'follow-up':
      return effect.text;
  }
}
