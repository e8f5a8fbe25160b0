import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openPriceBook } from '../../lib/catalog/price-book';
import type { Template, TemplateResource } from '../../lib/cloudformation/template-resource';
import { DECLARATION_KEY } from '../../lib/contract/key';
import type { UsageDeclaration } from '../../lib/contract/schema';
import type { UsageKey } from '../../lib/contract/usage';
import { noCharge } from '../../lib/core/free-reason';
import { certain, INTERVAL_POINTS, type Interval } from '../../lib/core/interval';
import { sumUsd, toCents } from '../../lib/core/money';
import { InputError } from '../../lib/core/problems';
import { lineReason } from '../../lib/output/line-reasons';
import type { ChargeKind } from '../../lib/pricing/charge-kinds';
import type { Estimate, LineItem } from '../../lib/pricing/estimate';
import { type EstimateSettings, estimateTemplates } from '../../lib/pricing/estimate-template';
import type { Charge, Pricer, SourcedQuantity } from '../../lib/pricing/pricer';
import { UnreadableProperty } from '../../lib/pricing/property-problem';
import { countingReads } from '../support/counted';

/** Stand-ins for real pricers, small enough to calculate an estimate manually. */
const PRICERS: readonly Pricer[] = [
  {
    types: ['Test::Instance'],
    charges: (resource, context) => {
      const type = resource.properties.InstanceType;
      if (typeof type !== 'string') throw new UnreadableProperty({ kind: 'missing', property: 'InstanceType' });
      const count = context.expectedCount(resource) ?? 1;
      return [{ kind: 'instance-hours', details: [type], sku: `ec2/${type}`, quantity: certain(730 * count), group: 'compute' }];
    },
  },
  {
    types: ['Test::Bucket'],
    charges: (resource, context) => [usageCharge('object-storage-gb-months', 's3/standard/storage', context.usage(resource, 'storedGb'))],
  },
  {
    types: ['Test::Balancer'],
    charges: (resource, context) => [
      { kind: 'load-balancer-hours', sku: 'elb/application/hours', quantity: certain(730), group: 'network and balancer' },
      usageCharge('load-balancer-capacity-units', 'elb/application/lcu', context.usage(resource, 'activeConnections')),
    ],
  },
  {
    types: ['Test::Attachment'],
    charges: (resource, context) => attachmentCharges(context.follow(resource.properties.To), context.ofType('Test::Instance')),
  },
  { types: ['Test::Idle'], charges: () => [], freeReason: ({ id }) => (id === 'Idle' ? noCharge('placement') : undefined) },
  {
    types: ['Test::Wild'],
    charges: (resource) => [
      { kind: 'nat-gateway-hours', sku: 'nat/hours', quantity: certain(Number(resource.properties.Count)), group: 'compute' },
    ],
  },
];

function usageCharge(kind: ChargeKind, sku: string, { quantity, assumption, isDeclared }: SourcedQuantity): Charge {
  return { kind, sku, quantity, assumption, excludesUsage: !isDeclared, group: 'storage and backup' };
}

function attachmentCharges(target: TemplateResource | undefined, instances: readonly TemplateResource[]): Charge[] {
  if (target === undefined) throw new UnreadableProperty({ kind: 'missing', property: 'To' });
  return [
    {
      kind: 'transit-gateway-attachment-hours',
      details: [target.id, `one of ${instances.length}`],
      sku: 'transit-gateway/hours',
      quantity: certain(730),
      group: 'compute',
    },
  ];
}

const SETTINGS: EstimateSettings = {
  book: openPriceBook('us-east-1'),
  pricers: PRICERS,
  freeResources: { 'Test::Role': noCharge('identities'), 'Other::Role': noCharge('permissions') },
  vcpuOf: () => undefined,
};

function resource(id: string, type: string, properties: Record<string, unknown> = {}, component = id.toLowerCase()): TemplateResource {
  return { id, type, properties, metadata: {}, component };
}

function template(resources: readonly TemplateResource[], declaration?: Record<string, unknown>): Template {
  const metadata = declaration === undefined ? {} : { [DECLARATION_KEY]: { version: 1, ...declaration } };
  return { name: 'Test', resources, metadata, raw: {} };
}

function use(component: string, key: UsageKey, quantity: number | Interval, text = `assumed ${key}`): UsageDeclaration {
  return { component, key, quantity: typeof quantity === 'number' ? certain(quantity) : quantity, basis: { kind: 'stated', text } };
}

function estimate(
  resources: readonly TemplateResource[],
  declaration?: Record<string, unknown>,
  settings: Partial<EstimateSettings> = {},
): Estimate {
  return estimateTemplates([template(resources, declaration)], { ...SETTINGS, ...settings });
}

