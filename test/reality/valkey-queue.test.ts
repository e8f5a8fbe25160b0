import { afterAll, beforeAll, expect, test } from 'vitest';
import { judged, onLinux } from '../support/judges';
import { configMap, objectsFor } from '../support/manifests';
import { scrapedMetrics } from './exporter';
import { VALKEY_FOLDERS_OF_TEST, VALKEY_PASSWORD, ValkeyNodes } from './valkey-nodes';

const MESSAGES = 200;

/** Characters of a message: large, so that few messages fill the queue. */
const LARGE = 100_000;

const OBJECTS = objectsFor({ system: 'aiva', tier: 'large', dataStores: 'statefulset' });

// Debian's Redis replaces Valkey.
onLinux('several loopback addresses', () =>
  judged('redis-server', () => {
    let queue: ValkeyNodes;

    beforeAll(async () => {
      const files = configMap(OBJECTS, 'jobs');
      queue = new ValkeyNodes({ files, hosts: ['jobs-0.jobs-nodes'], port: 6379, folders: VALKEY_FOLDERS_OF_TEST });
      await queue.start();
      await queue.until('ready', () => queue.run(0, 'ready.sh') === 0);
    });
    afterAll(() => queue.dispose());

    test('no acknowledged message is lost when the server is killed and restarts with another address', async () => {
      const taken = queue.client(
        0,
        Array.from({ length: MESSAGES }, (_, index) => `lpush jobs message:${index}`),
      );
      expect(taken.at(-1)).toBe(String(MESSAGES));
      await queue.restartElsewhere();
      await queue.until('ready', () => queue.run(0, 'ready.sh') === 0);
      expect(queue.ask(0, 'llen', 'jobs').trim()).toBe(String(MESSAGES));
      expect(queue.ask(0, 'lindex', 'jobs', '-1').trim()).toBe('message:0');
    });

    judged('prometheus-redis-exporter', () => {
      test('the exporter serves the length of the queue', async () => {
        const workload = ['StatefulSet', 'jobs'] as const;
        const run = { program: 'prometheus-redis-exporter', objects: OBJECTS.map(({ raw }) => raw), workload, server: queue.server(0) };
        expect(await scrapedMetrics({ ...run, secrets: { password: VALKEY_PASSWORD } })).toContain('redis_key_size');
      });
    });

    test('a full queue refuses new messages, and loses none', () => {
      const answers = queue.client(0, [
        'config set maxmemory 8mb',
        ...Array.from({ length: 100 }, () => `lpush jobs ${'x'.repeat(LARGE)}`),
        'llen jobs',
      ]);
      expect(answers.some((answer) => answer.includes('OOM command not allowed'))).toBe(true);
      expect(Number(answers.at(-1))).toBeGreaterThanOrEqual(MESSAGES);
      expect(queue.ask(0, 'lindex', 'jobs', '-1').trim()).toBe('message:0');
    });
  }),
);
