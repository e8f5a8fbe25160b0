import { expect, test } from 'vitest';
import { Options } from '../../lib/model/options';
import { SYSTEMS } from '../../tiers';
import {
  changeOf,
  type End,
  INTERRUPTIONS,
  interruptionsIn,
  isOffered,
  type Move,
  OBSTACLES_OF_MOVES,
  obstaclesIn,
  placeholdersIn,
  planned,
  templateStepsIn,
} from './own-moves';

/** Forms in which each option is switched on and off. */
const FORMS: readonly End[] = [{}, { compute: 'fargate' }, { platform: 'eks' }];

/** Values that each option changes to, from its default, and back. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  apiCidrs: ['203.0.113.0/24'],
  architecture: ['arm64'],
  cacheEngine: ['redis', 'valkey'],
  cacheShards: ['cache:5'],
  certificate: ['arn:aws:acm:us-east-1:123456789012:certificate/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee'],
  clientCidrs: ['203.0.113.0/24'],
  dataStores: ['operator', 'statefulset'],
  dataVolumeGib: ['2000'],
  databaseStorageGib: ['2000'],
  deletionProtection: ['false'],
  domain: ['example.com'],
  ecsExec: ['true'],
  entry: ['ingress'],
  gpu: ['none', 't4', 'a10g', 'l4', 'a100'],
  highAvailability: ['true', 'false'],
  natGateways: ['0', '1', '3'],
  readReplicas: ['0', '3'],
  taskNetwork: ['awsvpc', 'bridge'],
  terminationProtection: ['false'],
  topology: ['single-host'],
};

/** Options without a move between two values, and why. */
const NOT_MOVED: Readonly<Record<string, string>> = {
  budget: 'a limit of the estimate, which no template contains',
  clusterName: 'a property of manifests, which no template contains',
  compute: 'a form of the other moves',
  discoveryTag: 'a property of manifests, which no template contains',
  environment: 'part of the name of the stack, so that another environment is another stack',
  nodeRole: 'a property of manifests, which no template contains',
  platform: 'a form of the other moves',
  poolInstances: 'a step of other moves',
  protectedShards: 'a step of other moves',
  region: 'another region is another stack',
  restoreFrom: 'creates data stores from backups, which replaces those that are deployed',
  unprotectedDatabases: 'a step of other moves',
  zones: 'rejected, see below: set once per environment',
};

/** Obstacles of one direction of a change, besides `EXPECTED_OBSTACLES`, by change and obstacle, with the reason why each stays. */
const ONE_WAY: Readonly<Record<string, string>> = {
  'valkey → default: cacheEngine: rejected cache-engine cache': 'ElastiCache returns only from Valkey 7.2 to Redis OSS 7.1',
};

/** An option of a tier in a form that changes to a value. */
interface Change {
  readonly tier: string;
  readonly form: End;
  readonly option: string;
  readonly value: string;
}

const plainEnd = ({ tier, form }: Change): End => ({ tier, ...form });
const changedEnd = ({ tier, form, option, value }: Change): End => ({ tier, ...form, [option]: value });

/** The changes to a value that a system offers: first one form of each tier, in turn, then the others. */
function offeredChanges(system: (typeof SYSTEMS)[number], option: string, value: string): readonly Change[] {
  return FORMS.flatMap((_, round) =>
    system.tiers.map(({ id: tier }, index) => ({ tier, form: FORMS[(index + round) % FORMS.length] ?? {}, option, value })),
  ).filter((change) => isOffered(system.id, plainEnd(change)) && isOffered(system.id, changedEnd(change)));
}

const pairsOf = ({ tier, form }: Change): readonly string[] => [tier, JSON.stringify(form)];

/**
 * Changes that contain each pair of a value and a tier, and of a value and a form, that a system offers: an obstacle or an interruption
 * concerns one resource of one component, which depends on the option and one of the two.
 */