function linesOf(result: Estimate, id: string | null): LineItem[] {
  return result.lineItems.filter((line) => line.resource === id);
}

const instance = (id: string, type = 't3.medium') => resource(id, 'Test::Instance', { InstanceType: type });

describe('the estimate of a template', () => {
  it('is quantity times price, rounded once a line', () => {
    const result = estimate([instance('A'), resource('B', 'Test::Balancer')], {
      usage: [use('b', 'activeConnections', { low: 100, mid: 200, high: 400 })],
    });
    // 730 × 0.0416 = 30.368; 730 × 0.0225 = 16.425; 100, 200, 400 × 0.008
    expect(linesOf(result, 'A').map((line) => toCents(line.monthlyUsd.mid))).toEqual(['30.37']);
    expect(linesOf(result, 'B').map((line) => toCents(line.monthlyUsd.mid))).toEqual(['16.43', '1.60']);
    expect([result.monthlyUsd.low, result.monthlyUsd.mid, result.monthlyUsd.high].map(toCents)).toEqual(['47.60', '48.40', '50.00']);
  });

  it('states the source of each line', () => {
    const [line] = linesOf(estimate([instance('A')]), 'A');
    expect(line).toMatchObject({
      component: 'a',
      type: 'Test::Instance',
      state: 'priced',
      basis: 'list',
      name: 'Instance hours (t3.medium)',
      unit: 'hours',
      sku: 'ec2/t3.medium',
      source: { asOf: '2026-07-20' },
      reason: null,
      group: 'compute',
    });
  });

  it('labels derived prices with their rule, and their share of the total', () => {
    const result = estimate([instance('A', 'c9g.medium'), instance('B', 'm5.large')], undefined, { book: openPriceBook('eu-central-1') });
    const [derived] = linesOf(result, 'A');
    expect(derived).toMatchObject({ state: 'priced', basis: 'derived' });
    expect(derived?.derivation).toMatchObject({
      kind: 'ratio',
      usd: ['0.04347'],
      reference: 'us-east-1',
      usdHere: '0.0388',
      usdThere: '0.034',
    });
    expect(derived && lineReason(derived)).toMatch(/^0\.04347 in us-east-1 × 0\.0388 ÷ 0\.034/);
    // 730 × 0.0496069 = 36.21 of 36.21 + 730 × 0.115 = 83.95
    expect(result.derivedShare).toBeCloseTo(36.21 / (36.21 + 83.95), 5);
  });

  it('is as old as the oldest price on it', () => {
    // 2026-07-20 for the instance, 2024-09-25 for the transfer lines, 2024-07-01 for the bucket.
    expect(estimate([instance('A')]).priceDate).toBe('2024-09-25');
    expect(estimate([instance('A'), resource('B', 'Test::Bucket')]).priceDate).toBe('2024-07-01');
  });

  it('contains no floating-point errors', () => {
    const result = estimate([resource('A', 'Test::Bucket')], { usage: [use('a', 'storedGb', 0.1 + 0.2)] });
    expect(linesOf(result, 'A')[0]?.quantity.mid.toFixed()).toBe('0.3');
  });

  it('is the sum of its lines to the cent, regardless of the quantities', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e5, noNaN: true }), { maxLength: 20 }), (amounts) => {
        const resources = amounts.map((_, index) => resource(`B${index}`, 'Test::Bucket'));
        const result = estimate(resources, { usage: amounts.map((amount, index) => use(`b${index}`, 'storedGb', amount)) });
        for (const point of INTERVAL_POINTS) {
          expect(result.monthlyUsd[point].toFixed()).toBe(sumUsd(result.lineItems.map((line) => line.monthlyUsd[point])).toFixed());
          expect(result.monthlyUsd[point].decimalPlaces()).toBeLessThanOrEqual(2);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('is the same twice', () => {
    const make = () => estimate([instance('A'), resource('B', 'Test::Bucket'), resource('C', 'Test::Odd')]);
    expect(JSON.stringify(make())).toBe(JSON.stringify(make()));
  });
});

