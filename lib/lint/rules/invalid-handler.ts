import type { ManifestObject } from '../../manifests/manifest-object';
import { at, type Item, itemsOf, numberAt, objectAt } from '../../manifests/values';
import { apiSource } from '../api-source';
import { exactlyOneOf, isSet, violationAt } from '../field-checks';
import type { Rule } from '../rule';
import type { Violation } from '../violation';

export const invalidHandler: Rule = {
  id: 'invalid-handler',
  severity: 'error',
  description: 'Probe or lifecycle hook is invalid',
  fix: 'Give each probe and hook one handler, and init containers none without restartPolicy: Always',
  citation: apiSource('core'),
  *check({ workloads }) {
    for (const { object, pod, containers } of workloads) {
      const graceSeconds = numberAt(pod.value, 'terminationGracePeriodSeconds') ?? DEFAULT_GRACE_SECONDS;
      for (const container of containers) {
        const found = HANDLERS.filter(({ path }) => isSet(at(container.value, ...path)));
        for (const { path, fields, kind } of found) {
          const item = { value: objectAt(container.value, ...path), path: [...container.path, ...path] };
          if (container.isInit) {
            yield { object, path: item.path, received: 'set in an init container', expected: 'no value without restartPolicy: Always' };
          } else {
            yield* exactlyOneOf(object, item, fields);
            yield* handlerViolations(object, item, graceSeconds);
            yield* thresholds(object, item, kind);
          }
        }
      }
    }
  },
};

const DEFAULT_GRACE_SECONDS = 30;
const PROBE = ['exec', 'httpGet', 'tcpSocket', 'grpc'];
const HOOK = ['exec', 'httpGet', 'tcpSocket', 'sleep'];

const HANDLERS = [
  { path: ['livenessProbe'], fields: PROBE, kind: 'liveness' },
  { path: ['readinessProbe'], fields: PROBE, kind: 'readiness' },
  { path: ['startupProbe'], fields: PROBE, kind: 'startup' },
  { path: ['lifecycle', 'postStart'], fields: HOOK, kind: 'hook' },
  { path: ['lifecycle', 'preStop'], fields: HOOK, kind: 'hook' },
] as const;

/** A name of an HTTP header. Source: `IsHTTPHeaderName` of k8s.io/apimachinery. */
const HEADER = /^[-A-Za-z0-9]+$/;

/** Commands of another type are reported by the rules about structure. */
function hasNone(command: unknown): boolean {
  return !isSet(command) || (Array.isArray(command) && command.length === 0);
}

function* handlerViolations(object: ManifestObject, item: Item, graceSeconds: number): Generator<Violation> {
  if (isSet(item.value.exec) && hasNone(at(item.value, 'exec', 'command')))
    yield violationAt(object, item, ['exec', 'command'], 'a list with a command');
  for (const header of itemsOf(item, 'httpGet', 'httpHeaders')) {
    const { name } = header.value;
    if (typeof name === 'string' && !HEADER.test(name)) yield violationAt(object, header, ['name'], 'letters, digits and hyphens');
  }
  const sleepSeconds = numberAt(item.value, 'sleep', 'seconds');
  if (sleepSeconds !== undefined && (sleepSeconds < 0 || sleepSeconds > graceSeconds))
    yield violationAt(object, item, ['sleep', 'seconds'], `0 to terminationGracePeriodSeconds, which is ${graceSeconds}`);
}

function* thresholds(object: ManifestObject, item: Item, kind: string): Generator<Violation> {
  const times = numberAt(item.value, 'successThreshold');
  if ((kind === 'liveness' || kind === 'startup') && times !== undefined && times > 1)
    yield violationAt(object, item, ['successThreshold'], `1 in a ${kind} probe`);
  if (kind === 'readiness' && isSet(item.value.terminationGracePeriodSeconds))
    yield violationAt(object, item, ['terminationGracePeriodSeconds'], 'no value in a readiness probe');
}
