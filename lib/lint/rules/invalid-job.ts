import type { ManifestObject, Path } from '../../manifests/manifest-object';
import { at, type Item, itemsOf, objectAt, stringAt } from '../../manifests/values';
import { apiSource } from '../api-source';
import { exactlyOneOf, isSet, lengthOf, violationAt } from '../field-checks';
import { indexedJobViolations } from '../indexed-jobs';
import { EXPECTED_LABEL_KEY, isLabelKey } from '../names';
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

/** The name of a Job is the value of a label of its pods; `managedBy` has the same limit. */
const MOST_NAME_CHARACTERS = 63;

/** Labels with the name of the Job, which its pods have. Source: `generateSelector` of the API server, as those below. */
const GIVEN_NAMES: readonly string[] = ['job-name', 'batch.kubernetes.io/job-name'];

/** Labels with the `uid` of the Job, which a Job that `kubectl get` prints selects. */
const GIVEN_UIDS: readonly string[] = ['controller-uid', 'batch.kubernetes.io/controller-uid'];

/** Source: `ValidateGeneratedSelector` of the API server. */
function* givenLabels(object: ManifestObject, spec: Item): Generator<Violation> {
  if (object.kind !== 'Job' || object.name === '' || spec.value.manualSelector === true) return;
  const labels = { value: objectAt(spec.value, 'template', 'metadata', 'labels'), path: [...spec.path, 'template', 'metadata', 'labels'] };
  for (const key of GIVEN_NAMES)
    if (isSet(labels.value[key]) && labels.value[key] !== object.name)
      yield violationAt(object, labels, [key], `no value, or the name of the Job, which is ${object.name}`);
  const uid = stringAt(object.raw, 'metadata', 'uid');
  for (const key of GIVEN_UIDS)
    if (isSet(labels.value[key]) && labels.value[key] !== uid)
      yield violationAt(object, labels, [key], 'no value, because the API server sets it to the uid of the Job');
}

function* jobViolations(object: ManifestObject, spec: Item): Generator<Violation> {
  const isIndexed = spec.value.completionMode === 'Indexed';
  const isNever = stringAt(spec.value, 'template', 'spec', 'restartPolicy') === 'Never';
  const selected = Object.keys(objectAt(spec.value, 'selector', 'matchLabels'));
  const uid = stringAt(object.raw, 'metadata', 'uid');
  const isGiven = (key: string) =>
    GIVEN_NAMES.includes(key) || (GIVEN_UIDS.includes(key) && uid !== undefined && at(spec.value, 'selector', 'matchLabels', key) === uid);
  if (spec.value.manualSelector !== true && !selected.every(isGiven))
    yield violationAt(object, spec, ['selector'], 'no value without manualSelector: true, because the API server sets it');
  if (spec.value.manualSelector === true && object.kind === 'CronJob')
    yield violationAt(object, spec, ['manualSelector'], 'false in a CronJob');
  else if (spec.value.manualSelector === true && !isSet(spec.value.selector))
    yield violationAt(object, spec, ['selector'], 'a selector, because manualSelector is true');
  yield* givenLabels(object, spec);
  const manager = stringAt(spec.value, 'managedBy');
  if (manager !== undefined && !/^[a-z0-9.-]+\/[^/]+/.test(manager))
    yield violationAt(object, spec, ['managedBy'], 'a domain and a path, such as example.com/controller');
  if (manager !== undefined && manager.length > MOST_NAME_CHARACTERS)
    yield violationAt(object, spec, ['managedBy'], `at most ${MOST_NAME_CHARACTERS} characters`);
  if (isIndexed) yield* indexedJobViolations(object, spec);
  for (const field of ['backoffLimitPerIndex', 'successPolicy'])
    if (isSet(spec.value[field]) && !isIndexed) yield violationAt(object, spec, [field], 'no value without completionMode: Indexed');
  if (isSet(spec.value.maxFailedIndexes) && !isSet(spec.value.backoffLimitPerIndex))
    yield violationAt(object, spec, ['maxFailedIndexes'], 'no value without backoffLimitPerIndex');
  if (isSet(spec.value.podFailurePolicy) && !isNever)
    yield violationAt(object, spec, ['template', 'spec', 'restartPolicy'], 'Never, because podFailurePolicy is set');
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

/** Sources: `maxPodFailurePolicyRules`, `maxPodFailurePolicyOnPodConditionsPatterns` and `maxPodFailurePolicyOnExitCodesValues` of the API server. */
const MOST_FAILURE_RULES = 20;
const MOST_EXIT_CODES = 255;

function* exitCodes(object: ManifestObject, rule: Item, names: readonly unknown[]): Generator<Violation> {
  const container = stringAt(rule.value, 'onExitCodes', 'containerName');
  if (container !== undefined && !names.includes(container))
    yield violationAt(object, rule, ['onExitCodes', 'containerName'], 'a container of the pod');
  const codes = at(rule.value, 'onExitCodes', 'values');
  if (Array.isArray(codes) && codes.some((code, index) => index > 0 && code <= codes[index - 1]))
    yield violationAt(object, rule, ['onExitCodes', 'values'], 'increasing exit codes, each once');
  else if (Array.isArray(codes) && codes.length > MOST_EXIT_CODES)
    yield violationAt(object, rule, ['onExitCodes', 'values'], `at most ${MOST_EXIT_CODES} exit codes`);
  if (lengthOf(rule.value, 'onPodConditions') > MOST_FAILURE_RULES)
    yield violationAt(object, rule, ['onPodConditions'], `at most ${MOST_FAILURE_RULES} conditions`);
  for (const condition of itemsOf(rule, 'onPodConditions')) {
    const type = stringAt(condition.value, 'type');
    if (type !== undefined && !isLabelKey(type)) yield violationAt(object, condition, ['type'], EXPECTED_LABEL_KEY);
  }
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
