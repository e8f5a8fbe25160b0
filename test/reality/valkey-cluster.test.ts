import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { manifestsOf } from '../../lib/kubernetes/manifests/manifests';
import type { ManifestObject } from '../../lib/manifests/manifest-object';
import { parseManifests } from '../../lib/manifests/read-manifests';
import { aiva } from '../../tiers';
import { METRICS } from '../kubernetes/alerts/metrics';
import { edited } from '../support/edited-system';
import { judged, onLinux } from '../support/judges';
import { configMap } from '../support/manifests';
import { scrapedMetrics } from './exporter';
import { VALKEY_FOLDERS_OF_TEST, VALKEY_PASSWORD, ValkeyNodes } from './valkey-nodes';

/** AIVA's largest tier with three shards, the fewest that elect a leader, with a replica each. */
const SYSTEM = edited(aiva, 'very-large', 'cache', { shards: 3, memoryGib: 24 });

function cacheObjects(cacheEngine: 'redis' | 'valkey'): readonly ManifestObject[] {
  const request = { system: 'aiva', tier: 'very-large', platform: 'kubernetes', dataStores: 'statefulset', cacheEngine };
  const { files } = manifestsOf(blueprintFor(request, { systems: [SYSTEM] }));
  return files.flatMap(({ path, text }) => parseManifests(text, path));
}

const KEYS = 500;
const SET = Array.from({ length: KEYS }, (_, index) => `set key:${index} value:${index}`);
const GET = Array.from({ length: KEYS }, (_, index) => `get key:${index}`);
const VALUES = Array.from({ length: KEYS }, (_, index) => `value:${index}`);

describe.each([
  ['redis-server', 'redis'],
  ['valkey-server', 'valkey'],
] as const)('%s', (server, engine) =>
  onLinux('several loopback addresses', () =>
    judged(server, () => {
      let nodes: ValkeyNodes;
      const isReady = (node: number): boolean => nodes.run(node, 'ready.sh') === 0;
      const all = (holds: (node: number) => boolean): boolean => Array.from({ length: nodes.count }, (_, node) => node).every(holds);
      const knowsAll = (node: number): boolean => {
        const state = nodes.ask(node, 'cluster', 'info');
        return state.includes('cluster_known_nodes:6') && state.includes('cluster_slots_ok:16384');
      };
      /** Waits until every node knows all nodes and their slots: a node is ready before that. */
      const isWhole = (): boolean => all(isReady) && all(knowsAll);
      const leads = (node: number): boolean => nodes.ask(node, 'role').startsWith('master');
      /** Whether the replica of a leader has received all writes: replication is asynchronous. */
      const isFollowed = (leader: number): boolean => {
        const state = nodes.ask(leader, 'info', 'replication');
        return /^slave0:.*offset=(\d+)/m.exec(state)?.[1] === /^master_repl_offset:(\d+)/m.exec(state)?.[1];
      };

      beforeAll(async () => {
        const files = configMap(cacheObjects(engine), 'cache');
        const hosts = (files.peers ?? '')
          .trimEnd()
          .split('\n')
          .map((line) => line.split(' ')[0] ?? '');
        nodes = new ValkeyNodes({ files, hosts, port: 6379, folders: VALKEY_FOLDERS_OF_TEST });
        await nodes.start();
      });
      afterAll(() => nodes.dispose());

      test('six pods that start together form one cluster, each replica in the shard of its leader', async () => {
        await nodes.until('formed', () => isWhole() && [1, 3, 5].every((node) => nodes.ask(node, 'role').includes('connected')));
        expect([0, 1, 2, 3, 4, 5].map(leads)).toEqual([true, false, true, false, true, false]);
        for (const shard of [0, 2, 4]) expect(nodes.ask(shard, 'info', 'replication')).toContain(`ip=${nodes.address(shard + 1)}`);
        expect(nodes.client(0, SET)).toEqual(VALUES.map(() => 'OK'));
        await nodes.until('replicated', () => [0, 2, 4].every(isFollowed));
      });

      judged('prometheus-redis-exporter', () => {
        test('the exporter serves every metric of the alert rules', async () => {
          const scrape = (node: number) =>
            scrapedMetrics({
              program: 'prometheus-redis-exporter',
              objects: cacheObjects(engine).map(({ raw }) => raw),
              workload: ['StatefulSet', 'cache-shard-0'],
              server: nodes.server(node),
              secrets: { password: VALKEY_PASSWORD },
            });
          const exposed = new Set([...(await scrape(0)), ...(await scrape(1))]);
          // The length of a list is that of a queue.
          const names = (METRICS.redis_exporter?.names ?? []).filter((name) => name !== 'redis_key_size');
          expect(names.length).toBeGreaterThan(9);
          expect(names.filter((name) => !exposed.has(name))).toEqual([]);
        });
      });

      test('a replica takes over from a killed leader, with all keys', async () => {
        await nodes.kill(2);
        await nodes.until('failed over', () => leads(3) && nodes.ask(0, 'cluster', 'info').includes('cluster_slots_ok:16384'));
        expect(nodes.client(0, GET)).toEqual(VALUES);
      });

      test('a pod with a new volume becomes a replica of its shard, and the lost node is forgotten', async () => {
        await nodes.replace(2);
        await nodes.until('replaced', isWhole);
        expect(nodes.ask(3, 'info', 'replication')).toContain(`ip=${nodes.address(2)}`);
      });

      test('a replica takes over before a leader stops', () => {
        expect(leads(0)).toBe(true);
        expect(nodes.run(0, 'hand-over.sh')).toBe(0);
        expect([leads(0), leads(1)]).toEqual([false, true]);
      });

      test('after a restart of all pods with new addresses, the cluster is complete, with all keys', async () => {
        await nodes.restartElsewhere();
        await nodes.until('healed', isWhole);
        expect(nodes.client(0, GET)).toEqual(VALUES);
      });

      test('a backup contains a snapshot of each shard', () => {
        expect(nodes.backup(0)).toEqual(['shard-0.rdb', 'shard-1.rdb', 'shard-2.rdb']);
      });
    }),
  ),
);
