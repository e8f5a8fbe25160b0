import type { StepEffect } from '../answers/move-steps';

/** An effect of a step of a move, as an imperative sentence without a full stop. */
export function stepEffectText(effect: StepEffect): string {
  switch (effect.kind) {
    case 'deployment':
      return `Deploy ${effect.end}${effect.purpose === 'room-for-tasks' ? ', so that old and new tasks have room' : ''}`;
    case 'preparation':
    case 'follow-up':
      return effect.text;
  }
}
