import { isPlainObject, own, type PlainObject, section } from '../core/plain-object';
import { intrinsicOf, referencesIn } from './references';
import { decide, outcomeKey, parameterOf, resolve } from './resolve';
import type { Scope } from './scope';
import type { OpenValue, Template, TemplateResource } from './template-resource';
import type { UndecidedParameter, UndecidedValue } from './undecided-value';

/** The undecided values of conditions that the resources of a template depend on, each once. */
export function undecidedIn(template: PlainObject, resources: readonly TemplateResource[], scope: Scope): readonly UndecidedValue[] {
  if (![...scope.decided.values()].includes(undefined)) return [];
  const raw = section(template, 'Resources');
  const conditions = resources.flatMap(({ id, properties }) => [
    ...[own(section(raw, id), 'Condition')].flatMap((condition) => (condition === undefined ? [] : [String(condition)])),
    ...branchConditions(properties),
  ]);
  const comparisons = undecidedComparisons([...new Set(conditions)], scope);
  const values = new Map<string, UndecidedValue>();
  for (const { comparison, condition } of comparisons) {
    const value = comparedParameter(comparison, template, scope) ?? { kind: 'comparison', condition, outcomeKey: outcomeKey(comparison) };
    const key = value.kind === 'parameter' ? value.name : value.outcomeKey;
    const before = values.get(key);
    values.set(key, before?.kind === 'parameter' && value.kind === 'parameter' ? joined(before, value) : value);
  }
  return [...values.values()];
}

/** The condition that a resource depends on, or a branch of its properties, while values of its template are undecided. */
export function openCondition({ raw, undecided = [] }: Template, { id, properties }: TemplateResource): OpenValue | undefined {
  if (undecided.length === 0) return undefined;
  const condition = own(section(section(raw, 'Resources'), id), 'Condition');
  if (condition !== undefined) return { property: 'Condition', shown: JSON.stringify({ Condition: condition }) };
  const [branch] = branchConditions(properties);
  return branch === undefined ? undefined : { property: 'Fn::If', shown: JSON.stringify({ Condition: branch }) };
}

/** The parameters without a value that have few allowed values, and that properties of resources refer to. */
export function openParameters({ raw, resources }: Pick<Template, 'raw' | 'resources'>): readonly UndecidedParameter[] {
  const withFewValues = Object.entries(section(raw, 'Parameters')).flatMap(([name, parameter]) => {
    const allowed = isPlainObject(parameter) ? own(parameter, 'AllowedValues') : undefined;
    const isFew = Array.isArray(allowed) && allowed.length > 0 && allowed.length <= MAX_ALLOWED_VALUES;
    return isFew ? [{ kind: 'parameter' as const, name, values: allowed.map(String), mayBeOther: false }] : [];
  });
  if (withFewValues.length === 0) return [];
  const referred = new Set(resources.flatMap(({ properties }) => referencesIn(properties)));
  return withFewValues.filter(({ name }) => referred.has(name));
}

/** Conditions of the `Fn::If` that are left in resolved properties. */
function branchConditions(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(branchConditions);
  if (!isPlainObject(value)) return [];
  const [name, argument] = intrinsicOf(value) ?? [];
  const here: readonly string[] = name === 'Fn::If' && Array.isArray(argument) ? [String(argument[0])] : [];
  return [...here, ...Object.values(value).flatMap(branchConditions)];
}

interface Comparison {
  readonly comparison: unknown;
  /** The condition that contains it. */
  readonly condition: string;
}

/** The undecided `Fn::Equals` that conditions depend on. Uses no recursion from condition to condition, because chains may be long. */
function undecidedComparisons(names: readonly string[], scope: Scope): readonly Comparison[] {
  const found: Comparison[] = [];
  const waiting = [...names];
  const seen = new Set(names);
  for (let condition = waiting.pop(); condition !== undefined; condition = waiting.pop()) {
    if (decide({ Condition: condition }, scope) !== undefined) continue;
    const parts: unknown[] = [own(scope.conditions, condition)];
    for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
      const [name, argument] = intrinsicOf(part) ?? [];
      if (name === 'Condition' && !seen.has(String(argument))) {
        seen.add(String(argument));
        waiting.push(String(argument));
      } else if (name === 'Fn::Equals') {
        if (decide(part, scope) === undefined) found.push({ comparison: part, condition });
      } else if (name !== 'Condition' && Array.isArray(argument)) parts.push(...argument);
    }
  }
  return found;
}

/** The parameter that a comparison compares with a known value, or that it looks up in a map; undefined for other comparisons. */
function comparedParameter(comparison: unknown, template: PlainObject, scope: Scope): UndecidedValue | undefined {
  const [, argument] = intrinsicOf(comparison) ?? [];
  const sides = Array.isArray(argument) ? argument.map((side) => resolve(side, scope)) : [];
  for (const [side, compared] of [sides, [...sides].reverse()]) {
    if (typeof compared === 'object') continue;
    const name = parameterOf(side);
    if (name !== undefined && !scope.deployment.others.has(name)) return parameterValues(name, [String(compared)], true, template);
    const key = lookedUpBy(side);
    if (key !== undefined && !scope.deployment.others.has(key.parameter)) {
      return parameterValues(key.parameter, Object.keys(section(scope.mappings, key.map)), false, template);
    }
  }
  return undefined;
}

/** The map and the parameter of `Fn::FindInMap: [Map, { Ref: Parameter }, key]`. */
function lookedUpBy(value: unknown): { readonly map: string; readonly parameter: string } | undefined {
  const [name, argument] = intrinsicOf(value) ?? [];
  if (name !== 'Fn::FindInMap' || !Array.isArray(argument)) return undefined;
  const parameter = parameterOf(argument[1]);
  return parameter === undefined ? undefined : { map: String(argument[0]), parameter };
}

/** Of more allowed values than these, only those that a condition compares are told apart. */
const MAX_ALLOWED_VALUES = 64;

/** Allowed values of a parameter are all that it may have. */
function parameterValues(name: string, values: readonly string[], mayBeOther: boolean, template: PlainObject): UndecidedParameter {
  const allowed = own(section(section(template, 'Parameters'), name), 'AllowedValues');
  const isManyCompared = mayBeOther && Array.isArray(allowed) && allowed.length > MAX_ALLOWED_VALUES;
  if (Array.isArray(allowed) && !isManyCompared) return { kind: 'parameter', name, values: allowed.map(String), mayBeOther: false };
  return { kind: 'parameter', name, values, mayBeOther };
}

function joined(left: UndecidedParameter, right: UndecidedParameter): UndecidedParameter {
  return { ...left, values: [...new Set([...left.values, ...right.values])], mayBeOther: left.mayBeOther || right.mayBeOther };
}
