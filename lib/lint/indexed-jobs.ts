import type { ManifestObject } from '../manifests/manifest-object';
import { type Item, itemsOf, numberAt, stringAt } from '../manifests/values';
import { isSet, lengthOf, violationAt } from './field-checks';
import { DNS_LABEL, hasFormat } from './names';
import type { Violation } from './violation';

/** Limits of Indexed jobs. Source: the constants of the API server, `maxParallelismForIndexedJob` to `maxSuccessPolicyRule`. */
const LIMITS = {
  parallelism: 100_000,
  failedIndexes: 100_000,
  /** Above it, a job with a limit per index must state how many indexes may fail. */
  softCompletions: 100_000,
  parallelismAboveSoft: 10_000,
  failedIndexesAboveSoft: 10_000,
  successRules: 20,
} as const;

/** Violations of the fields of a Job that has indexes. Source: `ValidateJob` and `validateJobSpec` of the API server. */
export function* indexedJobViolations(object: ManifestObject, spec: Item): Generator<Violation> {
  const completions = numberAt(spec.value, 'completions');
  if (completions === undefined) yield violationAt(object, spec, ['completions'], 'a number with completionMode: Indexed');
  yield* failedIndexes(object, spec, completions);
  for (const rule of itemsOf(spec, 'successPolicy', 'rules')) yield* successRule(object, rule, completions);
  if (lengthOf(spec.value, 'successPolicy', 'rules') > LIMITS.successRules)
    yield violationAt(object, spec, ['successPolicy', 'rules'], `at most ${LIMITS.successRules} rules`);
  // The name of the last pod is its host name.
  const hostname = `${object.name}-${(completions ?? 0) - 1}`;
  const metadata = { value: object.raw, path: [] };
  if (object.kind === 'Job' && object.name !== '' && (completions ?? 0) > 0 && !hasFormat(hostname, DNS_LABEL))
    yield violationAt(object, metadata, ['metadata', 'name'], `a name with which ${shortened(hostname)} is ${DNS_LABEL.expected}`);
}

function* failedIndexes(object: ManifestObject, spec: Item, completions = 0): Generator<Violation> {
  const [parallelism, failed] = [numberAt(spec.value, 'parallelism') ?? 0, numberAt(spec.value, 'maxFailedIndexes')];
  const isAboveSoft = completions > LIMITS.softCompletions && isSet(spec.value.backoffLimitPerIndex);
  const mostParallel = isAboveSoft ? LIMITS.parallelismAboveSoft : LIMITS.parallelism;
  const mostFailed = isAboveSoft ? LIMITS.failedIndexesAboveSoft : LIMITS.failedIndexes;
  if (parallelism > mostParallel)
    yield violationAt(object, spec, ['parallelism'], `at most ${mostParallel} with completionMode: Indexed and ${completions} completions`);
  if (failed === undefined && isAboveSoft)
    yield violationAt(object, spec, ['maxFailedIndexes'], `a number, because there are more than ${LIMITS.softCompletions} completions`);
  else if (failed !== undefined && isSet(spec.value.completions) && failed > completions)
    yield violationAt(object, spec, ['maxFailedIndexes'], `at most the completions, which are ${completions}`);
  else if (failed !== undefined && failed > mostFailed)
    yield violationAt(object, spec, ['maxFailedIndexes'], `at most ${mostFailed} with ${completions} completions`);
}

function* successRule(object: ManifestObject, rule: Item, completions = Number.POSITIVE_INFINITY): Generator<Violation> {
  const [count, indexes] = [numberAt(rule.value, 'succeededCount'), stringAt(rule.value, 'succeededIndexes')];
  if (count === undefined && indexes === undefined)
    yield { object, path: rule.path, received: 'without any of them', expected: 'succeededIndexes or succeededCount' };
  if (count !== undefined && count > completions)
    yield violationAt(object, rule, ['succeededCount'], `at most the completions, which are ${completions}`);
  if (indexes === undefined) return;
  const listed = indexesIn(indexes);
  if (listed === undefined) yield violationAt(object, rule, ['succeededIndexes'], 'increasing indexes and ranges, such as 1,3-5');
  else if (listed.last >= completions)
    yield violationAt(object, rule, ['succeededIndexes'], `indexes below ${completions}, the completions`);
  else if (count !== undefined && count <= completions && count > listed.count)
    yield violationAt(object, rule, ['succeededCount'], `at most the number of succeededIndexes, which is ${listed.count}`);
}

/** Number of listed indexes and the last one; undefined for other text. Source: `validateIndexesFormat` of the API server. */
function indexesIn(text: string): { readonly count: number; readonly last: number } | undefined {
  if (text === '') return { count: 0, last: -1 };
  if (!/^\d+(?:-\d+)?(?:,\d+(?:-\d+)?)*$/.test(text)) return undefined;
  let [count, last] = [0, -1];
  for (const interval of text.split(',')) {
    const [from = 0, to = from] = interval.split('-').map(Number);
    if (from <= last || to < from) return undefined;
    count += to - from + 1;
    last = to;
  }
  return { count, last };
}

/** The start and the end of a name that is too long for a message. */
function shortened(name: string): string {
  return name.length > 40 ? `${name.slice(0, 20)}…${name.slice(-15)}` : name;
}
