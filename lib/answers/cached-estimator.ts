import { z } from 'zod';
import type { Blueprint } from '../blueprint/blueprint';
import type { ResolvedComponent } from '../blueprint/resolved-component';
import type { Template } from '../cloudformation/template-resource';
import { withMetadata } from '../cloudformation/with-metadata';
import { DECLARATION_KEY } from '../contract/key';
import { declarationsOf } from '../contract/stacks';
import type { StringCache } from '../io/cached-files';
import { fingerprintOf, fingerprintOfRooms } from '../io/fingerprint';
import { type BlueprintEstimate, estimateStacks, estimateTemplates, type Stack, templatesOf } from './estimate-stacks';

/** Rooms whose code decides what is synthesized from a blueprint. A test holds them against what `lib/aws` imports. */
export const SYNTHESIZING_ROOMS = ['aws', 'contract', 'conventions', 'core', 'model'] as const;

/** What a cached estimator needs. */
export interface CachedEstimatorProps {
  /** Loads the synthesizer, which takes longer than everything else. */
  readonly synthesize: () => (blueprint: Blueprint) => readonly Stack[];
  /** Version of the CDK, and everything else that synthesis reads except the blueprint. */
  readonly synthesizer: string;
  /** Where the stacks are cached between runs. */
  readonly cache: StringCache;
}

/**
 * `estimateBlueprint` that does not synthesize the same stack twice. What a load changes of a stack is its declaration alone (use,
 * numbers of instances that are expected), so stacks are cached by the blueprint without its load and by the code that
 * synthesizes, and get the declaration of the requested blueprint. Everything else of the estimate is computed. An entry
 * of the cache that is not a list of stacks is removed, and the stacks are synthesized.
 */
export function cachedEstimator({ synthesize, synthesizer, cache }: CachedEstimatorProps): (blueprint: Blueprint) => BlueprintEstimate {
  const inMemory = new Map<string, readonly Template[]>();
  let code: string | undefined;
  const declaredTemplates = (blueprint: Blueprint): readonly Template[] => {
    code ??= `${synthesizer} ${fingerprintOfRooms(SYNTHESIZING_ROOMS)}`;
    const key = fingerprintOf(`${code} ${JSON.stringify(withoutLoad(blueprint))}`);
    const templates = inMemory.get(key) ?? templatesOf(stacksIn(cache, key) ?? synthesized(blueprint, key));
    inMemory.set(key, templates);
    return declared(templates, blueprint);
  };
  const synthesized = (blueprint: Blueprint, key: string): readonly Stack[] => {
    const stacks = synthesize()(blueprint);
    cache.put(key, JSON.stringify(stacks));
    return stacks;
  };
  return (blueprint) => {
    const { region } = blueprint.options;
    if (!isCached(blueprint)) return estimateStacks(synthesize()(blueprint), region);
    return estimateTemplates(declaredTemplates(blueprint), region);
  };
}

/** The stack of a cluster holds the chart's objects, and in them the load once more. */
function isCached({ options }: Blueprint): boolean {
  return options.platform === 'ecs';
}

const CachedStacks = z
  .array(z.strictObject({ stackName: z.string().min(1), region: z.string().min(1), template: z.record(z.string(), z.unknown()) }))
  .min(1);

function stacksIn(cache: StringCache, key: string): readonly Stack[] | undefined {
  const text = cache.get(key);
  if (text === undefined) return undefined;
  const { data: stacks } = CachedStacks.safeParse(jsonOf(text));
  if (stacks === undefined) cache.drop(key);
  return stacks;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function declared(templates: readonly Template[], blueprint: Blueprint): Template[] {
  const declarations = declarationsOf(blueprint);
  return templates.map((template, index) => withMetadata(template, DECLARATION_KEY, declarations[index]));
}

/** What a stack is made from. */
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
      return { ...component, nodes: component.nodes === undefined ? undefined : { ...component.nodes, expected: undefined } };
    case 'external':
      return { ...component, quantity: undefined };
    default:
      return component;
  }
}
