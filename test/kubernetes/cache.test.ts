import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clusterPeers, peersFile } from '../../lib/kubernetes/cache/valkey-cluster';
import { valkeyConfig } from '../../lib/kubernetes/cache/valkey-config';
import { valkeySize } from '../../lib/kubernetes/cache/valkey-servers';
import { stringAt, stringsAt } from '../../lib/manifests/values';
import { configMap, objectOf, objectsFor } from '../support/manifests';
import { shellErrors } from '../support/shell';

/** Every tier with a cache that has replicas, in both forms. */
const LARGE = objectsFor({ system: 'aiva', tier: 'large', dataStores: 'statefulset' });

describe('the slots of a cluster', () => {
  test('are all assigned, each once and evenly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 0, max: 5 }), (shards, replicas) => {
        const peers = clusterPeers(shards, replicas, (shard, copy) => `cache-shard-${shard}-${copy}`);
        const ranges = peers.flatMap(({ slots }) => (slots === undefined ? [] : [slots]));
        expect(peers).toHaveLength(shards * (1 + replicas));
        expect(ranges[0]?.first).toBe(0);
        expect(ranges.at(-1)?.last).toBe(16_383);
        for (const [index, { first }] of ranges.entries()) if (index > 0) expect(first).toBe((ranges[index - 1]?.last ?? 0) + 1);
        const sizes = ranges.map(({ first, last }) => last - first + 1);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('are written as one line for each node', () => {
    expect(peersFile(clusterPeers(2, 1, (shard, copy) => `cache-${shard}-${copy}.nodes`))).toBe(
      'cache-0-0.nodes 0 0 8191\ncache-0-1.nodes 0\ncache-1-0.nodes 1 8192 16383\ncache-1-1.nodes 1\n',
    );
  });
});

describe('the memory of a server', () => {
  test('is the data, a third of it as headroom, and the memory of an empty server', () => {
    expect(valkeySize(8_192)).toEqual({ maxmemoryMib: 8_192, headroomMib: 2_795, memoryMib: 10_987, vcpu: 1, storageGib: 24 });
  });

  test('is more than the data and the buffers of replicas', () => {
    fc.assert(
      fc.property(fc.integer({ min: 32, max: 100_000 }), (dataMib) => {
        const { maxmemoryMib, headroomMib, memoryMib } = valkeySize(dataMib);
        const settings = valkeyConfig({
          port: 6_379,
          maxmemoryMib,
          headroomMib,
          maxmemoryPolicy: 'volatile-lru',
          appendfsync: 'everysec',
          cluster: true,
        });
        const buffer = Number(/^client-output-buffer-limit replica (\d+)mb/m.exec(settings)?.[1]);
        const backlog = Number(/^repl-backlog-size (\d+)mb/m.exec(settings)?.[1]);
        expect(maxmemoryMib + buffer + backlog).toBeLessThan(memoryMib);
      }),
    );
  });
});

describe('a cache of two shards', () => {
  test('has three, because one of two leaders is not a majority', () => {
    const sets = LARGE.filter(({ kind, name }) => kind === 'StatefulSet' && name.startsWith('cache'));
    expect(sets.map(({ name, raw }) => [name, (raw.spec as { replicas: number }).replicas])).toEqual([
      ['cache-shard-0', 2],
      ['cache-shard-1', 2],
      ['cache-shard-2', 2],
    ]);
    // 16 GiB of data.
    expect(configMap(LARGE, 'cache')['server.conf']).toContain(`maxmemory ${Math.ceil((16 * 1_024) / 3)}mb\n`);
  });

  test('has a Service for writes, one for reads, and a headless one that includes pods that are not ready', () => {
    for (const name of ['cache', 'cache-read']) {
      expect(stringsAt(objectOf(LARGE, 'Service', name).raw, 'spec', 'selector')).toEqual({
        'app.kubernetes.io/instance': 'aiva-dev',
        'app.kubernetes.io/name': 'cache',
      });
    }
    expect(objectOf(LARGE, 'Service', 'cache-nodes').raw.spec).toMatchObject({ clusterIP: 'None', publishNotReadyAddresses: true });
  });

  test('has no password in its ConfigMap', () => {
    const files = configMap(LARGE, 'cache');
    expect(files['server.conf']).not.toMatch(/requirepass|masterauth/);
    expect(files['entrypoint.sh']).toContain('/run/secrets/valkey/password');
    expect(stringAt(objectOf(LARGE, 'ExternalSecret', 'cache-credentials').raw, 'spec', 'target', 'name')).toBe('cache-credentials');
  });

  test.each(Object.entries(configMap(LARGE, 'cache')).filter(([name]) => name.endsWith('.sh')))(
    'has a valid shell script %s',
    (_name, text) => {
      expect(shellErrors(text)).toBe('');
    },
  );
});

test('pods restart when the configuration changes, and only then', () => {
  const checksum = (tier: string) => {
    const { raw } = objectOf(objectsFor({ system: 'aiva', tier, dataStores: 'statefulset' }), 'StatefulSet', 'cache-shard-0');
    return stringsAt(raw, 'spec', 'template', 'metadata', 'annotations')['sizing-blueprints/config-checksum'];
  };
  expect(checksum('large')).toBe(checksum('large'));
  expect(checksum('large')).not.toBe(checksum('medium'));
});

test('the cache is the same in both forms', () => {
  const cacheOf = (dataStores: string) =>
    objectsFor({ system: 'aiva', tier: 'very-large', dataStores })
      .filter(({ name }) => name.startsWith('cache'))
      .filter(({ kind }) => kind !== 'PrometheusRule')
      .map(({ raw }) => raw);
  expect(cacheOf('operator')).toEqual(cacheOf('statefulset'));
});