describe('every resource is in one state', () => {
  const result = estimate([
    instance('Priced'),
    resource('Usage', 'Test::Bucket'),
    resource('Both', 'Test::Balancer'),
    resource('Free', 'Test::Role'),
    resource('Idle', 'Test::Idle'),
    resource('Silent', 'Test::Idle'),
    resource('Unknown', 'Other::Rolle'),
    instance('NoPrice', 'm99.large'),
    resource('Unreadable', 'Test::Instance', { InstanceType: { Ref: 'Type' } }),
    resource('Negative', 'Test::Wild', { Count: -5 }),
    resource('NotANumber', 'Test::Wild', { Count: 'five' }),
  ]);

  it('and counted in it once, a resource with priced and usage lines as priced', () => {
    expect(result.resources).toEqual({ total: 11, priced: 2, usage: 1, free: 2, unpriced: 6 });
  });

  it.each([
    ['Free', 'free', 'identities and permissions have no charge', 'no-charge'],
    ['Idle', 'free', 'placement has no charge', 'no-charge'],
    ['Silent', 'unpriced', 'it has no charge and no reason to be free', 'no-charges'],
    ['Unknown', 'unpriced', 'no pricer knows the type Other::Rolle; the nearest known type is Other::Role', 'unknown-type'],
    ['NoPrice', 'unpriced', 'no price of ec2/m99.large in us-east-1', 'no-list-price'],
    ['Unreadable', 'unpriced', 'InstanceType is missing, and it decides the price', 'unreadable-property'],
    ['Negative', 'unpriced', 'the quantity -5, -5, -5 hours (low, mid, high) is impossible', 'invalid-quantity'],
    ['NotANumber', 'unpriced', 'the quantity NaN, NaN, NaN hours (low, mid, high) is impossible', 'invalid-quantity'],
  ])('%s is %s: %s', (id, state, sentence, kind) => {
    expect(linesOf(result, id)).toMatchObject([{ state, reason: { kind }, basis: null, sku: null, source: null }]);
    expect(linesOf(result, id).map(lineReason)).toEqual([sentence]);
    expect(linesOf(result, id)[0]?.monthlyUsd.high.toFixed()).toBe('0');
  });

  it('also when two templates use the same logical id', () => {
    const twice = estimateTemplates([template([instance('A')]), template([instance('A')])], SETTINGS);
    expect(twice.resources).toMatchObject({ total: 2, priced: 2 });
  });

  it('prices a type that looks like a property of every object', () => {
    expect(linesOf(estimate([resource('A', 'constructor')]), 'A')).toMatchObject([{ state: 'unpriced' }]);
  });
});

