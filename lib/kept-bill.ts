import { type Bill, billOfStacks, type Stack } from './bill-of-stacks';
import type { Blueprint, ResolvedComponent } from './blueprint';
import { declarationsOf } from './declaration';
import { DECLARATION_KEY } from './pricing';
import { fingerprintOf, fingerprintOfRooms, type KeptTexts } from './source';

/** Rooms whose code decides what is synthesized from a blueprint. A test holds them against what `lib/aws` imports. */
export const SYNTHESIZING_ROOMS = ['aws', 'conventions', 'declaration', 'model', 'problems', 'units'] as const;

export interface KeptBillProps {
  /** Loads what synthesizes, which takes longer than all the rest. */
  readonly synthesize: () => (blueprint: Blueprint) => readonly Stack[];
  /** Version of the CDK, and whatever else synthesis reads beside the blueprint. */
  readonly synthesizer: string;
  readonly kept: KeptTexts;
}

/**
 * `billOf` that does not synthesize the same stack twice. What a load changes of a stack is its declaration alone (use,
 * numbers of instances that are expected), so stacks are kept by the blueprint without its load and by the code that
 * synthesizes, and get the declaration of the blueprint that is asked for. Everything else of the bill is computed.
 */
export function keptBillOf({ synthesize, synthesizer, kept }: KeptBillProps): (blueprint: Blueprint) => Bill {
  const inMemory = new Map<string, readonly Stack[]>();
  let code: string | undefined;
  const stacksOf = (blueprint: Blueprint): readonly Stack[] => {
    code ??= `${synthesizer} ${fingerprintOfRooms(SYNTHESIZING_ROOMS)}`;
    const key = fingerprintOf(`${code} ${JSON.stringify(withoutLoad(blueprint))}`);
    const known = inMemory.get(key) ?? stacksIn(kept.get(key));
    const stacks = known ?? synthesize()(blueprint);
    inMemory.set(key, stacks);
    if (known === undefined) kept.put(key, JSON.stringify(stacks));
    return declared(stacks, blueprint);
  };
  return (blueprint) => billOfStacks(isKept(blueprint) ? stacksOf(blueprint) : synthesize()(blueprint), blueprint.options.region);
}

/** The stack of a cluster holds the chart's objects, and in them the load once more. */
function isKept({ options }: Blueprint): boolean {
  return options.platform === 'ecs';
}

/** What was kept by a process that was stopped on the way is as if it were not there. */
function stacksIn(text: string | undefined): readonly Stack[] | undefined {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as readonly Stack[];
  } catch {
    return undefined;
  }
}

function declared(stacks: readonly Stack[], blueprint: Blueprint): Stack[] {
  const declarations = declarationsOf(blueprint);
  return stacks.map((stack, index) => {
    const metadata = { ...(stack.template.Metadata as object | undefined), [DECLARATION_KEY]: declarations[index] };
    return { ...stack, template: { ...stack.template, Metadata: metadata } };
  });
}

/** What a stack is made from. */
function withoutLoad({
  usage: _usage,
  workload: _workload,
  choices: _choices,
  published: _published,
  parts: _parts,
  contradictions: _contradictions,
  losses: _losses,
  notes: _notes,
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
