import { blueprintFor } from '../../lib/answers/blueprint-for';
import { type BlueprintEstimate, estimateStacks, type Stack } from '../../lib/answers/estimate-stacks';
import { planMoveWith } from '../../lib/answers/move';
import type { MoveAnswer } from '../../lib/answers/move-answer';
import type { Blueprint } from '../../lib/blueprint/blueprint';
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

/** An obstacle of moves of our systems, by rule and kind of component. */
export interface ExpectedObstacle {
  /** `needs-data-migration data-store-moved database`: class, rule and kind of the component. */
  readonly obstacle: string;
  /** The change of such moves: `tier`, `platform`, or an option. */
  readonly changes: readonly string[];
  /** Reason why it remains. */
  readonly reason: string;
}

const OTHER_FORM = 'one form of the store is managed and the other is a server in a container: no service copies data between them';

/**
 * Obstacles that remain after the steps of a move. Each update that a move prints is judged separately, including the last one.
 * A test fails for an obstacle of a move that is not listed, and for a listed one that no move has.
 */
export const EXPECTED_OBSTACLES: readonly ExpectedObstacle[] = [
  {
    obstacle: 'needs-data-migration data-store-moved document-store',
    changes: ['tier', 'platform'],
    reason: 'a tier with fewer shards removes clusters, and the services decide which document is on which shard',
  },
  {
    obstacle: 'needs-data-migration data-store-moved cache',
    changes: ['tier'],
    reason: 'a tier with fewer shards of a cache in a cluster removes servers with their keys, and no service moves these to the others',
  },
  {
    obstacle: 'needs-data-migration data-store-moved vector-store',
    changes: ['platform'],
    reason: 'a vector store is a task of ECS with an EBS volume, or a StatefulSet with a volume of its own',
  },
  ...['database', 'cache', 'queue', 'document-store'].map((kind) => ({
    obstacle: `needs-data-migration data-store-moved ${kind}`,
    changes: kind === 'database' || kind === 'cache' ? ['dataStores', 'topology'] : ['dataStores'],
    reason: OTHER_FORM,
  })),
  {
    obstacle: 'needs-data-migration cloudformation database',
    changes: ['dataStores'],
    reason: 'the secret of a StatefulSet has a fixed name, so that another secret replaces it',
  },
];

/** The expected obstacles in the words of `obstaclesIn`. */
export const OBSTACLES_OF_MOVES: readonly string[] = EXPECTED_OBSTACLES.flatMap(({ obstacle, changes }) =>
  changes.map((change) => `${change}: ${obstacle}`),
);

const PLACEHOLDERS = { imageTag: PLACEHOLDER_TAG };

/** The plan of a move, or undefined where a tier does not offer the form. Throws for a move that is refused although both ends are offered. */
export function planned(move: Move): MoveAnswer | undefined {
  if (!isOffered(move.system, move.from) || !isOffered(move.system, move.to)) return undefined;
  // The placeholder that is requested by name gives the same stacks as no image, which the other tests share.
  return planMoveWith({ ...move, deployments: { from: PLACEHOLDERS, to: PLACEHOLDERS } }, (blueprint) => estimateOf(blueprint));
}

/** Estimates by stacks: most ends belong to several moves. */
const estimates = new WeakMap<readonly Stack[], BlueprintEstimate>();

function estimateOf(blueprint: Blueprint): BlueprintEstimate {
  const stacks = stacksFor(blueprint);
  const estimate = estimates.get(stacks) ?? estimateStacks(stacks, blueprint.options.region);
  estimates.set(stacks, estimate);
  return estimate;
}

/** Whether a tier offers the form and the options of an end. */
export function isOffered(system: string, end: End): boolean {
  return kindsOfEnd(system, end) !== undefined;
}

type Kinds = ReadonlyMap<string, string>;

const kindsByEnd = new Map<string, Kinds | undefined>();

/** Kinds of the components of an end by id, read once; undefined where a tier does not offer the form: one without GPU work has no GPU, for example. */
function kindsOfEnd(system: string, end: End): Kinds | undefined {
  const key = JSON.stringify([system, end]);
  if (!kindsByEnd.has(key)) kindsByEnd.set(key, readKinds(system, end));
  return kindsByEnd.get(key);
}

