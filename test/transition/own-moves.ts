import type { MoveAnswer } from '../../lib/answers/move';
import { planMove } from '../../lib/answers/move';
import { InputError } from '../../lib/core/problems';
import type { SystemInput } from '../../lib/model/inputs';
import { stacksFor } from '../support/synthesized';

/** Tier and options. */
export type End = Readonly<Record<string, string>>;

/** Every tier of a system in every form; those that the tier does not offer are left out when they are planned. */
export function endsOf(system: SystemInput, forms: readonly End[]): readonly End[] {
  return system.tiers.flatMap(({ id }) => forms.map((form) => ({ tier: id, ...form })));
}

/**
 * A move down keeps the storage of the database, as the guide says: it passes the size that the database has. Undefined where a
 * tier does not offer the form.
 */
export function planned(system: string, from: End, to: End): MoveAnswer | undefined {
  try {
    const plan = planMove({ system, from, to }, stacksFor);
    const storage = Math.max(0, ...plan.transitions.flatMap(deployedStorage));
    return storage === 0 ? plan : planMove({ system, from, to: { ...to, databaseStorageGib: String(storage) } }, stacksFor);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** Storage that RDS would not take back, in GiB. */
function deployedStorage({ resources }: MoveAnswer['transitions'][number]): readonly number[] {
  return resources.flatMap(({ reasons }) =>
    reasons.flatMap(({ rule, text }) => (rule === 'rds-storage-decrease' ? [Number(/from (\d+) to/.exec(text)?.[1])] : [])),
  );
}

/** `aiva: rejected cache-shards cache`: what stands against a move, by rule and component. */
export function obstacles(system: string, { transitions }: MoveAnswer): readonly string[] {
  return transitions.flatMap(({ resources }) =>
    resources.flatMap(({ component, reasons, class: changeClass, data }) => [
      ...(data === 'lost' ? [`${system}: lost ${component}`] : []),
      ...reasons
        .filter((reason) => (reason.class === 'rejected' || reason.class === 'needs-data-migration') && reason.class === changeClass)
        .map((reason) => `${system}: ${reason.class} ${reason.rule} ${component}`),
    ]),
  );
}

/** `in-place-with-interruption rds-instance-class`: every rule that interrupts something in a move. */
export function interruptions({ transitions }: MoveAnswer): readonly string[] {
  return transitions.flatMap(({ resources }) =>
    resources.flatMap(({ reasons }) => reasons.flatMap(({ rule, interruption }) => (interruption === undefined ? [] : [rule]))),
  );
}
