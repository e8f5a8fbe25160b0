import { blueprintFor } from '../../lib/answers/blueprint-for';
import { type MoveAnswer, planMove } from '../../lib/answers/move';
import { PLACEHOLDER_TAG } from '../../lib/conventions/placeholder';
import { InputError } from '../../lib/core/problems';
import { stepEffectText } from '../../lib/output/step-effects';
import { reasonText } from '../../lib/output/transition-reasons';
import { stacksFor } from '../support/synthesized';
import { PLACEHOLDER } from './support';

/** Tier and options. */
export type End = Readonly<Record<string, string>>;

/** A move of a system. */
export interface Move {
  readonly system: string;
  readonly from: End;
  readonly to: End;
}

/** One move of each form, which `npm test` plans: between tiers, platforms and computes. */
export const REPRESENTATIVE: readonly Move[] = [
  { system: 'aiva', from: { tier: 'small' }, to: { tier: 'large' } },
  { system: 'aiva', from: { tier: 'large' }, to: { tier: 'small' } },
  { system: 'aiva', from: { tier: 'medium', compute: 'fargate' }, to: { tier: 'medium' } },
  { system: 'aiva', from: { tier: 'medium' }, to: { tier: 'medium', platform: 'eks' } },
  { system: 'assistant', from: { tier: 'own-inference' }, to: { tier: 'pooled' } },
  { system: 'ux-flow', from: { tier: 'startup' }, to: { tier: 'growth' } },
];

/**
 * What still stands against moves of our systems after their steps: system, class, rule and component. Each update that a move
 * prints is judged alone, the last one too. The list only shrinks: a move that has one that is not here fails the tests, and so does one here that no move has. The moves of `npm test` have a part of it, `npm run test:all` makes all of them.
 */
export const EXPECTED_OBSTACLES: readonly string[] = [];

const PLACEHOLDERS = { imageTag: PLACEHOLDER_TAG };

/** The plan of a move, or undefined where a tier does not offer the form. Throws for a move that is refused although both ends are offered. */
export function planned(move: Move): MoveAnswer | undefined {
  if (!isOffered(move.system, move.from) || !isOffered(move.system, move.to)) return undefined;
  // The placeholder that is requested by name gives the same stacks as no image, which the other tests share.
  return planMove({ ...move, deployments: { from: PLACEHOLDERS, to: PLACEHOLDERS } }, (blueprint) => stacksFor(blueprint));
}

/** Whether a tier offers the form: one without GPU work has no GPU, for example. */
function isOffered(system: string, end: End): boolean {
  try {
    blueprintFor({ system, ...end });
    return true;
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}

const OBSTACLES: ReadonlySet<string> = new Set(['needs-data-migration', 'rejected']);

/** `aiva: rejected cache-shards cache`: what stands against the updates that a move prints, each judged as it is deployed. */
export function obstaclesIn(system: string, { plan: { updates } }: MoveAnswer): readonly string[] {
  return updates.flatMap(({ resources }) =>
    resources.flatMap(({ class: changeClass, component, reasons, data }) => [
      ...(data === 'lost' ? [`${system}: lost ${component}`] : []),
      // A resource with data is migrated by a reason that only replaces it, so the class of the resource decides.
      ...reasons
        .filter((reason) => OBSTACLES.has(reason.class) || (OBSTACLES.has(changeClass) && reason.class === 'replaced'))
        .map((reason) => `${system}: ${changeClass} ${reason.rule} ${component}`),
    ]),
  );
}

/** Rules that interrupt something in moves of our systems, each with the reason why it is accepted. */
export const EXPECTED_INTERRUPTIONS: Readonly<Record<string, string>> = {
  'auto-scaling-rolling-update': 'a pool of one instance replaces it, and a tier with one has no other to keep in service',
  'docdb-instance-class': 'a larger class needs a restart or a failover',
  'ecs-roll': 'a single task with a GPU, a fixed port or a volume has no room for a second one',
  'rds-instance-class': 'a larger class needs a restart or a failover',
  'rds-parameter-group': 'static parameters follow the size of the class and apply at the restart that it causes',
  'target-group-replaced': 'the target type differs between networks of tasks',
};

/** Rules that interrupt something in the updates of a move. */
export function interruptionsIn({ plan: { updates } }: MoveAnswer): readonly string[] {
  return updates.flatMap(({ resources }) =>
    resources.flatMap(({ reasons }) => reasons.flatMap(({ rule, interruption }) => (interruption === undefined ? [] : [rule]))),
  );
}

/** Steps of a move that are no deployment with options, such as those that need a file with a template: `aiva small → large: Change …`. */
export function templateStepsIn({ from, to, plan: { steps } }: MoveAnswer): readonly string[] {
  return steps.flatMap(({ effects, command, template, missingImages }) =>
    command !== undefined && template === undefined && missingImages === undefined && command.startsWith('npx cdk deploy ')
      ? []
      : [`${from} → ${to}: ${effects.map((effect) => (effect.kind === 'deployment' ? effect.end : effect.text)).join('; ')}`],
  );
}

/** Commands and texts of a move that have a placeholder, so that they are not complete. */
export function placeholdersIn({ plan: { steps, updates } }: MoveAnswer): readonly string[] {
  const reasons = updates.flatMap(({ resources }) => resources.flatMap((resource) => resource.reasons));
  const texts = [...steps.flatMap(({ effects, command = '' }) => [...effects.map(stepEffectText), command]), ...reasons.map(reasonText)];
  return texts.filter((text) => PLACEHOLDER.test(text));
}
