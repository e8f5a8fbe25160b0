import { describe, expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { type ClusterEstimate, estimateManifestObjects } from '../../lib/answers/estimate-manifest-files';
import { EKS_ADD_ON_PODS, NODE_PODS } from '../../lib/conventions/system-pods';
import { objectsOf } from '../../lib/kubernetes/manifests/manifests';
import type { ManifestObject } from '../../lib/manifests/manifest-object';
import { manifestObjects } from '../../lib/manifests/manifest-objects';
import { SYSTEMS } from '../../tiers';

type Request = Readonly<Record<string, string>>;

function objects(request: Request): ManifestObject[] {
  return objectsOf(blueprintFor({ platform: 'kubernetes', ...request })).flatMap((file) => manifestObjects(file.objects, file.path));
}

function bill(request: Request, isIncluded: (object: ManifestObject) => boolean = () => true): ClusterEstimate {
  return estimateManifestObjects(objects(request).filter(isIncluded), 'test', { region: 'us-east-1' });
}

const GPUS = ['t4', 'a10g', 'l4', 'a100'];

describe.each(
  SYSTEMS.flatMap(({ id: system, tiers }) => tiers.map((tier) => ({ system, tier: tier.id, takesGpu: tier.gpu !== undefined }))),
)('manifests of $system $tier', ({ system, tier, takesGpu }) => {
  const forms: readonly Request[] = [
    { dataStores: 'statefulset' },
    { dataStores: 'operator' },
    { architecture: 'arm64' },
    ...(takesGpu ? GPUS.map((gpu) => ({ gpu })) : []),
  ];
  test.each(forms)('have pools that may grow to what their own pods need at the most, and lines that can be told apart: %j', (form) => {
    const { warnings, packed, estimate } = bill({ system, tier, ...form });
    expect(packed.packings.high.nodes.length).toBeGreaterThan(0);
    expect(warnings.filter((warning) => warning.includes('is limited to'))).toEqual([]);
    const volumes = estimate.lineItems.filter(({ kind }) => kind === 'volume-gb-months');
    const names = volumes.map(({ component, name }) => `${component}: ${name}`);
    expect(names.length).toBeGreaterThan(0);
    expect(names).toEqual([...new Set(names)]);
  });
});

test('a part of a folder has an estimate that states which declared usage it excludes', () => {
  const request = { system: 'aiva', tier: 'very-large' };
  const withoutEntry = bill(request, ({ kind }) => kind !== 'Gateway');
  expect(withoutEntry.warnings[0]).toMatch(/Declared usage is excluded because .*.*: entry newConnectionsPerSecond/);
  expect(withoutEntry.estimate.monthlyUsd.mid.toNumber()).toBeGreaterThan(0);
  expect(bill(request).warnings.join()).not.toContain('Declared usage is excluded');
});

test('so has what EKS runs in a cluster, whose data stores are in the stack', () => {
  const { warnings } = bill({ system: 'ux-flow', tier: 'startup', platform: 'eks' });
  expect(warnings[0]).toMatch(/Declared usage is excluded because .*.*: documents ioRequests/);
});

test('a cluster of EKS that these stacks make runs all their DaemonSets on each node, where another runs the add-ons', () => {
  const daemonsOf = ({ packed }: ClusterEstimate) =>
    new Set(packed.packings.mid.nodes.flatMap(({ choice }) => choice.daemons.map(({ id }) => id.replace('kube-system/', ''))));
  expect(daemonsOf(bill({ system: 'ux-flow', tier: 'startup', platform: 'eks' }))).toEqual(new Set(NODE_PODS.map(({ name }) => name)));
  expect(daemonsOf(bill({ system: 'ux-flow', tier: 'startup' }))).toEqual(new Set(EKS_ADD_ON_PODS.map(({ name }) => name)));
});
