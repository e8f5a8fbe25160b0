import { expect, test } from 'vitest';
import { mayBePodOf } from '../../lib/scheduling/generated-pod-name';

/** Names that the controllers of Kubernetes give, and names that look like them. Source: k8s.io/apimachinery, `rand.String`. */
test.each([
  ['Deployment', 'api', 'api-7d9f8b6c5-x2x4z', true],
  ['Deployment', 'api', 'api-worker-7d9f8b6c5-x2x4z', false],
  ['Deployment', 'api', 'api-0', false],
  ['ReplicaSet', 'api', 'api-x2x4z', true],
  ['DaemonSet', 'agent', 'agent-x2x4z', true],
  // Generated parts have no vowels.
  ['DaemonSet', 'api', 'api-cache', false],
  ['StatefulSet', 'db', 'db-12', true],
  ['StatefulSet', 'db', 'db-read-0', false],
  ['Job', 'load', 'load-x2x4z', true],
  ['Job', 'load', 'load-3-x2x4z', true],
  ['CronJob', 'backup', 'backup-29406240-x2x4z', true],
  ['CronJob', 'backup', 'backup-x2x4z', false],
  ['Pod', 'debug', 'debug', true],
  ['Rollout', 'api', 'api-7d9f8b6c5-x2x4z', false],
])('%s %s and the pod %s: %s', (kind, name, pod, expected) => expect(mayBePodOf(pod, kind, name)).toBe(expected));
