import { templateFrom } from '../cloudformation/template-from';
import type { Template } from '../cloudformation/template-resource';
import { isPlainObject, section } from '../core/plain-object';
import type { Preparation, Reason, Transition } from './transition';
import { transitionBetween } from './transition-between';
import type { TransitionFacts } from './transition-context';

/** A template between two others. */
export interface PreparedTemplate {
  /** Effects of its update, one sentence for each resource. */
  readonly titles: readonly string[];
  /** The template. */
  readonly template: Template;
  /** The update to it from the template before it. */
  readonly update: Transition;
}

/** The updates before the last one, and the changes that remain for the last one. */
export interface PreparedUpdate {
  /** Templates to deploy first, in their order; empty when none is necessary or known. */
  readonly prepared: readonly PreparedTemplate[];
  /** The last update, from the last of these templates. */
  readonly last: Transition;
}

/** A preparation with the resource that it is about. */
interface ResourcePreparation extends Preparation {
  readonly id: string;
}

/** Splits an update into several where a service rejects it as one, and judges each of them. `whole` is the update as one. */
export function preparedUpdate(
  before: Template,
  after: Template,
  facts: TransitionFacts,
  whole: Transition = transitionBetween(before, after, facts),
): PreparedUpdate {
  const prepared: PreparedTemplate[] = [];
  const deploy = (start: Template, changes: readonly ResourcePreparation[]) => {
    const template = withProperties(start, changes);
    const update = transitionBetween(prepared.at(-1)?.template ?? before, template, facts);
    prepared.push({ titles: changes.map(({ title }) => title), template, update });
  };
  let queues = queuesOf(whole, ({ first }) => first);
  while (queues.some(({ length }) => length > 0)) {
    const heads = queues.flatMap((queue) => queue.slice(0, 1));
    const alone = heads.find(({ isAlone }) => isAlone === true);
    const changes = alone === undefined ? heads : [alone];
    queues = queues.map(([head, ...rest]) => (head === undefined || changes.includes(head) ? rest : [head, ...rest]));
    deploy(prepared.at(-1)?.template ?? before, changes);
  }
  const between = queuesOf(whole, (reason) => reason.between);
  for (let step = 0; step < Math.max(0, ...between.map(({ length }) => length)); step += 1) {
    deploy(
      after,
      between.flatMap((queue) => queue.slice(step, step + 1)),
    );
  }
  const deployed = prepared.at(-1)?.template;
  return { prepared, last: deployed === undefined ? whole : transitionBetween(deployed, after, facts) };
}

/** The preparations of each resource, in their order. */
function queuesOf(
  { resources }: Transition,
  preparationsOf: (reason: Reason) => readonly Preparation[] | undefined,
): ResourcePreparation[][] {
  return resources.map(({ id, reasons }) =>
    reasons.flatMap((reason) => preparationsOf(reason) ?? []).map((preparation): ResourcePreparation => ({ id, ...preparation })),
  );
}

function withProperties({ raw, name, region, stackName, nestedIds }: Template, changes: readonly ResourcePreparation[]): Template {
  const resources = { ...section(raw, 'Resources') };
  for (const { id, properties, resources: added } of changes) {
    Object.assign(resources, added);
    const resource = resources[id];
    if (isPlainObject(resource)) resources[id] = { ...resource, Properties: { ...section(resource, 'Properties'), ...properties } };
  }
  const origin = { ...(stackName !== undefined && { stackName }), ...(nestedIds !== undefined && { nestedIds }) };
  return templateFrom({ ...raw, Resources: resources }, name, region, origin);
}
