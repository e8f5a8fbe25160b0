import { z } from 'zod';
import { sizeForm, withNodeSizes } from '../aws/ecs/node-sizes';
import type { Blueprint } from '../blueprint/blueprint';
import type { ResolvedComponent, ResolvedNodePool } from '../blueprint/resolved-component';
import type { Template } from '../cloudformation/template-resource';
import { withMetadata } from '../cloudformation/with-metadata';
import { DECLARATION_KEY } from '../contract/key';
import { declarationsOf, hasCopies } from '../contract/stacks';
import type { StringCache } from '../io/cached-files';
import { fingerprintOf, fingerprintOfCode } from '../io/fingerprint';
import { cachedJson } from './cached-json';
import { type BlueprintEstimate, estimateStackTemplates, type Stack, templatesOf } from './estimate-stacks';

/** Rooms that the templates of a blueprint depend on. A test compares them with the imports of `lib/aws`. */
export const SYNTHESIZING_ROOMS = ['aws', 'contract', 'conventions', 'core', 'model'] as const;

/** The same for stacks on EKS, which contain the objects of a chart. A test compares them with the imports of `lib/aws` and `lib/kubernetes`. */
export const CLUSTER_ROOMS = ['aws', 'contract', 'conventions', 'core', 'kubernetes', 'model'] as const;

/** Input of a cached estimator. */
export interface CachedEstimatorProps {
  /** Loads the synthesizer, which takes longer than everything else. */
  readonly synthesize: () => (blueprint: Blueprint) => readonly Stack[];
  /** Versions of the CDK and of its libraries, and everything else that synthesis reads except the blueprint. */
  readonly synthesizer: string;
  /** Where the stacks are cached between runs. */
  readonly cache: StringCache;
}

/**
 * `estimateBlueprint` that does not synthesize the same stack twice. A load changes only the declaration of a stack on ECS
 * (use, numbers of instances that are expected) and the sizes of its node pools, so these stacks are cached by the blueprint without
 * its load and by the code that synthesizes, and get the declaration and the sizes of the requested blueprint. Stacks on EKS contain the load in the objects of
 * their chart too, and are cached by the whole blueprint. Everything else of the estimate is computed. An entry of the cache
 * that is not a list of stacks is removed, and the stacks are synthesized.
 */
export function cachedEstimator({ synthesize, synthesizer, cache }: CachedEstimatorProps): (blueprint: Blueprint) => BlueprintEstimate {
  const stacks = new Map<string, readonly Stack[]>();
  const inMemory = new Map<string, readonly Template[]>();
  const codes = new Map<readonly string[], string>();
  const codeOf = (rooms: readonly string[]): string => {
    const code = codes.get(rooms) ?? `${synthesizer} ${fingerprintOfCode(rooms)}`;
    codes.set(rooms, code);
    return code;
  };
  const keyOf = (blueprint: Blueprint): string => {
    const isCluster = blueprint.options.platform !== 'ecs';
    return isCluster
      ? fingerprintOf(`${codeOf(CLUSTER_ROOMS)} ${JSON.stringify(blueprint)}`)
      : fingerprintOf(`${codeOf(SYNTHESIZING_ROOMS)} ${JSON.stringify(withoutLoad(blueprint))}`);
  };
  const stacksOf = (blueprint: Blueprint, key: string): readonly Stack[] => {
    const known = stacks.get(key) ?? cachedJson({ cache, key, schema: CachedStacks, make: () => synthesize()(blueprint) });
    stacks.set(key, known);
    return known;
  };
  const declaredTemplates = (blueprint: Blueprint): readonly Template[] => {
    const key = keyOf(blueprint);
    const pools = blueprint.options.platform === 'ecs' ? nodePoolsOf(blueprint) : [];
    const sizedKey = `${key} ${JSON.stringify(pools)}`;
    const templates =
      inMemory.get(sizedKey) ?? templatesOf(stacksOf(blueprint, key).map((stack, index) => sized(stack, pools[index] ?? [])));
    inMemory.set(sizedKey, templates);
    return declared(templates, blueprint);
  };
  return (blueprint) => estimateStackTemplates(declaredTemplates(blueprint), blueprint.options.region);
}

const CachedStacks = z
  .array(z.strictObject({ stackName: z.string().min(1), region: z.string().min(1), template: z.record(z.string(), z.unknown()) }))
  .min(1);

function sized(stack: Stack, pools: readonly ResolvedNodePool[]): Stack {
  return { ...stack, template: withNodeSizes(stack.template, pools) };
}

/** The node pools of each stack, in the order of the stacks: a stack with bucket replicas has none. */
function nodePoolsOf({ components, standbys = [] }: Blueprint): readonly (readonly ResolvedNodePool[])[] {
  const own = Object.values(components).filter((component): component is ResolvedNodePool => component.kind === 'node-pool');
  return [own, ...standbys.flatMap((standby) => [...(hasCopies(standby) ? [[]] : []), ...nodePoolsOf(standby)])];
}

function declared(templates: readonly Template[], blueprint: Blueprint): Template[] {
  const declarations = declarationsOf(blueprint);
  return templates.map((template, index) => withMetadata(template, DECLARATION_KEY, declarations[index]));
}

/** The parts of a blueprint that decide about its stacks: all but its load. */
function withoutLoad({
  usage: _usage,
  workload: _workload,
  choices: _choices,
  published: _published,
  parts: _parts,
  contradictions: _contradictions,
  tradeOffs: _tradeOffs,
  warnings: _warnings,
  components,
  standbys,
  ...form
}: Blueprint): unknown {
  return { ...form, components: Object.values(components).map(componentWithoutLoad), standbys: standbys?.map(withoutLoad) };
}

function componentWithoutLoad(component: ResolvedComponent): unknown {
  switch (component.kind) {
    case 'service':
      return { ...component, instances: { ...component.instances, expected: undefined } };
    case 'node-pool':
      return { ...component, instanceType: undefined, nodes: sizeForm(component) };
    case 'external':
      return { ...component, quantity: undefined };
    default:
      return component;
  }
}
