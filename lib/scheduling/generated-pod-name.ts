/** The suffix of a generated name. Source: `alphanums` of k8s.io/apimachinery/pkg/util/rand, `randomLength` of k8s.io/apiserver/pkg/storage/names. */
const SUFFIX = /^[bcdfghjklmnpqrstvwxz2456789]{5}$/;
/** The hash of a pod template, which is a number of 32 bits as text. Source: `ComputeHash` of the controllers of Kubernetes. */
const HASH = /^[bcdfghjklmnpqrstvwxz2456789]{1,10}$/;
/** The ordinal of a pod, its completion index, or the time of a job. */
const NUMBER = /^\d+$/;

/** The parts after the name of a controller in the names of its pods, by kind; several lists where the parts differ. */
const ENDINGS: ReadonlyMap<string, readonly (readonly RegExp[])[]> = new Map([
  ['Deployment', [[HASH, SUFFIX]]],
  ['ReplicaSet', [[SUFFIX]]],
  ['ReplicationController', [[SUFFIX]]],
  ['DaemonSet', [[SUFFIX]]],
  ['StatefulSet', [[NUMBER]]],
  ['Job', [[SUFFIX], [NUMBER, SUFFIX]]],
  [
    'CronJob',
    [
      [NUMBER, SUFFIX],
      [NUMBER, NUMBER, SUFFIX],
    ],
  ],
  ['Pod', [[]]],
]);

/** Whether a pod may be one of a controller, by its name alone: `api-7d9f8b6c5-x2x4z` of the Deployment `api`. */
export function mayBePodOf(pod: string, kind: string, name: string): boolean {
  if (name === '' || !pod.startsWith(name)) return false;
  const [rest, ...parts] = pod.slice(name.length).split('-');
  const fits = (ending: readonly RegExp[]) =>
    ending.length === parts.length && ending.every((part, index) => part.test(parts[index] ?? ''));
  return rest === '' && (ENDINGS.get(kind)?.some(fits) ?? false);
}
