import { describe, expect, test } from 'vitest';
import { applyBetween } from '../../lib/apply/apply-between';
import type { ObjectChange } from '../../lib/apply/object-change';
import { parseManifests } from '../../lib/manifests/read-manifests';

function changesOf(before: readonly object[], after: readonly object[]): readonly ObjectChange[] {
  const [old, next] = [before, after].map((objects) =>
    parseManifests(objects.map((each) => JSON.stringify(each)).join('\n---\n'), 'x.yaml'),
  );
  return applyBetween(old ?? [], next ?? []);
}

function changeOf(before: object, after: object): ObjectChange | undefined {
  return changesOf([before], [after])[0];
}

const metadata = { name: 'shop', namespace: 'web' };
const object = (apiVersion: string, kind: string, rest: object) => ({ apiVersion, kind, metadata, ...rest });
const claims = (storage: string, fields: object = {}) => [
  { metadata: { name: 'data' }, spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage } }, ...fields } },
];
const statefulSet = (spec: object) => object('apps/v1', 'StatefulSet', { spec: { serviceName: 'shop', selector: {}, ...spec } });
const deployment = (spec: object) => object('apps/v1', 'Deployment', { spec: { selector: { matchLabels: { app: 'shop' } }, ...spec } });
const template = (image: string) => ({ template: { spec: { containers: [{ name: 'shop', image }] } } });

// Kubernetes 1.36, pkg/apis/apps/validation: "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template',
// 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden".
describe('a StatefulSet', () => {
  test('with larger volumes is rejected, and its claims can grow first', () => {
    const change = changeOf(
      statefulSet({ replicas: 2, volumeClaimTemplates: claims('10Gi') }),
      statefulSet({ replicas: 3, volumeClaimTemplates: claims('20Gi') }),
    );
    expect(change).toMatchObject({
      class: 'rejected',
      fields: ['spec.replicas', 'spec.volumeClaimTemplates'],
      immutable: ['spec.volumeClaimTemplates'],
      remedy: 'grow-claims',
      // Kubernetes documentation, "StatefulSets": the claim of a pod is <template>-<StatefulSet>-<ordinal>.
      sizes: [{ template: 'data', from: '10Gi', to: '20Gi', isLarger: true, claims: ['data-shop-0', 'data-shop-1'] }],
    });
  });

  test('with a start ordinal has claims with the names of its ordinals', () => {
    const spec = (size: string) => statefulSet({ replicas: 2, ordinals: { start: 5 }, volumeClaimTemplates: claims(size) });
    expect(changeOf(spec('1Gi'), spec('2Gi'))?.sizes[0]?.claims).toEqual(['data-shop-5', 'data-shop-6']);
  });

  test.each([
    ['smaller volumes', { volumeClaimTemplates: claims('10Gi') }, { volumeClaimTemplates: claims('5Gi') }],
    [
      'another storage class',
      { volumeClaimTemplates: claims('10Gi') },
      { volumeClaimTemplates: claims('20Gi', { storageClassName: 'gp3' }) },
    ],
    ['another Service', { serviceName: 'shop' }, { serviceName: 'other' }],
    ['another selector', { selector: { matchLabels: { app: 'a' } } }, { selector: { matchLabels: { app: 'b' } } }],
    ['parallel pods', {}, { podManagementPolicy: 'Parallel' }],
  ])('with %s is rejected, and has no remedy', (_name, before, after) => {
    const change = changeOf(statefulSet(before), statefulSet(after));
    expect(change?.class).toBe('rejected');
    expect(change?.remedy).toBeUndefined();
  });

  test('is the same with a default and without', () => {
    expect(changeOf(statefulSet({}), statefulSet({ podManagementPolicy: 'OrderedReady' }))?.class).toBe('unchanged');
    expect(
      changeOf(statefulSet({ volumeClaimTemplates: claims('1Gi') }), statefulSet({ volumeClaimTemplates: claims('1024Mi') }))?.sizes,
    ).toEqual([]);
  });

  test('of one pod restarts, and of several rolls', () => {
    const change = (spec: object) =>
      changeOf(statefulSet({ ...spec, ...template('a:1') }), statefulSet({ ...spec, ...template('a:2') }))?.class;
    expect(change({ replicas: 1 })).toBe('restart');
    expect(change({})).toBe('restart');
    expect(change({ replicas: 3 })).toBe('rolling-update');
    // With OnDelete, a pod changes only when it is deleted.
    expect(change({ replicas: 1, updateStrategy: { type: 'OnDelete' } })).toBe('in-place');
  });
});

// Kubernetes API reference, RollingUpdateDeployment: maxSurge 25% rounded up, maxUnavailable 25% rounded down.
describe('a Deployment', () => {
  const change = (spec: object, others: readonly object[] = []) =>
    changesOf([deployment({ ...spec, ...template('a:1') }), ...others], [deployment({ ...spec, ...template('a:2') }), ...others])[0]?.class;

  test.each([
    ['of one pod rolls, because a second one starts first', {}, 'rolling-update'],
    ['that is recreated restarts', { replicas: 5, strategy: { type: 'Recreate' } }, 'restart'],
    ['of one pod without room for a second restarts', { strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } } }, 'restart'],
    [
      'with neither surge nor unavailable pods rounds to one unavailable',
      { strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: '25%' } } },
      'restart',
    ],
    [
      'of four pods with 25% unavailable rolls',
      { replicas: 4, strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: '25%' } } },
      'rolling-update',
    ],
    ['with all pods unavailable restarts', { replicas: 4, strategy: { rollingUpdate: { maxUnavailable: '100%' } } }, 'restart'],
  ])('%s', (_name, spec, expected) => {
    expect(change(spec)).toBe(expected);
  });

  test('has the minimum of its autoscaler', () => {
    const scaler = object('autoscaling/v2', 'HorizontalPodAutoscaler', {
      spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'shop' }, minReplicas: 4, maxReplicas: 8 },
    });
    const spec = { strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } } };
    expect(change(spec)).toBe('restart');
    expect(change(spec, [scaler])).toBe('rolling-update');
  });

  test('with another selector is rejected', () => {
    expect(changeOf(deployment({}), deployment({ selector: { matchLabels: { app: 'other' } } }))).toMatchObject({
      class: 'rejected',
      immutable: ['spec.selector'],
    });
  });
});

