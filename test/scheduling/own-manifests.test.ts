import { describe, expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { type ClusterEstimate, estimateManifestObjects } from '../../lib/answers/estimate-manifest-files';
import { EKS_ADD_ON_PODS, NODE_PODS } from '../../lib/conventions/system-pods';
import { objectsOf } from '../../lib/kubernetes/manifests/manifests';
import type { ManifestObject } from '../../lib/manifests/manifest-object';
import { manifestObjects } from '../../lib/manifests/manifest-objects';
import { answerWarningText } from '../../lib/output/answer-warnings';
import { SYSTEMS } from '../../tiers';
import { inScope } from '../support/scope';

type Request = Readonly<Record<string, string>>;

function objects(request: Request): ManifestObject[] {
  return objectsOf(blueprintFor({ platform: 'kubernetes', ...request })).flatMap((file) => manifestObjects(file.objects, file.path));
}

function estimateOf(request: Request, isIncluded: (object: ManifestObject) => boolean = () => true): ClusterEstimate {
  return estimateManifestObjects(objects(request).filter(isIncluded), 'test', { region: 'us-east-1' });
}

const GPUS = ['t4', 'a10g', 'l4', 'a100'];

const TIERS = SYSTEMS.flatMap(({ id: system, tiers }) =>
  tiers.map((tier, rank) => ({ system, tier: tier.id, hasGpu: tier.gpu !== undefined, isLargest: rank === tiers.length - 1 })),
);

describe.each(inScope(TIERS, ({ system, isLargest }) => isLargest && (system === 'aiva' || system === 'ux-flow')))(
  'manifests of $system $tier',
  ({ system, tier, hasGpu }) => {
    const forms: readonly Request[] = [
      { dataStores: 'statefulset' },
      { dataStores: 'operator' },
      { architecture: 'arm64' },
      ...(hasGpu ? GPUS.map((gpu) => ({ gpu })) : []),
    ];
    test.each(forms)('have node pools whose limits fit the maximum number of pods, and unique line items: %j', (form) => {
      const { warnings, packed, estimate } = estimateOf({ system, tier, ...form });
      expect(packed.packings.high.nodes.length).toBeGreaterThan(0);
      expect(warnings.filter(({ kind }) => kind === 'pool-limit-exceeded')).toEqual([]);
      const volumes = estimate.lineItems.filter(({ kind }) => kind === 'volume-gb-months');
      const names = volumes.map(({ component, name }) => `${component}: ${name}`);
      expect(names.length).toBeGreaterThan(0);
      expect(names).toEqual([...new Set(names)]);
    });
  },
);

test('a part of a folder has an estimate that states which declared usage it excludes', () => {
  const request = { system: 'aiva', tier: 'very-large' };
  const withoutEntry = estimateOf(request, ({ kind }) => kind !== 'Gateway');
  expect(withoutEntry.warnings[0]).toMatchObject({
    kind: 'declared-usage-excluded',
    usage: expect.arrayContaining([expect.stringMatching(/^entry newConnectionsPerSecond/)]),
  });
  expect(withoutEntry.estimate.monthlyUsd.mid.toNumber()).toBeGreaterThan(0);
  expect(estimateOf(request).warnings.map(({ kind }) => kind)).not.toContain('declared-usage-excluded');
});

test('manifests of EKS have an estimate without the data stores of the CDK stack', () => {
  const { warnings } = estimateOf({ system: 'ux-flow', tier: 'startup', platform: 'eks' });
  expect(warnings.map(answerWarningText)[0]).toMatch(/The estimate excludes declared usage whose objects .*: documents ioRequests\.$/);
});

test('nodes of an EKS cluster of a CDK stack run all its DaemonSets, nodes of other clusters only the add-ons', () => {
  const daemonsOf = ({ packed }: ClusterEstimate) =>
    new Set(packed.packings.mid.nodes.flatMap(({ choice }) => choice.daemons.map(({ id }) => id.replace('kube-system/', ''))));
  expect(daemonsOf(estimateOf({ system: 'ux-flow', tier: 'startup', platform: 'eks' }))).toEqual(
    new Set(NODE_PODS.map(({ name }) => name)),
  );
  expect(daemonsOf(estimateOf({ system: 'ux-flow', tier: 'startup' }))).toEqual(new Set(EKS_ADD_ON_PODS.map(({ name }) => name)));
});
