import { parentOf } from '../cloudformation/deployed-stack';
import { type AssumedValue, type DeploymentFacts, deploymentsOf } from '../cloudformation/deployments';
import { passedParameters } from '../cloudformation/stack';
import type { Template } from '../cloudformation/template-resource';
import { openParameters } from '../cloudformation/undecided';
import type { UndecidedParameter } from '../cloudformation/undecided-value';
import type { Interval } from '../core/interval';
import { lazy } from '../core/lazy';
import { sumUsdIntervals, type Usd } from '../core/money';
import type { Estimate, LineItem } from '../pricing/estimate';

/** The most and the least expensive deployment of a stack with its nested stacks. */
export interface StackRange {
  /** The most expensive deployment. */
  readonly high: StackDeployment;
  /** The least expensive one. */
  readonly low: StackDeployment;
  /** Names of the templates whose deployments do not all have the same price. */
  readonly varying: ReadonlySet<string>;
  /** Lines without a price of all deployments that were compared. */
  readonly unpriced: readonly LineItem[];
}

/** One deployment of a stack with its nested stacks. */
export interface StackDeployment {
  /** The templates, each before those of its nested stacks. */
  readonly templates: readonly Template[];
  /** Assumed values of all of them. */
  readonly assumed: readonly AssumedValue[];
}

/** The range of a stack, with the costs of its ends. */
interface PricedRange {
  readonly high: StackDeployment;
  readonly low: StackDeployment;
  /** Computed only when it is compared with others. */
  readonly cost: () => Cost;
}

interface Cost {
  readonly monthlyUsd: Interval<Usd>;
  /** Resources without a price. */
  readonly unpriced: number;
}

/**
 * The range of a stack, whose templates follow each other. `price` returns the estimate of one template. The deployments of nested stacks
 * are compared for each deployment of their parent, and independently of each other: their prices add up. Two of them that get the same
 * value, which is known only at deployment, may therefore be assumed to get different ones, which makes the range wider.
 */
export function stackRange(stack: readonly Template[], facts: DeploymentFacts, price: (template: Template) => Estimate): StackRange {
  const varying = new Set<string>();
  const unpriced: LineItem[] = [];
  const known = new Map<string, PricedRange>();
  const [root] = stack;
  if (root === undefined) throw new Error('a stack has a template');
  const { high, low } = rangeOf(root, facts);
  return { high, low, varying, unpriced };

  function rangeOf(template: Template, own: DeploymentFacts): PricedRange {
    const ranges = deploymentsOf(template, { ...own, alsoUndecided }).map((deployment) =>
      withNested(deployment.template, deployment.assumed),
    );
    const [only, ...others] = ranges;
    if (only === undefined) throw new Error('a template has a deployment');
    if (others.length === 0) return only;
    if (others.some((other) => !isSame(other.cost(), only.cost()))) varying.add(template.name);
    const { high: most } = ends(ranges, 'high');
    const { low: least } = ends(ranges, 'low');
    return { high: most, low: least, cost: lazy(() => costOf(ranges)) };
  }

  function withNested(template: Template, assumed: readonly AssumedValue[]): PricedRange {
    const nested = stack.flatMap((each) => nestedRange(each, template));
    const at = (end: 'high' | 'low') => ({
      templates: [template, ...nested.flatMap((each) => each[end].templates)],
      assumed: [...assumed, ...nested.flatMap((each) => each[end].assumed)],
    });
    return { high: at('high'), low: at('low'), cost: lazy(() => sumOf([priced(template), ...nested.map((each) => each.cost())])) };
  }

  /** The range of a nested stack with the parameters that its parent passes; none for a template that is not nested in this one. */
  function nestedRange(template: Template, parent: Template): readonly PricedRange[] {
    const outer = parentOf(template);
    const resource = outer?.name === parent.name ? parent.resources.find(({ id }) => id === outer.resource) : undefined;
    if (resource === undefined) return [];
    const parameters = passedParameters(resource.properties);
    const key = JSON.stringify([template.name, ...parameters]);
    const range = known.get(key) ?? rangeOf(template, { region: facts.region, parameters });
    known.set(key, range);
    return [range];
  }

  /** Parameters whose allowed values would tell a price that is unknown without them. */
  function alsoUndecided(template: Template): readonly UndecidedParameter[] {
    const open = openParameters(template);
    if (open.length === 0) return [];
    const values = price(template).lineItems.flatMap(valueKnownAtDeployment);
    return open.filter(({ name }) => values.some((value) => value.includes(JSON.stringify({ Ref: name }))));
  }

  function priced(template: Template): Cost {
    const { monthlyUsd, lineItems, resources } = price(template);
    unpriced.push(...lineItems.filter(({ state }) => state === 'unpriced'));
    return { monthlyUsd, unpriced: resources.unpriced };
  }
}

/** The function of CloudFormation whose value decides the price of a line, as JSON. */
function valueKnownAtDeployment(line: LineItem): readonly string[] {
  if (line.state !== 'unpriced' || line.reason?.kind !== 'unreadable-property') return [];
  return line.reason.problem.kind === 'known-at-deployment' ? [line.reason.problem.shown] : [];
}

/** The deployment that costs the most at `high`, or the least at `low`. */
function ends(ranges: readonly PricedRange[], end: 'low' | 'high'): PricedRange {
  const sign = end === 'high' ? 1 : -1;
  return ranges.reduce((best, each) => (sign * each.cost().monthlyUsd[end].comparedTo(best.cost().monthlyUsd[end]) > 0 ? each : best));
}

function costOf(ranges: readonly PricedRange[]): Cost {
  const most = ends(ranges, 'high').cost();
  const { low } = ends(ranges, 'low').cost().monthlyUsd;
  return { monthlyUsd: { ...most.monthlyUsd, low }, unpriced: Math.max(...ranges.map((each) => each.cost().unpriced)) };
}

function sumOf(costs: readonly Cost[]): Cost {
  return {
    monthlyUsd: sumUsdIntervals(costs.map(({ monthlyUsd }) => monthlyUsd)),
    unpriced: costs.reduce((sum, { unpriced }) => sum + unpriced, 0),
  };
}

function isSame(left: Cost, right: Cost): boolean {
  const { low, mid, high } = right.monthlyUsd;
  const amounts = left.monthlyUsd;
  return amounts.low.eq(low) && amounts.mid.eq(mid) && amounts.high.eq(high) && left.unpriced === right.unpriced;
}