describe('declared usage', () => {
  it('is counted once, on the first resource of the component', () => {
    const buckets = [resource('First', 'Test::Bucket', {}, 'files'), resource('Second', 'Test::Bucket', {}, 'files')];
    const result = estimate(buckets, { usage: [use('files', 'storedGb', 1_000, '1,000 files of 1 GB')] });
    expect(linesOf(result, 'First')).toMatchObject([
      { state: 'usage', reason: { kind: 'declared-usage', basis: { kind: 'stated', text: '1,000 files of 1 GB' } } },
    ]);
    expect(toCents(linesOf(result, 'First')[0]?.monthlyUsd.mid ?? sumUsd([]))).toBe('23.00');
    expect(linesOf(result, 'Second')).toMatchObject([{ state: 'usage', reason: { kind: 'counted-on-resource', resource: 'First' } }]);
    expect(toCents(linesOf(result, 'Second')[0]?.monthlyUsd.mid ?? sumUsd([1].map(() => result.monthlyUsd.mid)))).toBe('0.00');
  });

  it('belongs to its own template: two systems may both have files', () => {
    const one = (amount: number) => template([resource('B', 'Test::Bucket', {}, 'files')], { usage: [use('files', 'storedGb', amount)] });
    const result = estimateTemplates([one(100), one(200)], SETTINGS);
    expect(linesOf(result, 'B').map((line) => line.quantity.mid.toNumber())).toEqual([100, 200]);
  });

  it('is zero when none is declared, with the reason and the unit price', () => {
    const [line] = linesOf(estimate([resource('A', 'Test::Bucket')]), 'A');
    expect(line).toMatchObject({ state: 'usage', reason: { kind: 'no-usage-declared', key: 'storedGb' } });
    expect([line?.quantity.high.toFixed(), line?.unitPriceUsd.toFixed(), line?.monthlyUsd.high.toFixed()]).toEqual(['0', '0.023', '0']);
  });

  it('that is not declared is named once for each resource, and for transfer', () => {
    const { excludesUsageOf, lineItems } = estimate([instance('A'), resource('B', 'Test::Bucket'), resource('C', 'Test::Balancer')]);
    expect(excludesUsageOf).toEqual([
      { resource: 'B', component: 'b', type: 'Test::Bucket' },
      { resource: 'C', component: 'c', type: 'Test::Balancer' },
      { resource: null, component: 'network', type: 'DataTransfer' },
    ]);
    expect(lineItems.filter((line) => line.excludesUsage).map(({ kind }) => kind)).toEqual([
      'object-storage-gb-months',
      'load-balancer-capacity-units',
      'internet-transfer-gb',
      'inter-zone-transfer-gb',
    ]);
  });

  it('that is declared, even as zero, is not left out', () => {
    const usage = [use('b', 'storedGb', 0), use('network', 'internetOutGb', 1), use('network', 'interZoneGb', 0)];
    const result = estimate([resource('B', 'Test::Bucket', {}, 'b')], { usage });
    expect(result.excludesUsageOf).toEqual([]);
  });

  it('that a declared component has not makes the resource unpriced, not free', () => {
    const result = estimate([resource('A', 'Test::Bucket'), resource('B', 'Test::Bucket', {}, 'a')], {
      usage: [use('a', 'expectedCount', 1)],
    });
    expect(linesOf(result, 'A')).toMatchObject([
      {
        state: 'unpriced',
        reason: { kind: 'unreadable-property', problem: { kind: 'usage-not-declared', component: 'a', key: 'storedGb' } },
      },
    ]);
    expect(linesOf(result, 'B')).toMatchObject([{ state: 'unpriced' }]);
  });

  it('that nothing counts is an error of this package, not zero', () => {
    expect(() => estimate([instance('A')], { usage: [use('a', 'storedGb', 5)] })).toThrow(
      'invalid declared usage\n  a storedGb: no line item counts it; expected usage that the price of a resource depends on',
    );
    expect(() => estimate([instance('A')], { usage: [use('a', 'storedGb', 0)] })).not.toThrow();
  });

  it('of a component that has no price anyway does not hide that', () => {
    const result = estimate([resource('A', 'Test::Odd')], { usage: [use('a', 'storedGb', 5)] });
    expect(result.resources.unpriced).toBe(1);
  });

  it('may be given instead of what the template declares', () => {
    const result = estimate([resource('A', 'Test::Bucket')], { usage: [use('a', 'storedGb', 5)] }, { usage: [use('a', 'storedGb', 7)] });
    expect(linesOf(result, 'A')[0]?.quantity.mid.toNumber()).toBe(7);
  });

  it('twice for the same component and key is an error', () => {
    expect(() => estimate([], { usage: [use('a', 'storedGb', 5), use('a', 'storedGb', 7)] })).toThrow('declared twice');
  });

  it('that cannot be read is an input error with every path', () => {
    const attempt = () =>
      estimate([], {
        usage: [{ component: 'a', key: 'storedGb', quantity: { low: 'x', mid: 1, high: -1 }, basis: { kind: 'stated', text: '' } }],
      });
    expect(attempt).toThrow(InputError);
    expect(attempt).toThrow(/usage\.0\.quantity\.low.*usage\.0\.quantity\.high/s);
    expect(() => estimate([], { version: 2 })).toThrow(InputError);
  });

  it('states how many instances of a group run, and has no cost itself', () => {
    const result = estimate([instance('A')], { usage: [use('a', 'expectedCount', 3), use('b', 'expectedCount', 2)] });
    expect(linesOf(result, 'A')[0]?.quantity.mid.toNumber()).toBe(2_190);
  });
});

