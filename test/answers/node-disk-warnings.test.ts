import { expect, test } from 'vitest';
import { billed, deployment } from '../scheduling/support';

const requesting = (storage: string, replicas = 1) =>
  deployment({ replicas, requests: `{ cpu: 500m, memory: 1Gi, ephemeral-storage: ${storage} }` });
const warningsOf = (yaml: string) => billed(yaml).warnings.filter(({ kind }) => kind === 'node-volumes-too-small');

/** Karpenter gives a node 20 GiB by default (karpenter-provider-aws, pkg/providers/amifamily, DefaultEBS). */
test('ephemeral storage that exceeds the volumes of a node is named', () => {
  expect(warningsOf(requesting('20Gi'))).toEqual([]);
  expect(warningsOf(requesting('200Gi'))).toEqual([expect.objectContaining({ requestedGib: 200, volumesGib: 20 })]);
  // Two pods of 15 GiB fit no volume of 20 GiB together.
  const [both] = warningsOf(requesting('15Gi', 2));
  expect(both).toMatchObject({ requestedGib: 30 });
});
