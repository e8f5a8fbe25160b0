/** Messages on WebSockets: the moves of a game, which are no HTTP requests. */
import { describe, expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { loadSystem } from '../../lib/answers/system-reference';
import { withRequestsOfEvents } from '../../lib/model/complete-workload';
import type { SystemDefinition } from '../../lib/model/tier-extension';
import { usageBasisText } from '../../lib/output/usage-basis';

const assumed = (value: number) => ({ value, reason: 'test' });

/** 10 moves per player and minute, 0.25 KiB each, sent to four players. */
const MOVES = {
  name: 'move',
  kind: 'event',
  usual: { amount: 10, every: 'minute' },
  transfer: { message: { receivedKib: assumed(0.25), sentKib: assumed(1) } },
  demands: [{ component: 'game', resource: 'processor', amount: 1, seconds: 0.001 }],
} as const;

const gameWith = (moves: object, balancer: 'application' | 'network' = 'application'): SystemDefinition => ({
  id: 'arena',
  traffic: {
    profile: 'web',
    averageToPeak: assumed(0.5),
    requestKib: assumed(1),
    responseKib: assumed(36),
    interZoneKibPerRequest: assumed(20),
  },
  operations: { moves: moves as typeof MOVES },
  tiers: [
    {
      id: 'small',
      workload: { concurrentUsers: 6_000 },
      components: {
        game: {
          kind: 'service',
          instances: { min: 1, max: 2 },
          vcpu: 1,
          memoryGib: 2,
          ports: [{ port: 8080, protocol: balancer === 'application' ? 'http' : 'tcp' }],
          uses: ['store'],
        },
        nodes: { kind: 'node-pool', runs: ['game'] },
        store: { kind: 'document-store', vcpu: 2, memoryGib: 16, storageGib: 20 },
        entry: { kind: 'load-balancer', type: balancer, target: 'game' },
      },
    },
  ],
});

const usageOf = (system: SystemDefinition, component: string) =>
  Object.fromEntries(
    blueprintFor({ system })
      .usage.filter((one) => one.component === component)
      .map(({ key, quantity, basis }) => [key, { mid: quantity.mid, text: usageBasisText(basis) }]),
  );

const GIB_OF_KIB = 1 / 1_048_576;
const SECONDS_PER_MONTH = 2_628_000;

describe('messages of an operation', () => {
  // 6,000 players send 0.02 requests/s and 1/6 moves/s each at the peak, half of it on average: 60 requests/s and 500 moves/s.
  test('have their data, and no HTTP requests', () => {
    const entry = usageOf(gameWith(MOVES), 'entry');
    expect(entry.newConnectionsPerSecond?.mid).toBeCloseTo(60 / 20);
    expect(entry.processedGbPerHour?.mid).toBeCloseTo((60 * 37 + 500 * 1.25) * 3_600 * GIB_OF_KIB, 4);
    expect(entry.processedGbPerHour?.text).toBe('60 requests/s × 37 KiB, and 500 messages/s × 1.25 KiB; average load 50% of the peak');
    const network = usageOf(gameWith(MOVES), 'network');
    expect(network.internetOutGb?.mid).toBeCloseTo((60 * 36 + 500 * 1) * SECONDS_PER_MONTH * GIB_OF_KIB, 0);
    expect(network.internetOutGb?.text).toContain(', and 500 messages/s × 1 KiB;');
    expect(network.interZoneGb?.mid).toBeCloseTo((60 * 20 + 500 * 1.25) * SECONDS_PER_MONTH * GIB_OF_KIB, 0);
    // One line of the access log for each request. Elastic Load Balancing writes one for a WebSocket when it is closed:
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html
    expect(usageOf(gameWith(MOVES), 'observability').storedGb?.mid).toBeCloseTo(
      60 * SECONDS_PER_MONTH * 0.07 * (90 / (365 / 12)) * GIB_OF_KIB,
      1,
    );
  });

  test('are handled by services and stores as requests are', () => {
    const { transfer, ...requests } = MOVES;
    // As HTTP requests, 500 moves/s are more than the 60 requests/s of the profile, and contain them.
    const ofRequests = usageOf(gameWith(requests), 'store').ioRequests?.mid ?? 0;
    expect((usageOf(gameWith(MOVES), 'store').ioRequests?.mid ?? 0) / ofRequests).toBeCloseTo((500 + 60) / 500, 4);
  });

  test('have their own size behind a network load balancer', () => {
    const entry = usageOf(gameWith(MOVES, 'network'), 'entry');
    expect(entry.newConnectionsPerSecond?.mid).toBe(0);
    expect(entry.processedGbPerHour?.mid).toBeCloseTo(500 * 1.25 * 3_600 * GIB_OF_KIB, 4);
  });

  test('alone are no requests of a target workload', () => {
    const target = { operations: { moves: { low: 50, mid: 50, high: 50 } } };
    expect(withRequestsOfEvents(loadSystem(gameWith(MOVES)), target)).toEqual(target);
  });

  test.each([
    [{ ...MOVES, kind: 'session', usual: { amount: 1 } }, 'no value: only events are messages'],
    [{ ...MOVES, counts: 'http-requests' }, 'no value: the operation counts HTTP requests, which are no messages'],
    [{ ...MOVES, transfer: { ...MOVES.transfer, uploadMib: assumed(1) } }, 'no value: an upload is an HTTP request'],
  ])('are refused where they have no meaning: %#', (moves, expected) => {
    expect(() => loadSystem(gameWith(moves))).toThrow(`operations.moves.transfer.message: invalid value {…}; expected ${expected}`);
  });
});
