/** Sentences of the explanations that `capacity` gives as data. */

import type {
  AmountUnit,
  AtFigure,
  Cause,
  DemandFigure,
  Explanation,
  FigureSubject,
  IdleLoad,
  PublishedAmount,
} from '../capacity/explanation';
import { percent } from '../core/number-format';
import { withUnit } from './amounts';
import { significant, significantRange } from './significant';
import { supplyBasisText } from './supply';

/** Name of a published figure. */
export function subjectText(subject: FigureSubject): string {
  switch (subject.kind) {
    case 'users':
      return 'concurrent users';
    case 'sessions':
      return subject.operation;
    case 'in-flight':
      return `${subject.operation} in flight`;
    case 'at-a-time-alone':
      return `concurrent ${subject.operation}, alone`;
    case 'rate':
      return `${subject.operation} per ${subject.every}`;
    case 'figure':
      return subject.name.includes(subject.unit) ? subject.name : `${subject.name}, ${subject.unit}`;
  }
}

/** An explanation in two parts: state of the model at the published figure, and cause of the difference. */
export function explanationText({ at, why }: Explanation): { at?: string | undefined; why: string } {
  return at === undefined ? { why: causeText(why) } : { at: atText(at), why: causeText(why) };
}

function atText(at: AtFigure): string {
  switch (at.kind) {
    case 'utilization-at': {
      const { figure, resource, utilization, threshold, alsoExceeded } = at;
      return `at ${amountText(figure)}, ${utilizationText(resource, percent(utilization), threshold)}${alsoText(alsoExceeded)}`;
    }
    case 'utilization': {
      const { low, mid, high } = at.utilization;
      return utilizationText(at.resource, [...new Set([low, mid, high].map(percent))].join(' – '), at.threshold);
    }
    case 'idle':
      return idleText(at.loads);
    case 'rule-terms': {
      const [base, perUser, modelledBase, modelledPerUser] = [at.base, at.perUser, at.modelledBase, at.modelledPerUser].map(significant);
      return `the rule gives ${base} plus ${perUser} per user, the model ${modelledBase} plus ${modelledPerUser} per user`;
    }
  }
}

function utilizationText(resource: string, utilization: string, threshold: number): string {
  return `${resource} would be at ${utilization} (threshold ${percent(threshold)})`;
}

function alsoText(exceeded: readonly string[]): string {
  if (exceeded.length === 0) return '';
  const [only] = exceeded;
  return exceeded.length === 1
    ? `; ${only} would exceed its threshold too`
    : `; ${exceeded.length} other resources would exceed their thresholds too`;
}

function causeText(cause: Cause): string {
  switch (cause.kind) {
    case 'unknown-limit':
      return 'the limit is unknown';
    case 'largest-demand':
      return `${limitsText(cause)}${largestText(cause)}`;
    case 'demand':
      return demandText(cause.demand);
    case 'no-demand':
      return `no operation uses ${cause.resource} of ${cause.components.join(', ')}`;
    case 'target-workload':
      return `the modelled value is from the workload of the tier, the usual value from ${cause.usualSource}`;
    case 'supply':
      return supplyBasisText(cause.basis);
    case 'idle':
      return idleText(cause.loads);
    case 'instances':
      return cause.components.map(({ component, min, max }) => `${component} ${min}–${max}`).join(', ');
    case 'in-flight':
      return `requests in flight are ${significant(cause.requestsPerSecond)}/s × ${significant(cause.seconds)} s; a larger figure can only count users between two requests`;
  }
}

type LargestDemand = Extract<Cause, { kind: 'largest-demand' }>;

function limitsText({ limits }: LargestDemand): string {
  if (limits === undefined) return '';
  const others = limits.others.map(({ resource, share }) => `${resource} in ${percent(share)}`);
  return `it is the first to reach its threshold in ${percent(limits.share)} of the samples${others.map((other) => `, ${other}`).join('')}; `;
}

function largestText({ largest }: LargestDemand): string {
  if (largest === undefined) return 'no operation uses it';
  const { shareOfLoad, demand } = largest;
  return `${shareOfLoad === 1 ? 'all' : percent(shareOfLoad)} of its load is ${demandText(demand)}`;
}

/** `chats, 30 – 55 – 100 MiB each (assumed: …)`. */
function demandText({ operation, perUnit, unit, evidence, sources }: DemandFigure): string {
  return `${operation}, ${withUnit(significantRange(perUnit), unit)} each (${evidence}: ${sources.join('; ')})`;
}

function idleText(loads: readonly IdleLoad[]): string {
  if (loads.length === 0) return 'the model has no base load there';
  return `base load: ${loads.map(({ amount, source }) => `${significant(amount)} (${source})`).join(', ')}`;
}

function amountText({ amount, unit }: PublishedAmount): string {
  return `${amount >= 10 ? amount.toLocaleString('en-US') : significant(amount)}${unitText(unit)}`;
}

function unitText(unit: AmountUnit): string {
  switch (unit.kind) {
    case 'users':
      return ' users';
    case 'sessions':
      return '';
    case 'in-flight':
      return ' in flight';
    case 'at-a-time':
      return ' concurrent';
    case 'rate':
      return unit.every === 'second' ? '/s' : `/${unit.every}`;
    case 'figure':
      return unit.unit === '' ? '' : ` ${unit.unit}`;
  }
}
