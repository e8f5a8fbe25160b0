import { isPlainObject } from '../core/plain-object';
import { at, itemsAt, stringAt, stringsAt } from './values';

/** Labels by key. */
export type Labels = Readonly<Record<string, string>>;

/** A selector: `matchLabels` and `matchExpressions`, or only labels as in a Service. */
export interface Selector {
  /** Labels that must be equal. */
  readonly labels: Labels;
  /** Requirements that must all hold. */
  readonly expressions: readonly Expression[];
}

interface Expression {
  readonly key: string;
  readonly operator: string;
  readonly values: readonly string[];
}

/** Reads a `LabelSelector`; undefined when the value is not an object. An empty one selects everything. */
export function selectorOf(value: unknown): Selector | undefined {
  if (!isPlainObject(value)) return undefined;
  const expressions = itemsAt(value, 'matchExpressions').map(({ value: expression }) => {
    const values = at(expression, 'values');
    return {
      key: stringAt(expression, 'key') ?? '',
      operator: stringAt(expression, 'operator') ?? '',
      values: Array.isArray(values) ? values.map(String) : [],
    };
  });
  return { labels: stringsAt(value, 'matchLabels'), expressions };
}

/** A selector with labels only. */
export function labelSelector(labels: Labels): Selector {
  return { labels, expressions: [] };
}

/** Whether a selector has no requirements. */
export function isEmptySelector({ labels, expressions }: Selector): boolean {
  return Object.keys(labels).length === 0 && expressions.length === 0;
}

/** Whether a selector selects an object with these labels. */
export function matches({ labels, expressions }: Selector, candidate: Labels): boolean {
  return (
    Object.entries(labels).every(([key, value]) => labelOf(candidate, key) === value) && expressions.every((one) => holds(one, candidate))
  );
}

function holds({ key, operator, values }: Expression, candidate: Labels): boolean {
  const value = labelOf(candidate, key);
  if (operator === 'In') return value !== undefined && values.includes(value);
  if (operator === 'NotIn') return value === undefined || !values.includes(value);
  if (operator === 'DoesNotExist') return value === undefined;
  return operator !== 'Exists' || value !== undefined;
}

function labelOf(labels: Labels, key: string): string | undefined {
  return Object.hasOwn(labels, key) ? labels[key] : undefined;
}

/** A selector as in `kubectl get -l`: `app=web,tier in (a, b)`. */
export function selectorText({ labels, expressions }: Selector): string {
  const equal = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
  const others = expressions.map(({ key, operator, values }) =>
    [key, operator.toLowerCase(), ...(values.length > 0 ? [`(${values.join(', ')})`] : [])].join(' '),
  );
  return [...equal, ...others].join(',') || 'everything';
}