describe('charges without a resource', () => {
  it('are lines of their own, cut at the tiers', () => {
    const result = estimate([], { usage: [use('network', 'internetOutGb', 60_000, 'much video'), use('network', 'interZoneGb', 500)] });
    const lines = linesOf(result, null);
    expect(lines.map((line) => [line.name, toCents(line.monthlyUsd.mid)])).toEqual([
      ['Data transfer out to the internet (first 100 GB)', '0.00'],
      ['Data transfer out to the internet (next 10,240 GB)', '921.60'],
      ['Data transfer out to the internet (next 40,960 GB)', '3481.60'],
      ['Data transfer out to the internet (next 102,400 GB)', '609.00'],
      ['Data transfer between Availability Zones (both directions)', '10.00'],
    ]);
    expect(
      lines.every(
        (line) => line.state === 'usage' && line.type === 'DataTransfer' && line.component === 'network' && line.group === 'transfer',
      ),
    ).toBe(true);
    expect(lines[0]?.reason).toEqual({ kind: 'declared-usage', basis: { kind: 'stated', text: 'much video' } });
  });

  it('share the free gigabytes of the account between components and templates', () => {
    const one = (component: string) => template([], { usage: [use(component, 'internetOutGb', 100, 'a little')] });
    const [free, paid] = linesOf(estimateTemplates([one('api'), one('web')], SETTINGS), null);
    expect([free?.quantity.mid.toNumber(), paid?.quantity.mid.toNumber()]).toEqual([100, 100]);
    expect(paid?.component).toBe('network');
    expect(paid && lineReason(paid)).toBe('api: a little; web: a little');
  });

  it('are listed at zero with their unit prices for a template without declared usage', () => {
    const result = estimate([instance('A')]);
    expect(
      linesOf(result, null).map((line) => [line.name, line.quantity.high.toFixed(), line.unitPriceUsd.toFixed(), lineReason(line)]),
    ).toEqual([
      ['Data transfer out to the internet', '0', '0.09', 'no usage declared (internetOutGb)'],
      ['Data transfer between Availability Zones (both directions)', '0', '0.02', 'no usage declared (interZoneGb)'],
    ]);
  });

  it('include external services from the lowest quantity at the lowest price to the highest at the highest', () => {
    const external = {
      id: 'model',
      name: 'Model API',
      unit: 'concurrent user',
      quantity: { low: 10, mid: 20, high: 25 },
      unitPriceUsd: { low: 2, high: 5 },
      source: 'the document',
      asOf: '2024-01-31',
    };
    const result = estimate([instance('A')], { externals: [external] });
    const line = result.lineItems.find(({ type }) => type === 'External');
    // 10 × 2, 20 × 3.50, 25 × 5
    expect(INTERVAL_POINTS.map((point) => toCents(line?.monthlyUsd[point] ?? sumUsd([])))).toEqual(['20.00', '70.00', '125.00']);
    expect(line).toMatchObject({ resource: null, component: 'model', state: 'usage', basis: 'list', sku: null, group: 'external' });
    expect([line?.unitPriceUsd.toFixed(), line?.unitPriceRangeUsd?.low.toFixed(), line?.unitPriceRangeUsd?.high.toFixed()]).toEqual([
      '3.5',
      '2',
      '5',
    ]);
    expect(toCents(result.externalMonthlyUsd.mid)).toBe('70.00');
    expect(toCents(result.monthlyUsd.mid)).toBe('100.37');
    expect(result.priceDate).toBe('2024-01-31');
  });
});

describe('the context of a pricer', () => {
  it.each([
    ['a reference', { Ref: 'A' }],
    ['an attribute', { 'Fn::GetAtt': ['A', 'Arn'] }],
    ['an attribute in short form', { 'Fn::GetAtt': 'A.Arn' }],
  ])('is the resource behind %s, and all of a type', (_, reference) => {
    const result = estimate([instance('A'), instance('B'), resource('C', 'Test::Attachment', { To: reference })]);
    expect(linesOf(result, 'C')).toMatchObject([{ name: 'Transit gateway attachment hours (A, one of 2)' }]);
  });

  it.each([
    ['a text', 'A'],
    ['nothing', undefined],
    ['a reference to elsewhere', { Ref: 'Z' }],
    ['an import', { 'Fn::ImportValue': 'A' }],
  ])('is nothing behind %s', (_, reference) => {
    expect(linesOf(estimate([instance('A'), resource('C', 'Test::Attachment', { To: reference })]), 'C')).toMatchObject([
      { state: 'unpriced' },
    ]);
  });

  it('has one pricer a type', () => {
    expect(() => estimate([], undefined, { pricers: [...PRICERS, { types: ['Test::Idle'], charges: () => [] }] })).toThrow(
      'two pricers claim Test::Idle',
    );
  });

  it('lets an error that is not about the template through', () => {
    const broken: Pricer = {
      types: ['Test::Broken'],
      charges: () => {
        throw new TypeError('our bug');
      },
    };
    expect(() => estimate([resource('A', 'Test::Broken')], undefined, { pricers: [broken] })).toThrow(TypeError);
  });
});

describe('work', () => {
  /** `npm run bench pricing` measures its time. */
  const readsOfEach = (count: number) => {
    const resources = Array.from({ length: count }, (_, index) =>
      index % 2 === 0 ? instance(`A${index}`, 'm7g.large') : resource(`A${index}`, index % 3 === 0 ? 'Test::Odd' : 'Test::Balancer'),
    );
    const counting = countingReads(resources);
    const result = estimate(counting.objects, undefined, { book: openPriceBook('eu-central-1') });
    expect(result.resources.total).toBe(count);
    return counting.readsOfEach();
  };

  it('is linear: each of 10,000 resources is read as often as each of 1,000', () => {
    const few = readsOfEach(1_000);
    expect(few).toBeGreaterThan(1);
    expect(readsOfEach(10_000)).toBeLessThan(1.5 * few);
  });
});
