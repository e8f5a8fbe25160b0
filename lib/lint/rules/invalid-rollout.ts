import type { ManifestObject } from '../../manifests/manifest-object';
import { at, type Item, numberAt, objectAt, stringAt } from '../../manifests/values';
import { apiSource } from '../api-source';
import { isSet, violationAt } from '../field-checks';
import type { Rule } from '../rule';
import type { Violation } from '../violation';

export const invalidRollout: Rule = {
  id: 'invalid-rollout',
  severity: 'error',
  description: 'Rollout of a workload is invalid',
  fix: 'Set rollingUpdate with RollingUpdate only, and let at least one pod be added or removed at a time',
  citation: apiSource('apps'),
  *check({ workloads }) {
    for (const { object, kind } of workloads) {
      const field = STRATEGIES.get(kind);
      if (field === undefined) continue;
      const strategy = { value: objectAt(object.raw, 'spec', field), path: ['spec', field] };
      const type = stringAt(strategy.value, 'type') || 'RollingUpdate';
      if (type !== 'RollingUpdate') {
        if (isSet(strategy.value.rollingUpdate) && (kind === 'Deployment' || kind === 'StatefulSet'))
          yield violationAt(object, strategy, ['rollingUpdate'], `no value with the type ${type}`);
        continue;
      }
      yield* amounts(object, { value: objectAt(strategy.value, 'rollingUpdate'), path: [...strategy.path, 'rollingUpdate'] }, kind);
      yield* deadline(object);
    }
    for (const { object, kind, pod } of workloads) {
      if (LONG.includes(kind) && isSet(pod.value.activeDeadlineSeconds))
        yield violationAt(object, pod, ['activeDeadlineSeconds'], `no value in a ${kind}`);
    }
  },
};

const STRATEGIES: ReadonlyMap<string, string> = new Map([
  ['Deployment', 'strategy'],
  ['StatefulSet', 'updateStrategy'],
  ['DaemonSet', 'updateStrategy'],
]);

const LONG: readonly string[] = ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'ReplicationController'];

/** Default of maxUnavailable and maxSurge. Source: documentation of Deployments and DaemonSets. */
const DEFAULTS: Readonly<Record<string, readonly [unavailable: number | string, surge: number | string]>> = {
  Deployment: ['25%', '25%'],
  DaemonSet: [1, 0],
  StatefulSet: [1, 0],
};

const PERCENT = /^\d+%$/;

function* amounts(object: ManifestObject, update: Item, kind: string): Generator<Violation> {
  for (const field of ['maxUnavailable', 'maxSurge']) {
    const amount = update.value[field];
    if (typeof amount === 'string' && !PERCENT.test(amount))
      yield violationAt(object, update, [field], 'a whole number, or a percentage such as "25%"');
    else if (typeof amount === 'number' && amount < 0) yield violationAt(object, update, [field], 'at least 0');
    else if (typeof amount === 'string' && isLimited(kind, field) && Number.parseInt(amount, 10) > 100)
      yield violationAt(object, update, [field], 'at most 100%');
  }
  const [unavailable, surge] = DEFAULTS[kind] ?? [1, 0];
  const [none, noSurge] = [isZero(update.value.maxUnavailable ?? unavailable), isZero(update.value.maxSurge ?? surge)];
  if (none && noSurge) yield violationAt(object, update, ['maxUnavailable'], 'more than 0, because maxSurge is 0');
  if (kind === 'DaemonSet' && !none && !noSurge) yield violationAt(object, update, ['maxSurge'], '0, because maxUnavailable is not 0');
  if ((numberAt(update.value, 'partition') ?? 0) < 0) yield violationAt(object, update, ['partition'], 'at least 0');
}

/** A Deployment may add any number of pods at a time. Source: `ValidateRollingUpdateDeployment` of the API server. */
function isLimited(kind: string, field: string): boolean {
  return field === 'maxUnavailable' || kind === 'DaemonSet';
}

function isZero(amount: unknown): boolean {
  return amount === 0 || amount === '0%';
}

function* deadline(object: ManifestObject): Generator<Violation> {
  const seconds = numberAt(object.raw, 'spec', 'progressDeadlineSeconds');
  const ready = numberAt(object.raw, 'spec', 'minReadySeconds') ?? 0;
  if (object.kind !== 'Deployment') return;
  if ((seconds ?? DEFAULT_DEADLINE_SECONDS) > ready) return;
  yield {
    object,
    path: ['spec', 'progressDeadlineSeconds'],
    ...(seconds !== undefined && { received: String(at(object.raw, 'spec', 'progressDeadlineSeconds')) }),
    expected: `more than minReadySeconds, which is ${ready}`,
  };
}

const DEFAULT_DEADLINE_SECONDS = 600;
