import type { ManifestObject, Path } from '../../manifests/manifest-object';
import { at, type Item, itemsOf, numberAt, objectAt, stringAt } from '../../manifests/values';
import { apiSource } from '../api-source';
import { exactlyOneOf, isSet, lengthOf, violationAt } from '../field-checks';
import type { Rule } from '../rule';
import type { Violation } from '../violation';

export const invalidJob: Rule = {
  id: 'invalid-job',
  severity: 'error',
  description: 'Job or CronJob is invalid',
  fix: 'Set completions and Never for Indexed jobs with limits per index, and a known time zone',
  citation: apiSource('batch'),
  *check({ ofKind }) {
    for (const object of ofKind('Job', 'CronJob')) {
      if (object.group !== 'batch') continue;
      const path: Path = object.kind === 'Job' ? ['spec'] : ['spec', 'jobTemplate', 'spec'];
      yield* jobViolations(object, { value: objectAt(object.raw, ...path), path });
      if (object.kind === 'Job' && object.name.length > MOST_NAME_CHARACTERS)
        yield violationAt(object, { value: object.raw, path: [] }, ['metadata', 'name'], `at most ${MOST_NAME_CHARACTERS} characters`);
      const zone = stringAt(object.raw, 'spec', 'timeZone');
      if (object.kind === 'CronJob' && zone !== undefined && !isTimeZone(zone))
        yield violationAt(object, { value: object.raw, path: [] }, ['spec', 'timeZone'], 'a time zone such as Europe/Berlin');
    }
  },
};

/** Limits of Indexed jobs. Source: `maxParallelismForIndexedJob` and its siblings of the API server. */
const MOST_PARALLEL_INDEXES = 100_000;

/** The name of a Job is the value of a label of its pods. */
const MOST_NAME_CHARACTERS = 63;

/** Labels with the name of the Job, which its pods have. */
const GIVEN_NAMES: readonly string[] = ['job-name', 'batch.kubernetes.io/job-name'];

function* jobViolations(object: ManifestObject, spec: Item): Generator<Violation> {
  const isIndexed = spec.value.completionMode === 'Indexed';
  const isNever = stringAt(spec.value, 'template', 'spec', 'restartPolicy') === 'Never';
  const selected = Object.keys(objectAt(spec.value, 'selector', 'matchLabels'));
  if (spec.value.manualSelector !== true && selected.some((key) => !GIVEN_NAMES.includes(key)))
    yield violationAt(object, spec, ['selector'], 'no value without manualSelector: true, because the API server sets it');
  if (spec.value.manualSelector === true && object.kind === 'CronJob')
    yield violationAt(object, spec, ['manualSelector'], 'false in a CronJob');
  else if (spec.value.manualSelector === true && !isSet(spec.value.selector))
    yield violationAt(object, spec, ['selector'], 'a selector, because manualSelector is true');
  const manager = stringAt(spec.value, 'managedBy');
  if (manager !== undefined && !/^[a-z0-9.-]+\/[^/]+/.test(manager))
    yield violationAt(object, spec, ['managedBy'], 'a domain and a path, such as example.com/controller');
  if (isIndexed && !isSet(spec.value.completions))
    yield violationAt(object, spec, ['completions'], 'a number with completionMode: Indexed');
  if (isIndexed && (numberAt(spec.value, 'parallelism') ?? 0) > MOST_PARALLEL_INDEXES)
    yield violationAt(object, spec, ['parallelism'], `at most ${MOST_PARALLEL_INDEXES} with completionMode: Indexed`);
  for (const field of ['backoffLimitPerIndex', 'successPolicy'])
    if (isSet(spec.value[field]) && !isIndexed) yield violationAt(object, spec, [field], 'no value without completionMode: Indexed');
  if (isSet(spec.value.maxFailedIndexes) && !isSet(spec.value.backoffLimitPerIndex))
    yield violationAt(object, spec, ['maxFailedIndexes'], 'no value without backoffLimitPerIndex');
  if (isSet(spec.value.podFailurePolicy) && !isNever)
    yield violationAt(object, spec, ['template', 'spec', 'restartPolicy'], 'Never, because podFailurePolicy is set');
  const completions = numberAt(spec.value, 'completions');
  if (completions !== undefined && (numberAt(spec.value, 'maxFailedIndexes') ?? 0) > completions)
    yield violationAt(object, spec, ['maxFailedIndexes'], `at most the completions, which are ${completions}`);
  for (const rule of itemsOf(spec, 'successPolicy', 'rules')) yield* successRule(object, rule, completions);
  if (lengthOf(spec.value, 'podFailurePolicy', 'rules') > MOST_FAILURE_RULES)
    yield violationAt(object, spec, ['podFailurePolicy', 'rules'], `at most ${MOST_FAILURE_RULES} rules`);
  if (isSet(spec.value.podFailurePolicy) && spec.value.podReplacementPolicy === 'TerminatingOrFailed')
    yield violationAt(object, spec, ['podReplacementPolicy'], 'Failed, because podFailurePolicy is set');
  const names = ['containers', 'initContainers'].flatMap((field) =>
    itemsOf(spec, 'template', 'spec', field).map(({ value }) => value.name),
  );
  for (const rule of itemsOf(spec, 'podFailurePolicy', 'rules')) {
    yield* failureRule(object, rule, isSet(spec.value.backoffLimitPerIndex));
    yield* exitCodes(object, rule, names);
  }
}

