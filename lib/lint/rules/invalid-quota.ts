import { quantityOf } from '../../core/quantity';
import type { ManifestObject } from '../../manifests/manifest-object';
import { type Item, itemsAt, objectAt, stringAt } from '../../manifests/values';
import { apiSource } from '../api-source';
import { lengthOf, stringsIn, violationAt } from '../field-checks';
import { isLabelKey } from '../names';
import type { Rule } from '../rule';
import type { Violation } from '../violation';

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
  for (const scope of new Set([...listed, ...selected])) yield* unscoped(object, scope);
  for (const item of itemsAt(object.raw, 'spec', 'scopeSelector', 'matchExpressions')) yield* requirement(object, item);
}

/** Resources of pods that are amounts. Source: `podComputeQuotaResources` of the API server. */
const AMOUNTS_OF_PODS: readonly string[] = ['cpu', 'memory', 'requests.cpu', 'requests.memory', 'limits.cpu', 'limits.memory'];

/** Names with a domain, and with `count/`, may have any scope. Source: `IsResourceQuotaScopeValidForResource` of the API server. */
function* unscoped(object: ManifestObject, scope: string): Generator<Violation> {
  if (scope === 'VolumeAttributesClass') return;
  const valid = scope === 'BestEffort' ? ['pods'] : ['pods', ...AMOUNTS_OF_PODS];
  const others = Object.keys(objectAt(object.raw, 'spec', 'hard')).filter((name) => RESOURCES.includes(name) && !valid.includes(name));
  if (others.length > 0)
    yield { object, path: ['spec', 'hard'], received: others.join(', '), expected: `only ${valid.join(', ')} with the scope ${scope}` };
}

/** Scopes without a value, which a pod has or does not have. */
const WITHOUT_VALUE: readonly string[] = ['Terminating', 'NotTerminating', 'BestEffort', 'NotBestEffort', 'CrossNamespacePodAffinity'];

function* requirement(object: ManifestObject, item: Item): Generator<Violation> {
  const [operator, scope] = [stringAt(item.value, 'operator') ?? '', stringAt(item.value, 'scopeName') ?? ''];
  const count = lengthOf(item.value, 'values');
  if (WITHOUT_VALUE.includes(scope) && operator !== 'Exists')
    yield violationAt(object, item, ['operator'], `Exists with the scope ${scope}`);
  else if (['In', 'NotIn'].includes(operator) && count === 0)
    yield violationAt(object, item, ['values'], `at least one value with ${operator}`);
  else if (['Exists', 'DoesNotExist'].includes(operator) && count > 0)
    yield violationAt(object, item, ['values'], `no values with ${operator}`);
}