function readKinds(system: string, end: End): Kinds | undefined {
  try {
    const { components } = blueprintFor({ system, ...end });
    return new Map(Object.entries(components).map(([id, { kind }]) => [id, kind]));
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

const OBSTACLES: ReadonlySet<string> = new Set(['needs-data-migration', 'rejected']);

/**
 * `tier: rejected cache-shards cache`: the obstacles of the updates that a move prints, each judged as it is deployed, by kind
 * of component.
 */
export function obstaclesIn(move: Move, { plan: { updates } }: MoveAnswer): readonly string[] {
  const kinds = kindsOf(move);
  return updates.flatMap(({ resources }) =>
    resources.flatMap(({ class: changeClass, component, reasons, data }) => {
      const kind = kinds.get(component) ?? component;
      return [
        ...(data === 'lost' ? [`${changeOf(move)}: lost ${kind}`] : []),
        // A resource with data is migrated by a reason that only replaces it, so the class of the resource decides.
        ...reasons
          .filter((reason) => OBSTACLES.has(reason.class) || (OBSTACLES.has(changeClass) && reason.class === 'replaced'))
          .map((reason) => `${changeOf(move)}: ${changeClass} ${reason.rule} ${kind}`),
      ];
    }),
  );
}

/** Interruptions of a kind of component, which moves of our systems have. */
export interface ExpectedInterruption {
  /** Rule that states it. */
  readonly rule: string;
  /** Kind of the component. */
  readonly kind: string;
  /** The change of such moves: `tier`, `platform`, or an option. */
  readonly changes: readonly string[];
  /** Reason why it is accepted. */
  readonly reason: string;
}

/**
 * Every interruption of moves of our systems. `npm run test:all` fails for an interruption that is not listed, and for a listed
 * one that no move has.
 */
export const EXPECTED_INTERRUPTIONS: readonly ExpectedInterruption[] = [
  {
    rule: 'auto-scaling-rolling-update',
    kind: 'node-pool',
    changes: ['tier', 'platform', 'architecture', 'gpu', 'natGateways', 'taskNetwork'],
    reason: 'a pool of one instance replaces it (in another subnet, where the task network adds a NAT gateway), and no other is in service',
  },
  {
    rule: 'docdb-instance-class',
    kind: 'document-store',
    changes: ['tier', 'platform'],
    reason: 'a larger class needs a restart or a failover',
  },
  {
    rule: 'ecs-roll',
    kind: 'service',
    changes: ['tier', 'platform', 'cacheEngine', 'readReplicas', 'topology'],
    reason: 'a single task with a GPU, a fixed port or a volume, or on a single host, has no room for a second one',
  },
  {
    rule: 'ecs-roll',
    kind: 'vector-store',
    changes: ['tier', 'platform'],
    reason: 'a store in a container is a single task with a volume, which one task uses at a time',
  },
  {
    rule: 'rds-instance-class',
    kind: 'database',
    changes: ['tier', 'platform'],
    reason: 'a larger class needs a restart or a failover',
  },
  {
    rule: 'rds-parameter-group',
    kind: 'database',
    changes: ['tier', 'platform'],
    reason: 'static parameters follow the size of the class and apply at the restart that it causes',
  },
  {
    rule: 'target-group-replaced',
    kind: 'load-balancer',
    changes: ['tier', 'platform', 'natGateways', 'taskNetwork'],
    reason: 'the target type differs between networks of tasks',
  },
];

/** The expected interruptions in the words of `interruptionsIn`. */
export const INTERRUPTIONS: readonly string[] = EXPECTED_INTERRUPTIONS.flatMap(({ rule, kind, changes }) =>
  changes.map((change) => `${change}: ${rule} ${kind}`),
);

/** What a move changes; a tier and its platform at once count as the platform. */
export function changeOf({ from, to }: Move): string {
  const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])].filter((key) => from[key] !== to[key]);
  const isPlatform = keys.some((key) => key === 'platform' || key === 'compute');
  return isPlatform ? 'platform' : keys.includes('tier') ? 'tier' : keys.join(' and ');
}

/** `tier: rds-instance-class database`: the interruptions of the updates of a move, by what it changes and by kind of component. */
export function interruptionsIn(move: Move, { plan: { updates } }: MoveAnswer): readonly string[] {
  const kinds = kindsOf(move);
  return updates.flatMap(({ resources }) =>
    resources.flatMap(({ component, reasons }) =>
      reasons.flatMap(({ rule, interruption }) =>
        interruption === undefined ? [] : [`${changeOf(move)}: ${rule} ${kinds.get(component) ?? component}`],
      ),
    ),
  );
}

/** Kinds of components of either end by id. */
function kindsOf({ system, from, to }: Move): Kinds {
  return new Map([from, to].flatMap((end) => [...(kindsOfEnd(system, end) ?? [])]));
}

/** Steps of a move that are neither a deployment with options nor a copy of data, such as those that need a file with a template: `aiva small → large: Change …`. */
export function templateStepsIn({ from, to, plan: { steps } }: MoveAnswer): readonly string[] {
  return steps.flatMap(({ effects, command, template, missingImages }) =>
    effects.every(({ kind }) => kind === 'data-copy') ||
    (command !== undefined && template === undefined && missingImages === undefined && command.startsWith('npx cdk deploy '))
      ? []
      : [`${from} → ${to}: ${effects.map(stepEffectText).join('; ')}`],
  );
}

/** Commands and texts of a move that have a placeholder, so that they are not complete. */
export function placeholdersIn({ plan: { steps, updates } }: MoveAnswer): readonly string[] {
  const reasons = updates.flatMap(({ resources }) => resources.flatMap((resource) => resource.reasons));
  const texts = [...steps.flatMap(({ effects, command = '' }) => [...effects.map(stepEffectText), command]), ...reasons.map(reasonText)];
  return texts.filter((text) => PLACEHOLDER.test(text));
}
