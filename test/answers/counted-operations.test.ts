import { describe, expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { synthesizeAndEstimate } from '../../lib/answers/synthesize-and-estimate';
import { loadSystem, systemOf } from '../../lib/answers/system-reference';
import { certain, type Interval } from '../../lib/core/interval';
import type { ExternalInput, OperationInput, QueueInput } from '../../lib/model/inputs';
import { averageLoad } from '../../lib/model/monthly-averages';
import type { Tier } from '../../lib/model/tier';
import type { SystemDefinition } from '../../lib/model/tier-extension';
import { usageBasisText } from '../../lib/output/usage-basis';
import { delivery } from '../support/delivery';

const SECONDS_PER_MONTH = 730 * 3_600;

const event: OperationInput = { name: 'order', kind: 'event', usual: { amount: 0.01 } };
const session: OperationInput = { name: 'support call', kind: 'session', usual: { amount: 0.1 } };

function mailer(driver: ExternalInput['driver']): ExternalInput {
  return { kind: 'external', name: 'Mailer', unit: 'mails', driver, unitPriceUsd: [0.001, 0.001], source: 'test', asOf: '2025-11-01' };
}

/** A system whose average load is half of the peak, with one tier of 200 users. */
function system(
  components: Record<string, ExternalInput | QueueInput | { readonly kind: 'bucket'; readonly storageGib: number }>,
  operations: Record<string, OperationInput>,
  amounts: Record<string, number> = {},
): SystemDefinition {
  return {
    id: 'shop',
    operations,
    traffic: { averageToPeak: { value: 0.5, reason: 'test' } },
    tiers: [{ id: 'small', components, workload: { concurrentUsers: 200, operations: amounts } }],
  };
}

function usageOf(definition: SystemDefinition, component: string, key: string) {
  return blueprintFor({ system: definition }).usage.find((one) => one.component === component && one.key === key);
}

describe('a queue', () => {
  test('has a message for each event of its operation, usual ones or given ones', () => {
    const definition = (given?: Record<string, number>) =>
      system({ jobs: { kind: 'queue', messages: 'orders' } }, { orders: event }, given);
    // Amazon SQS: send, receive and delete are one request each. Nothing polls.
    expect(usageOf(definition(), 'jobs', 'queueRequests')?.quantity.mid).toBeCloseTo(3 * 200 * 0.01 * 0.5 * SECONDS_PER_MONTH);
    expect(usageOf(definition({ orders: 7 }), 'jobs', 'queueRequests')?.quantity.mid).toBeCloseTo(3 * 7 * 0.5 * SECONDS_PER_MONTH);
  });

  test('counts events that other operations cause', () => {
    const checkouts: OperationInput = { ...event, name: 'checkout', includes: [{ operation: 'orders', times: 2 }] };
    const definition = system({ jobs: { kind: 'queue', messages: 'orders' } }, { orders: event, checkouts }, { orders: 1, checkouts: 3 });
    expect(usageOf(definition, 'jobs', 'queueRequests')?.quantity.mid).toBeCloseTo(3 * (1 + 2 * 3) * 0.5 * SECONDS_PER_MONTH);
  });

  test('without an operation has an unknown number of messages, which has no price', () => {
    const { lineItems } = synthesizeAndEstimate(blueprintFor({ system: system({ jobs: { kind: 'queue' } }, { orders: event }) }));
    expect(lineItems.filter(({ state }) => state === 'unpriced')).toMatchObject([{ component: 'jobs' }]);
  });

  test.each([
    ['ordres', { orders: event, calls: session }, 'invalid value "ordres"; expected orders'],
    ['calls', { orders: event, calls: session }, 'invalid value "calls"; expected orders'],
    ['orders', {}, 'invalid value "orders"; expected no value: the system has no operation of that kind'],
  ])('of %s is an error', (messages, operations, expected) => {
    const definition = system({ jobs: { kind: 'queue', messages } }, operations);
    expect(() => loadSystem(definition)).toThrow(`tiers.0.components.jobs.messages: ${expected}`);
  });
});

describe('an external service', () => {
  test('is paid for the events of an operation in a month, or for its open sessions', () => {
    const definition = system(
      { mails: mailer({ operation: 'orders' }), desk: mailer({ operation: 'calls' }) },
      { orders: event, calls: session },
    );
    const { mails, desk } = blueprintFor({ system: definition }).components;
    expect(mails?.kind === 'external' && mails.quantity.mid).toBeCloseTo(200 * 0.01 * 0.5 * SECONDS_PER_MONTH);
    expect(desk?.kind === 'external' && desk.quantity.mid).toBe(20);
  });

  test('of an unknown operation is an error', () => {
    const definition = system({ mails: mailer({ operation: 'mails' }) }, { orders: event });
    expect(() => loadSystem(definition)).toThrow('tiers.0.components.mails.driver.operation: invalid value "mails"; expected orders');
  });
});

describe('transfer', () => {
  const files = { kind: 'bucket', storageGib: 10 } as const;

  test('is counted for each upload and each call', () => {
    const photos: OperationInput = { ...event, name: 'photo', transfer: { uploadMib: { value: 4, reason: 'test' } } };
    const calls: OperationInput = { ...session, transfer: { callKilobitsPerSecond: { value: 100, reason: 'test' } } };
    const meetings: OperationInput = { ...session, transfer: { callKilobitsPerSecond: { value: 1_000, reason: 'test' } } };
    const definition = system({ files }, { photos, orders: event, calls, meetings }, { photos: 2, calls: 10, meetings: 4 });
    expect(usageOf(definition, 'files', 'putRequests')?.quantity.mid).toBeCloseTo(2 * 0.5 * SECONDS_PER_MONTH);
    const silent = system({ files }, { photos, orders: event, calls, meetings }, { photos: 2, calls: 0, meetings: 0 });
    const out = (one: SystemDefinition) => usageOf(one, 'network', 'internetOutGb')?.quantity.mid ?? 0;
    // To the user and to the model; kbit/s over a month in GiB.
    const gib = (2 * (10 * 100 + 4 * 1_000) * 0.5 * SECONDS_PER_MONTH * 1_000) / 8 / 2 ** 30;
    expect((out(definition) - out(silent)) / gib).toBeCloseTo(1, 4);
    expect(usageOf(definition, 'network', 'internetOutGb')?.basis).toMatchObject({
      callKinds: [
        { calls: 5, kilobitsPerSecond: 100 },
        { calls: 2, kilobitsPerSecond: 1_000 },
      ],
    });
  });

  test('of calls between users has nothing to a model', () => {
    const amount = (value: number) => ({ value, reason: 'test' });
    const calls = (transfer: object): OperationInput => ({ ...session, transfer: { callKilobitsPerSecond: amount(1_000), ...transfer } });
    const definition = system(
      { files },
      {
        photos: event,
        voices: calls({}),
        meetings: calls({ modelKilobitsPerSecond: amount(0) }),
        dictations: calls({ modelKilobitsPerSecond: amount(50) }),
      },
      { photos: 0, voices: 0, meetings: 4, dictations: 2 },
    );
    const silent = system({ files }, { photos: event, calls: calls({}) }, { photos: 0, calls: 0 });
    const quantityOf = (one: SystemDefinition, key: string) => usageOf(one, 'network', key)?.quantity.mid ?? 0;
    const gib = (kilobitsPerSecond: number) => (kilobitsPerSecond * 0.5 * SECONDS_PER_MONTH * 1_000) / 8 / 2 ** 30;
    const added = (key: string) => quantityOf(definition, key) - quantityOf(silent, key);
    // To the users of 6 calls, and to the model of 2; the NAT gateways process both directions of the latter.
    expect(added('internetOutGb') / gib(6 * 1_000 + 2 * 50)).toBeCloseTo(1, 4);
    expect(added('natProcessedGb') / gib(2 * 2 * 50)).toBeCloseTo(1, 4);
    const basis = usageOf(definition, 'network', 'internetOutGb')?.basis;
    expect(basis && usageBasisText(basis)).toContain(
      '0 calls of 1,000 kbit/s to caller and model and 2 calls of 1,000 kbit/s to the caller and 1 calls of 1,000 kbit/s to the caller and 50 kbit/s to the model',
    );
  });

  test('to a model is refused for an operation that is no call', () => {
    const definition = system({ files }, { calls: { ...session, transfer: { modelKilobitsPerSecond: { value: 4, reason: 'test' } } } });
    expect(() => loadSystem(definition)).toThrow(
      'operations.calls.transfer.modelKilobitsPerSecond: invalid value {…}; expected no value, or callKilobitsPerSecond: only calls are sent to a model',
    );
  });

  test.each([
    ['uploadMib', session, 'only events upload files'],
    ['callKilobitsPerSecond', event, 'only sessions are calls'],
  ])('of %s with the wrong kind of operation is an error', (key, operation, expected) => {
    const definition = system({ files }, { photos: { ...operation, transfer: { [key]: { value: 4, reason: 'test' } } } });
    expect(() => loadSystem(definition)).toThrow(new RegExp(`operations.photos.transfer.${key}: .*${expected}`));
  });
});

describe('an operation of a workload', () => {
  const users: OperationInput = { name: 'user', kind: 'session', usual: { amount: 1 }, counts: 'users' };
  const requests: OperationInput = { ...event, name: 'request', counts: 'http-requests' };
  const withWorkload = (amounts: Record<string, number>, operations: Record<string, OperationInput>) => () =>
    loadSystem(system({}, operations, amounts));

  test.each([
    [{ ordres: 5 }, { orders: event }, 'tiers.0.workload.operations.ordres: unknown key; expected orders. Did you mean "orders"?'],
    [{ users: 5 }, { users }, 'tiers.0.workload.operations.users: invalid value .*; expected no value: .* concurrentUsers'],
    [{ requests: 5 }, { requests }, 'tiers.0.workload.operations.requests: invalid value .*; expected no value: .* requestsPerSecond'],
    [{}, { requests, orders: { ...requests, name: 'order' } }, 'operations.orders.counts: .* the operation requests counts them'],
    [{}, { requests: { ...requests, kind: 'session' as const } }, 'operations.requests.counts: .* of kind event'],
    [{}, { users: { ...users, kind: 'event' as const } }, 'operations.users.counts: .* of kind session'],
  ])('%j is an error', (amounts, operations, expected) => {
    expect(withWorkload(amounts, operations)).toThrow(new RegExp(expected));
  });

  test('counts the usual HTTP requests and those of other operations, or the given requests alone', () => {
    const requestsOf = (requestsPerSecond?: number) => {
      const definition = system(
        { jobs: { kind: 'queue', messages: 'requests' } },
        { requests, orders: { ...event, includes: [{ operation: 'requests', times: 4 }] } },
      );
      const given = { extends: 'small', id: 'given', workload: { ...(requestsPerSecond !== undefined && { requestsPerSecond }) } };
      const blueprint = blueprintFor({ system: { ...definition, tiers: [...definition.tiers, given] }, tier: 'given' });
      return blueprint.usage.find(({ key }) => key === 'queueRequests')?.quantity.mid;
    };
    // 200 users with 0.01 requests/s each, and as many orders of 4 requests: as in the capacity.
    expect(requestsOf()).toBeCloseTo(3 * (2 + 4 * 2) * 0.5 * SECONDS_PER_MONTH);
    expect(requestsOf(2)).toBeCloseTo(3 * 2 * 0.5 * SECONDS_PER_MONTH);
  });
});

describe('a fixed amount', () => {
  const of = (component: string, key: string) => usageOf(delivery, component, key)?.quantity.mid;

  test('has the same requests, messages and files at all times, in addition to those of users', () => {
    // 1,000 users × 0.01/s, half of the peak on average, and 40 positions/s. The worker has no HTTP port.
    expect(of('entry', 'processedGbPerHour')).toBeCloseTo((45 * (5 + 1) * 3_600) / 1_048_576, 4);
    expect(usageOf(delivery, 'entry', 'processedGbPerHour')?.basis).toMatchObject({ requestsPerSecond: 45, busyShare: 0.9 });
    // 100 receipts an hour of 730 hours; one worker asks for messages three times a minute.
    expect(of('jobs', 'queueRequests')).toBeCloseTo(3 * 73_000 + 3 * 60 * 730);
    expect(of('files', 'putRequests')).toBe(73_000);
    const { sms } = blueprintFor({ system: delivery }).components;
    expect(sms?.kind === 'external' && sms.quantity.mid).toBeCloseTo(73_000);
  });

  test('keeps vCPUs busy at all times', () => {
    const { operations, traffic, tiers } = systemOf(delivery);
    const loadOf = (users: number, fixed: Record<string, Interval> = {}) =>
      averageLoad(
        { operations, traffic },
        { ...(tiers[0] as Tier).workload, concurrentUsers: certain(users), requestsPerSecond: certain(users * 0.01), operations: fixed },
      ).mid;
    const [positions, receipts] = [40, 100 / 3_600];
    // 1,000 users × 0.01/s, half of the peak on average, beside the fixed amounts.
    expect(loadOf(1_000)).toBeCloseTo((5 + positions + receipts) / (10 + positions + receipts), 6);
    expect(loadOf(0)).toBe(1);
    expect(loadOf(1_000, { positions: certain(0), receipts: certain(0) })).toBe(0.5);
    expect(loadOf(0, { positions: certain(0), receipts: certain(0) })).toBe(0);
  });

  test('of a tier is that of its workload', () => {
    const country = blueprintFor({ system: delivery, tier: 'country' }).usage.find(({ key }) => key === 'processedGbPerHour');
    expect(country?.basis).toMatchObject({ requestsPerSecond: 5_000 * 0.01 * 0.5 + 200 });
  });
});
