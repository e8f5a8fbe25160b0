import { templateFrom } from '../../lib/cloudformation/template-from';
import type { ResourceTransition, Transition } from '../../lib/transition/transition';
import { transitionBetween } from '../../lib/transition/transition-between';
import type { TransitionFacts } from '../../lib/transition/transition-context';

/** A resource of a template, as a template writes it. */
export interface RawResource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly [attribute: string]: unknown;
}

/** String in angle brackets that a reader of a command would have to replace: `<name of X>`. */
export const PLACEHOLDER = /<[^<>]*>/;

/** Resources of a template by logical id. */
export type RawResources = Readonly<Record<string, RawResource>>;

/** Facts about instances that the tests of this folder use. */
export const FACTS: TransitionFacts = {
  // Sizes of no real type: 2 vCPU with 4,096 MiB, and twice that.
  instanceRoom: (type) =>
    type.endsWith('.large')
      ? { cpuUnits: 2048, memoryMib: 4096, gpus: type.startsWith('g') ? 1 : 0, interfaces: 9 }
      : type.endsWith('.xlarge')
        ? { cpuUnits: 4096, memoryMib: 8192, gpus: 0, interfaces: 18 }
        : undefined,
  instanceArchitecture: (type) => (/^[a-z]\d+g/.test(type) ? 'arm64' : 'amd64'),
  importedExports: new Set(),
};

/** The transition between two templates of these resources; `sections` are other sections of the second. */
export function transition(
  before: RawResources,
  after: RawResources,
  facts: Partial<TransitionFacts> = {},
  outputs: readonly [object, object] = [{}, {}],
  sections: object = {},
): Transition {
  return transitionBetween(
    templateFrom({ Resources: before, Outputs: outputs[0] }, 'stack', 'us-east-1'),
    templateFrom({ Resources: after, Outputs: outputs[1], ...sections }, 'stack', 'us-east-1'),
    { ...FACTS, ...facts },
  );
}

/** Effect of a transition on one resource. Throws when it has none of that id. */
export function of({ resources }: Transition, id: string): ResourceTransition {
  const found = resources.find((resource) => resource.id === id);
  if (found === undefined) throw new Error(`no resource ${id}`);
  return found;
}

/** `class rule rule`: the class of a resource and the rules that state it, without the specification and the roll of a service. */
export function classAndRules(transition: Transition, id: string): string {
  const { class: changeClass, reasons } = of(transition, id);
  return [changeClass, ...reasons.map(({ rule }) => rule).filter((rule) => rule !== 'cloudformation' && rule !== 'ecs-roll')].join(' ');
}