function chosenChanges(system: (typeof SYSTEMS)[number]): readonly Change[] {
  return Object.entries(VALUES).flatMap(([option, values]) =>
    values.flatMap((value) => {
      const covered = new Set<string>();
      return offeredChanges(system, option, value).filter((change) => {
        const isNew = pairsOf(change).some((pair) => !covered.has(pair));
        for (const pair of pairsOf(change)) covered.add(pair);
        return isNew;
      });
    }),
  );
}

/** Moves of each option to its other values and back. */
function movesOf(system: (typeof SYSTEMS)[number]): readonly Move[] {
  return chosenChanges(system).flatMap((change) => {
    const [plain, changed] = [plainEnd(change), changedEnd(change)];
    return [
      { system: system.id, from: plain, to: changed },
      { system: system.id, from: changed, to: plain },
    ];
  });
}

test('every option is changed, or has a reason why it is not', () => {
  expect([...Object.keys(VALUES), ...Object.keys(NOT_MOVED)].sort()).toEqual(Object.keys(Options.shape).sort());
});

const changed = new Set<string>();
const observed = { obstacles: new Set<string>(), interruptions: new Set<string>() };

test.each(SYSTEMS.map((system) => [system.id, system] as const))(
  'every change of an option of %s has the listed obstacles and interruptions and no other, and steps without a template file',
  (_id, system) => {
    const steps: string[] = [];
    for (const move of movesOf(system)) {
      const plan = planned(move);
      if (plan === undefined) continue;
      changed.add(changeOf(move));
      for (const obstacle of obstaclesIn(move, plan))
        observed.obstacles.add(OBSTACLES_OF_MOVES.includes(obstacle) ? obstacle : `${valuesText(move)}: ${obstacle}`);
      for (const interruption of interruptionsIn(move, plan)) observed.interruptions.add(interruption);
      steps.push(...templateStepsIn(plan), ...placeholdersIn(plan));
    }
    expect([...observed.obstacles].filter((each) => !OBSTACLES_OF_MOVES.includes(each) && !Object.hasOwn(ONE_WAY, each))).toEqual([]);
    expect([...observed.interruptions].filter((interruption) => !INTERRUPTIONS.includes(interruption))).toEqual([]);
    expect(steps).toEqual([]);
  },
  3_600_000,
);

test('every option is offered by a tier, and every listed obstacle and interruption happens', () => {
  expect(Object.keys(VALUES).filter((option) => !changed.has(option))).toEqual([]);
  const ofOptions = (listed: readonly string[]) => listed.filter((each) => !/^(?:tier|platform): /.test(each));
  const obstacles = [...ofOptions(OBSTACLES_OF_MOVES), ...Object.keys(ONE_WAY)];
  expect(obstacles.filter((obstacle) => !observed.obstacles.has(obstacle))).toEqual([]);
  const listed = ofOptions(INTERRUPTIONS);
  expect(listed.filter((interruption) => !observed.interruptions.has(interruption))).toEqual([]);
});

// EC2 API reference, error codes: InvalidSubnet.Conflict. RDS API reference, ModifyDBSubnetGroup: SubnetAlreadyInUse.
test.each(SYSTEMS.map((system) => [system.id, system] as const))('other zones are rejected for %s', (system, { tiers }) => {
  const tier = tiers[0]?.id ?? '';
  const plan = planned({ system, from: { tier }, to: { tier, zones: 'use1-az2,use1-az4,use1-az5' } });
  const rules = plan?.plan.updates.flatMap(({ resources }) => resources.flatMap((each) => each.reasons.map(({ rule }) => rule)));
  expect(rules).toContain('natural-key-collision');
  expect(plan?.acceptedSteps).toBeUndefined();
});

/** `valkey → default`. */
function valuesText(move: Move): string {
  const option = changeOf(move);
  return `${move.from[option] ?? 'default'} → ${move.to[option] ?? 'default'}`;
}
