import { scaleInterval } from '../core/interval';
import { InputError, notOneOf, type Problem, shown } from '../core/problems';
import type { Component } from '../model/component';
import type { Lever } from '../model/lever';
import { leverFactor, leverValueText } from '../model/lever-value';
import type { Operation } from '../model/operation';
import type { System } from '../model/system';
import type { Tier } from '../model/tier';
import type { SystemDefinition } from '../model/tier-extension';
import { loadSystem } from './system-reference';

/** A lever with its value. */
export interface ChosenLever {
  /** The lever. */
  readonly lever: Lever;
  /** Its value, in its unit. */
  readonly value: number;
}

/** The system with some of its levers, as `--with` applies them. */
export interface LeveredSystem {
  /** The system with the changed demands, prices and components, which every answer takes as it is. */
  readonly system: SystemDefinition;
  /** The levers, in the order of the request. */
  readonly levers: readonly ChosenLever[];
}

/**
 * A system with some of its levers: `cache-hits=60%`, `database-pool=20`, or an id alone for the default value. Throws an InputError
 * with every unknown lever, repeated lever and value out of range.
 */
export function withLevers(definition: SystemDefinition, requested: readonly string[]): LeveredSystem {
  if (requested.length === 0) return { system: definition, levers: [] };
  const system = loadSystem(definition);
  const levers = chosenLevers(system, requested);
  return { system: levers.reduce(withLever, system), levers };
}

function chosenLevers({ id: systemId, levers }: System, requested: readonly string[]): ChosenLever[] {
  const problems: Problem[] = [];
  const chosen = requested.flatMap((text): ChosenLever[] => {
    const [id = '', ...values] = text.split('=').map((part) => part.trim());
    const lever = levers.find((one) => one.id === id);
    if (lever === undefined) {
      const ids = levers.map((one) => one.id);
      problems.push(
        ids.length === 0
          ? { path: 'with', received: shown(id), expected: `no lever, because ${systemId} has none` }
          : notOneOf('with', id, ids),
      );
      return [];
    }
    const value = values.length === 0 ? lever.value.default : valueIn(values.join('='), lever);
    if (value === undefined) problems.push({ path: 'with', received: shown(text), expected: `${id} from ${rangeText(lever)}` });
    return value === undefined ? [] : [{ lever, value }];
  });
  const ids = chosen.map(({ lever }) => lever.id);
  for (const id of new Set(ids.filter((one, index) => ids.indexOf(one) !== index))) {
    problems.push({ path: 'with', reason: `${id} is given twice`, expected: 'each lever once' });
  }
  if (problems.length > 0) throw new InputError('request', problems);
  return chosen;
}

/** The value of a text in the range of a lever; undefined for any other. */
function valueIn(text: string, { value: { unit, least, most } }: Lever): number | undefined {
  const [, digits, percent] = /^(\d+(?:\.\d+)?)(%?)$/.exec(text) ?? [];
  if (digits === undefined || (percent === '%' && unit === 'number')) return undefined;
  const value = percent === '%' ? Number(digits) / 100 : Number(digits);
  const isWhole = unit === 'share' || Number.isInteger(value);
  return isWhole && value >= least && value <= most ? value : undefined;
}

function rangeText(lever: Lever): string {
  return `${leverValueText(lever, lever.value.least)} to ${leverValueText(lever, lever.value.most)}`;
}

/** A system with one lever. */
export function withLever(system: System, { lever, value }: ChosenLever): System {
  const factor = leverFactor(lever, value);
  return {
    ...system,
    operations: Object.fromEntries(Object.entries(system.operations).map(([id, one]) => [id, operationWith(id, one, lever, factor)])),
    tiers: system.tiers.map((tier) => tierWith(tier, lever, value, factor)),
  };
}

function operationWith(id: string, operation: Operation, { changes }: Lever, factor: number): Operation {
  const { usual, demands } = operation;
  const isRarer = changes.some((change) => change.kind === 'usual' && change.operation === id);
  return {
    ...operation,
    usual: isRarer ? { ...usual, amount: scaleInterval(usual.amount, factor) } : usual,
    demands: demands.map((demand) => {
      const isSmaller = changes.some(
        (change) =>
          change.kind === 'demand' &&
          change.component === demand.component &&
          (change.operation ?? id) === id &&
          (change.resource ?? demand.resource) === demand.resource,
      );
      return isSmaller ? { ...demand, amount: scaleInterval(demand.amount, factor) } : demand;
    }),
  };
}

function tierWith(tier: Tier, lever: Lever, value: number, factor: number): Tier {
  const added = Object.entries(lever.adds).filter(([id]) => !Object.hasOwn(tier.components, id));
  const own = Object.entries(tier.components).map(([id, component]): [string, Component] => [
    id,
    using(
      id,
      changed(id, component, lever, value, factor),
      lever,
      added.map(([other]) => other),
    ),
  ]);
  return { ...tier, components: Object.fromEntries([...own, ...added, ...paidFor(lever)]) };
}

function changed(id: string, component: Component, { changes }: Lever, value: number, factor: number): Component {
  const isChanged = (kind: 'price' | 'pool') => changes.some((change) => change.kind === kind && change.component === id);
  if (component.kind === 'external' && isChanged('price')) {
    const [low, high] = component.unitPriceUsd;
    return { ...component, unitPriceUsd: [scaledPrice(low, factor), scaledPrice(high, factor)] };
  }
  if (component.kind !== 'service' || !isChanged('pool')) return component;
  return { ...component, databasePool: Math.max(component.databasePool ?? 0, value) };
}

/** Prices are shown with all of their digits: those of binary fractions are cut off. */
function scaledPrice(usd: number, factor: number): number {
  return Number((usd * factor).toPrecision(12));
}

function using(id: string, component: Component, { usedBy }: Lever, added: readonly string[]): Component {
  if (component.kind !== 'service' || !usedBy.includes(id) || added.length === 0) return component;
  return { ...component, uses: [...component.uses, ...added] };
}

/** The cost of a lever in addition to that of its components, as an external service, so that each estimate contains it. */
function paidFor({ id, name, cost }: Lever): [string, Component][] {
  if (cost === undefined || cost.monthlyUsd[1] === 0) return [];
  const { monthlyUsd, source, asOf } = cost;
  return [[`lever-${id}`, { kind: 'external', name, unit: 'month', driver: 'flat', unitPriceUsd: monthlyUsd, source, asOf }]];
}