/** Source: `maxPodFailurePolicyRules` of the API server. */
const MOST_FAILURE_RULES = 20;

function* successRule(object: ManifestObject, rule: Item, completions: number | undefined): Generator<Violation> {
  const [count, indexes] = [numberAt(rule.value, 'succeededCount'), stringAt(rule.value, 'succeededIndexes')];
  if (count === undefined && indexes === undefined)
    yield { object, path: rule.path, received: 'without any of them', expected: 'succeededIndexes or succeededCount' };
  if (count !== undefined && completions !== undefined && count > completions)
    yield violationAt(object, rule, ['succeededCount'], `at most the completions, which are ${completions}`);
  if (indexes !== undefined && !isIndexList(indexes))
    yield violationAt(object, rule, ['succeededIndexes'], 'increasing indexes and ranges, such as 1,3-5');
}

/** Source: `validateIndexesFormat` of the API server. */
function isIndexList(text: string): boolean {
  if (!/^(?:\d+(?:-\d+)?(?:,\d+(?:-\d+)?)*)?$/.test(text)) return false;
  const numbers = text.split(/[,-]/).map(Number);
  return text === '' || numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? -1));
}

function* exitCodes(object: ManifestObject, rule: Item, names: readonly unknown[]): Generator<Violation> {
  const container = stringAt(rule.value, 'onExitCodes', 'containerName');
  if (container !== undefined && !names.includes(container))
    yield violationAt(object, rule, ['onExitCodes', 'containerName'], 'a container of the pod');
  const codes = at(rule.value, 'onExitCodes', 'values');
  if (Array.isArray(codes) && codes.some((code, index) => index > 0 && code <= codes[index - 1]))
    yield violationAt(object, rule, ['onExitCodes', 'values'], 'increasing exit codes, each once');
}

function* failureRule(object: ManifestObject, rule: Item, isPerIndex: boolean): Generator<Violation> {
  const hasCodes = isSet(rule.value.onExitCodes);
  if (hasCodes || lengthOf(rule.value, 'onPodConditions') === 0) yield* exactlyOneOf(object, rule, ['onExitCodes', 'onPodConditions']);
  if (rule.value.action === 'FailIndex' && !isPerIndex)
    yield violationAt(object, rule, ['action'], 'another action without backoffLimitPerIndex');
  if (!hasCodes) return;
  const codes = at(rule.value, 'onExitCodes', 'values');
  if (!Array.isArray(codes) || codes.length === 0) yield violationAt(object, rule, ['onExitCodes', 'values'], 'at least one exit code');
  else if (stringAt(rule.value, 'onExitCodes', 'operator') === 'In' && codes.includes(0))
    yield violationAt(object, rule, ['onExitCodes', 'values', codes.indexOf(0)], 'another code than 0 with the operator In');
}

/** `Local` is the zone of the controller, which the API server rejects. */
function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone) || zone.toLowerCase() === 'local') return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
}
