import type { Blueprint, InstanceChoice } from '../blueprint/blueprint';
import type { UsageQuantity } from '../contract/usage';
import { InputError, notOneOf } from '../core/problems';
import type { Estimate, LineItem } from '../pricing/estimate';
import type { AnswerWarning } from './answer-warning';
import { blueprintFor } from './blueprint-for';
import { entryWarnings } from './entry-warnings';
import type { TierRequest } from './estimate';
import type { EstimatedTier, Estimator } from './estimated-tier';

/** `region` is that of a standby; absent for the tier's own region. */
export type InRegion<T> = T & {
  /** AWS region code of the standby. */
  readonly region?: string;
};

/** The part of a tier and its estimate that concerns one component, or all of it. */
export interface ComponentExplanation {
  /** Line items of the component. */
  readonly lines: readonly LineItem[];
  /** Why each instance type was chosen. */
  readonly choices: readonly InRegion<InstanceChoice>[];
  /** Assumed usage that no template contains. */
  readonly usage: readonly InRegion<UsageQuantity>[];
}

/** The explanation of the cost of a tier. */
export interface ExplainAnswer extends EstimatedTier, ComponentExplanation {
  /** The requested component; absent for all components. */
  readonly component?: string;
  /** Warnings: limitations of the estimate that a reader must know. */
  readonly warnings: readonly AnswerWarning[];
}

/** Explains a tier, or one of its components. Throws an InputError with every problem of the request, and for an unknown component. */
export function explainTier(request: TierRequest, estimator: Estimator, component?: string): ExplainAnswer {
  const blueprint = blueprintFor(request);
  const estimate = estimator(blueprint);
  if (component !== undefined) checkComponent(component, blueprint, estimate);
  return {
    blueprint,
    estimate,
    ...(component !== undefined && { component }),
    ...explained({ blueprint, estimate }, component),
    warnings: entryWarnings(blueprint),
  };
}

/** Selects the parts that concern a component; everything without one. */
export function explained({ blueprint, estimate }: EstimatedTier, component?: string): ComponentExplanation {
  const concerns = (id: string) => component === undefined || id === component;
  return {
    lines: estimate.lineItems.filter((line) => concerns(line.component)),
    choices: inAllRegions(blueprint, ({ choices }) => choices).filter((choice) => concerns(choice.component)),
    usage: inAllRegions(blueprint, ({ usage }) => usage).filter((use) => concerns(use.component)),
  };
}

function inAllRegions<T extends object>(blueprint: Blueprint, of: (blueprint: Blueprint) => readonly T[]): InRegion<T>[] {
  const others = (blueprint.standbys ?? []).flatMap((standby) => of(standby).map((one) => ({ ...one, region: standby.network.region })));
  return [...of(blueprint), ...others];
}

/** Shared infrastructure has line items without being a component of the tier. */
function checkComponent(component: string, blueprint: Blueprint, estimate: Estimate): void {
  const components = Object.keys(blueprint.components);
  if (components.includes(component) || estimate.lineItems.some((line) => line.component === component)) return;
  // Free lines have the ids of constructs that the CDK adds to stacks, such as a function that limits the retention of logs.
  const billed = estimate.lineItems.filter(({ state }) => state !== 'free').map((line) => line.component);
  throw new InputError('request', [notOneOf('component', component, [...new Set([...components, ...billed])])]);
}
