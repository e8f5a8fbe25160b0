import { quantityOf } from '../../core/quantity';
import type { ManifestObject } from '../../manifests/manifest-object';
import { itemsAt, objectAt, stringAt } from '../../manifests/values';
import { apiSource } from '../api-source';
import { stringsIn, violationAt } from '../field-checks';
import { isLabelKey } from '../names';
import type { Rule } from '../rule';
import type { Violation } from '../violation';

/** ResourceQuota is invalid. */
export const invalidQuota: Rule = {
  id: 'invalid-quota',
  severity: 'error',
  description: 'ResourceQuota is invalid',
  fix: 'Use the names of resources that quotas have, and scopes that fit each other and the resources',
  citation: apiSource('core'),
  *check({ ofKind }) {
    for (const object of ofKind('ResourceQuota')) {
      yield* amounts(object);
      yield* scopes(object);
    }
  },
};

/** Names of resources without a domain. Source: `standardQuotaResources` of the API server. */
const RESOURCES: readonly string[] = [
  'cpu',
  'memory',
  'ephemeral-storage',
  'requests.cpu',
  'requests.memory',
  'requests.storage',
  'requests.ephemeral-storage',
  'limits.cpu',
  'limits.memory',
  'limits.ephemeral-storage',
  'pods',
  'resourcequotas',
  'services',
  'replicationcontrollers',
  'secrets',
  'persistentvolumeclaims',
  'configmaps',
  'services.nodeports',
  'services.loadbalancers',
];

/** Resources that are counts. Source: `integerResources` of the API server. */
const COUNTS: readonly string[] = RESOURCES.slice(RESOURCES.indexOf('pods'));

function* amounts(object: ManifestObject): Generator<Violation> {
  const hard = { value: objectAt(object.raw, 'spec', 'hard'), path: ['spec', 'hard'] };
  for (const [name, amount] of Object.entries(hard.value)) {
    const quantity = quantityOf(amount);
    const isKnown =
      RESOURCES.includes(name) || /^(?:requests\.|limits\.)?hugepages-/.test(name) || (name.includes('/') && isLabelKey(name));
    if (!isKnown) yield violationAt(object, hard, [name], 'a resource of quotas, or a name with a domain');
    else if (quantity !== undefined && quantity < 0) yield violationAt(object, hard, [name], 'at least 0');
    else if (quantity !== undefined && !Number.isInteger(quantity) && (COUNTS.includes(name) || name.startsWith('count/')))
      yield violationAt(object, hard, [name], 'a whole number');
  }
}

const SCOPES: readonly string[] = [
  'Terminating',
  'NotTerminating',
  'BestEffort',
  'NotBestEffort',
  'PriorityClass',
  'CrossNamespacePodAffinity',
  'VolumeAttributesClass',
];

function* scopes(object: ManifestObject): Generator<Violation> {
  const spec = { value: objectAt(object.raw, 'spec'), path: ['spec'] };
  const listed = stringsIn(spec.value, 'scopes');
  for (const [index, scope] of listed.entries())
    if (!SCOPES.includes(scope)) yield violationAt(object, spec, ['scopes', index], `one of ${SCOPES.join(', ')}`);
  const selected = itemsAt(object.raw, 'spec', 'scopeSelector', 'matchExpressions').flatMap(
    ({ value }) => stringAt(value, 'scopeName') ?? [],
  );
  for (const [scope, opposite] of [
    ['Terminating', 'NotTerminating'],
    ['BestEffort', 'NotBestEffort'],
  ] as const)
    if ([listed, selected].some((all) => all.includes(scope) && all.includes(opposite)))
      yield { object, path: ['spec', 'scopes'], received: `${scope} and ${opposite}`, expected: 'only one of them' };
  const others = Object.keys(objectAt(spec.value, 'hard')).filter((name) => name !== 'pods' && name !== 'count/pods');
  if (listed.includes('BestEffort') && others.length > 0)
    yield { object, path: ['spec', 'hard'], received: others.join(', '), expected: 'only pods with the scope BestEffort' };
}
