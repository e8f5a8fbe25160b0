/** Characters of generated parts of names. Source: `alphanums` of k8s.io/apimachinery/pkg/util/rand. */
const PART = '[bcdfghjklmnpqrstvwxz2456789]';
/** The suffix of a generated name. Source: `randomLength` of k8s.io/apiserver/pkg/storage/names. */
const SUFFIX = `${PART}{5}`;
/** The hash of a pod template, which is a number of 32 bits as text. Source: `ComputeHash` of the controllers of Kubernetes. */
const HASH = `${PART}{1,10}`;

/** The part after the name of a controller in the names of its pods, by kind. */
const ENDINGS: ReadonlyMap<string, RegExp> = new Map([
  ['Deployment', new RegExp(`^-${HASH}-${SUFFIX}$`)],
  ['ReplicaSet', new RegExp(`^-${SUFFIX}$`)],
  ['ReplicationController', new RegExp(`^-${SUFFIX}$`)],
  ['DaemonSet', new RegExp(`^-${SUFFIX}$`)],
  ['StatefulSet', /^-\d+$/],
  ['Job', new RegExp(`^(?:-\\d+)?-${SUFFIX}$`)],
  ['CronJob', new RegExp(`^-\\d+(?:-\\d+)?-${SUFFIX}$`)],
  ['Pod', /^$/],
]);

/** Whether a pod may be one of a controller, by its name alone: `api-7d9f8b6c5-x2x4z` of the Deployment `api`. */
export function mayBePodOf(pod: string, kind: string, name: string): boolean {
  return name !== '' && pod.startsWith(name) && ENDINGS.get(kind)?.test(pod.slice(name.length)) === true;
}
