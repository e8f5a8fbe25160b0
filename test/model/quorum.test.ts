import { expect, test } from 'vitest';
import { electingMembers, electingShards } from '../../lib/model/quorum';

test.each([
  [0, 1],
  [1, 3],
  [2, 3],
  [3, 5],
  [4, 5],
])('a replica set with %d replicas has %d servers', (replicas, members) => {
  expect(electingMembers(replicas)).toBe(members);
});

test.each([
  [1, 0, 1],
  [1, 1, 3],
  [2, 1, 3],
  [3, 1, 3],
  [5, 2, 5],
])('a cluster of %d shards with %d replicas each has %d', (shards, replicasPerShard, least) => {
  expect(electingShards({ shards, replicasPerShard })).toBe(least);
});
