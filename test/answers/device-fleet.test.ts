/** A system that is neither a web site nor a chat: devices that send readings to a broker by TCP, and a portal. */
import { expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import type { SystemDefinition } from '../../lib/model/tier-extension';
import { usageBasisText } from '../../lib/output/usage-basis';

const SERVICE = { kind: 'service', instances: { min: 1, max: 1 }, vcpu: 0.5, memoryGib: 1 } as const;

/** Log data of one request, KiB. */
const LOG_KIB = 0.2;

const fleet: SystemDefinition = {
  id: 'fleet',
  traffic: {
    averageToPeak: { value: 0.5, reason: 'test' },
    requestKib: { value: 1, reason: 'test' },
    responseKib: { value: 5, reason: 'test' },
    requestsPerConnection: { value: 10, reason: 'test' },
    logKibPerRequest: { value: LOG_KIB, reason: 'test' },
  },
  operations: {
    readings: {
      name: 'reading',
      kind: 'event',
      usual: { amount: 1, every: 'minute' },
      demands: [{ component: 'broker', resource: 'processor', amount: 1, seconds: 0.0001 }],
    },
    dashboards: {
      name: 'dashboard',
      kind: 'event',
      counts: 'http-requests',
      usual: { amount: 0.001 },
      demands: [{ component: 'portal', resource: 'processor', amount: 1, seconds: 0.05 }],
    },
  },
  tiers: [
    {
      id: 'pilot',
      workload: { concurrentUsers: 6_000 },
      components: {
        broker: { ...SERVICE, ports: [{ port: 8883, protocol: 'tcp' }] },
        portal: { ...SERVICE, ports: [{ port: 8080, protocol: 'http' }] },
        nodes: { kind: 'node-pool', runs: ['broker', 'portal'] },
        mqtt: { kind: 'load-balancer', type: 'network', target: 'broker' },
        web: { kind: 'load-balancer', type: 'application', target: 'portal' },
      },
    },
  ],
};

const usage = blueprintFor({ system: fleet }).usage;
const of = (component: string) =>
  Object.fromEntries(usage.filter((one) => one.component === component).map(({ key, quantity }) => [key, quantity.mid]));

test('its network load balancer has the connections of devices and the traffic of their events, and no calls', () => {
  // 6,000 devices, one reading a minute and 0.001 dashboards/s each, half of the peak on average: (100 + 6) × 0.5 = 53 events/s.
  const mqtt = of('mqtt');
  expect(mqtt.newConnectionsPerSecond).toBeCloseTo(53 / 10);
  expect(mqtt.activeConnections).toBeCloseTo(3_000);
  expect(mqtt.processedGbPerHour).toBeCloseTo((53 * 6 * 3_600) / 1_048_576, 5);
  const words = usage.filter(({ component }) => component === 'mqtt').map(({ basis }) => usageBasisText(basis));
  expect(words.join('\n')).not.toMatch(/call|WebSocket/);
});

test('its application load balancer has the requests of the portal alone', () => {
  // 6,000 × 0.001 dashboards/s, half of the peak on average.
  expect(of('web').newConnectionsPerSecond).toBeCloseTo(3 / 10);
  expect(of('web').processedGbPerHour).toBeCloseTo((3 * 6 * 3_600) / 1_048_576, 5);
});

test('its transfer, flow logs and logs count the events of devices', () => {
  // 53 events/s × 2,628,000 s, each with a response of 5 KiB, and one connection for ten of them.
  const events = 53 * 2_628_000;
  expect(of('network').internetOutGb).toBeCloseTo((events * 5) / 1_048_576, 1);
  expect(of('network').logIngestGb).toBeCloseTo((events / 10) * (0.24 / 1_048_576), 5);
  // The access log has a line for each of the 3 requests/s of the portal, 0.07 KiB compressed, for 90 days.
  expect(of('observability').storedGb).toBeCloseTo((3 * 2_628_000 * 0.07 * (90 / (365 / 12))) / 1_048_576, 3);
});

// The portal of 3 requests/s does not write the log of the 50 readings/s that the broker receives, which writes a
// tenth of the log of a request for each event.
test('the service with HTTP logs the requests of the portal alone, and the broker a share of all events', () => {
  expect(of('portal').logIngestGb).toBeCloseTo((3 * 2_628_000 * LOG_KIB) / 1_048_576, 4);
  expect(of('broker').logIngestGb).toBeCloseTo((53 * 2_628_000 * LOG_KIB * 0.1) / 1_048_576, 4);
});

test('a document store behind a network load balancer has the storage operations of the events', () => {
  const [pilot] = fleet.tiers as SystemDefinition['tiers'] & readonly [SystemDefinition['tiers'][0]];
  const { web, portal, ...components } = pilot.components as Record<string, object>;
  const store = { kind: 'document-store', vcpu: 2, memoryGib: 16, storageGib: 100 };
  const nodes = { kind: 'node-pool', runs: ['broker'] };
  const { dashboards, ...operations } = fleet.operations ?? {};
  const devices = { ...fleet, operations, tiers: [{ ...pilot, components: { ...components, nodes, store } }] } as SystemDefinition;
  const found = blueprintFor({ system: devices }).usage.find(({ component, key }) => component === 'store' && key === 'ioRequests');
  // 6,000 devices with one reading a minute, half of the peak on average: 50 events/s, and half an operation for each.
  expect(found?.quantity.mid).toBeCloseTo(50 * 2_628_000 * 0.5, 0);
});