describe('fields that no update changes', () => {
  const rejected = (before: object, after: object) => {
    const change = changeOf(before, after);
    return change?.class === 'rejected' ? [change.immutable.join(' '), change.remedy] : change?.class;
  };

  // The functions Validate…Update of pkg/apis in Kubernetes 1.36; each case is one of them.
  test.each([
    ['Job', 'batch/v1', { spec: template('a:1') }, { spec: template('a:2') }, ['spec.template', undefined]],
    ['Service', 'v1', { spec: {} }, { spec: { clusterIP: 'None' } }, ['spec.clusterIP', undefined]],
    [
      'Service',
      'v1',
      { spec: { type: 'LoadBalancer' } },
      { spec: { type: 'LoadBalancer', loadBalancerClass: 'service.k8s.aws/nlb' } },
      ['spec.loadBalancerClass', undefined],
    ],
    ['ConfigMap', 'v1', { immutable: true, data: { a: '1' } }, { immutable: true, data: { a: '2' } }, ['data.a', 'delete-first']],
    ['Secret', 'v1', { stringData: {} }, { type: 'kubernetes.io/tls', stringData: {} }, ['type', 'delete-first']],
    [
      'RoleBinding',
      'rbac.authorization.k8s.io/v1',
      { roleRef: { name: 'a' } },
      { roleRef: { name: 'b' } },
      ['roleRef.name', 'delete-first'],
    ],
    ['PriorityClass', 'scheduling.k8s.io/v1', { value: 1 }, { value: 2 }, ['value', 'delete-first']],
    ['StorageClass', 'storage.k8s.io/v1', { provisioner: 'a' }, { provisioner: 'b' }, ['provisioner', 'delete-first']],
    [
      'IngressClass',
      'networking.k8s.io/v1',
      { spec: { controller: 'a' } },
      { spec: { controller: 'b' } },
      ['spec.controller', 'delete-first'],
    ],
    ['RuntimeClass', 'node.k8s.io/v1', { handler: 'a' }, { handler: 'b' }, ['handler', 'delete-first']],
    [
      'PersistentVolumeClaim',
      'v1',
      { spec: { resources: { requests: { storage: '2Gi' } } } },
      { spec: { resources: { requests: { storage: '1Gi' } } } },
      ['spec.resources.requests.storage', undefined],
    ],
    [
      'PersistentVolumeClaim',
      'v1',
      { spec: { storageClassName: 'a' } },
      { spec: { storageClassName: 'b' } },
      ['spec.storageClassName', undefined],
    ],
  ])('%s: %o', (kind, apiVersion, before, after, expected) => {
    expect(rejected(object(apiVersion, kind, before), object(apiVersion, kind, after))).toEqual(expected);
  });

  test.each([
    ['Job', 'batch/v1', { spec: { parallelism: 1 } }, { spec: { parallelism: 2 } }],
    // The API server keeps the address of a Service that no longer states one.
    ['Service', 'v1', { spec: { clusterIP: 'None' } }, { spec: {} }],
    ['Service', 'v1', { spec: { type: 'ClusterIP' } }, { spec: { type: 'LoadBalancer', loadBalancerClass: 'service.k8s.aws/nlb' } }],
    ['ConfigMap', 'v1', { data: { a: '1' } }, { data: { a: '2' } }],
    ['PriorityClass', 'scheduling.k8s.io/v1', { description: 'a' }, { description: 'b' }],
    [
      'PersistentVolumeClaim',
      'v1',
      { spec: { resources: { requests: { storage: '1Gi' } } } },
      { spec: { resources: { requests: { storage: '2Gi' } } } },
    ],
  ])('are not those of %s: %o', (kind, apiVersion, before, after) => {
    expect(rejected(object(apiVersion, kind, before), object(apiVersion, kind, after))).toBe('in-place');
  });
});

test('the controller of a custom resource decides, a new object is created, and one that is gone remains', () => {
  const custom = (limit: string) => object('karpenter.sh/v1', 'NodePool', { spec: { limits: { cpu: limit } } });
  expect(
    changesOf([custom('4'), statefulSet({})], [custom('8'), deployment({})]).map((change) => `${change.kind} ${change.class}`),
  ).toEqual(['NodePool by-controller', 'Deployment created', 'StatefulSet remaining']);
});

test('fields that the cluster sets are no change', () => {
  const live = { ...statefulSet({}), status: { replicas: 1 }, metadata: { ...metadata, uid: '1', resourceVersion: '2', generation: 3 } };
  expect(changeOf(live, statefulSet({}))?.class).toBe('unchanged');
});
