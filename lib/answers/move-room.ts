import { type PoolInstances, poolInstancesOf } from '../model/options';
import { roomToRoll } from '../transition/roll/room-to-roll';
import type { TransitionFacts } from '../transition/transition-context';
import type { StackUpdate } from './move-steps';

/**
 * Pools with room for old and new tasks in every stack, for the `poolInstances` option of a deployment before the last one; with
 * `requested` for the other pools. Empty when the pools of the second end have enough room, or no instances are known that do.
 */
export function poolsWithRoom(
  updates: readonly StackUpdate[],
  facts: TransitionFacts,
  requested: string | undefined,
): readonly PoolInstances[] {
  const pools = new Map<string, PoolInstances>();
  for (const { before, after, transition } of updates) {
    const isEndless = transition.rolls.some(({ firstTask }) => firstTask === 'never');
    for (const { component, instanceType, max } of isEndless ? (roomToRoll(before, after, facts, transition) ?? []) : []) {
      const { instanceType: type = instanceType, max: most = 0 } = pools.get(component) ?? {};
      pools.set(component, { pool: component, instanceType: type, max: Math.max(most, max) });
    }
  }
  if (pools.size === 0) return [];
  return [...poolInstancesOf(requested).filter(({ pool }) => !pools.has(pool)), ...pools.values()];
}
