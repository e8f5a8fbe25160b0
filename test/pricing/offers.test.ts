import { describe, expect, it } from 'vitest';
import { SHAPED_SERVICES, shapesOf, vcpuOf } from '../../lib/catalog/instance-shapes';
import type { Offer } from '../../lib/catalog/offer';
import { offersIn } from '../../lib/catalog/offers';
import { openPriceBook, pricedRegions } from '../../lib/catalog/price-book';
import { InputError } from '../../lib/core/problems';

function find(offers: readonly Offer[], type: string): Offer | undefined {
  return offers.find((offer) => offer.type === type);
}

describe('the offers of a region', () => {
  it('joins shapes with prices', () => {
    const { compute, database, cache, documentStore, zones } = offersIn('us-east-1');
    expect(find(compute, 'c5.4xlarge')).toEqual({
      type: 'c5.4xlarge',
      maxPods: 234,
      vcpu: 16,
      memoryGib: 32,
      architecture: 'amd64',
      hourlyUsd: '0.68',
    });
    expect(find(compute, 'g5.xlarge')).toMatchObject({ vcpu: 4, memoryGib: 16, gpu: { model: 'a10g', count: 1 } });
    expect(find(database.mysql, 'db.m6g.large')).toMatchObject({ vcpu: 2, memoryGib: 8, architecture: 'arm64', hourlyUsd: '0.152' });
    expect(find(database.postgres, 'db.m7g.large')?.hourlyUsd).toBe('0.168');
    expect(find(cache.redis, 'cache.r7g.large')).toMatchObject({ vcpu: 2, memoryGib: 13.07, architecture: 'arm64', hourlyUsd: '0.219' });
    expect(find(cache.valkey, 'cache.r7g.large')?.hourlyUsd).toBe('0.1752');
    expect(new Set(documentStore.map(({ type }) => type.slice(0, type.lastIndexOf('.'))))).toEqual(new Set(['db.r5', 'db.t3']));
    expect(find(documentStore, 'db.r5.xlarge')?.hourlyUsd).toBe('0.554');
    expect(zones).toEqual(['us-east-1a', 'us-east-1b', 'us-east-1c']);
  });

  it('has what the region sells, at a derived price if the list price is not known', () => {
    // AWS Spot Instance Advisor of 2025-06-28: p4d.24xlarge in Frankfurt, no g5 in Singapore. 21.957642 × 30.584 ÷ 24.48.
    expect(find(offersIn('eu-central-1').compute, 'p4d.24xlarge')?.hourlyUsd).toBe('27.4327');
    expect(find(offersIn('eu-central-1').compute, 'g5.xlarge')?.hourlyUsd).toBe('1.258');
    expect(find(offersIn('ap-southeast-1').compute, 'g5.xlarge')).toBeUndefined();
    expect(openPriceBook('ap-southeast-1').find('ec2/g5.xlarge')?.basis).toBe('derived');
  });

  it('counts a share of a GPU as less than one', () => {
    expect(find(offersIn('us-east-1').compute, 'g6f.large')?.gpu).toEqual({ model: 'l4', count: 0.125 });
    expect(find(offersIn('us-east-1').compute, 'g6.xlarge')?.gpu).toEqual({ model: 'l4', count: 1 });
  });

  it.each(pricedRegions())('is a choice of every kind in %s', (region) => {
    const offers = offersIn(region);
    expect(offers.compute.length).toBeGreaterThan(350);
    for (const list of [...Object.values(offers.database), ...Object.values(offers.cache)]) expect(list.length).toBeGreaterThan(50);
    for (const offer of offers.compute) expect(Number(offer.hourlyUsd), offer.type).toBeGreaterThan(0);
  });

  it('refuses a region without prices', () => {
    expect(() => offersIn('us-east-9')).toThrow(InputError);
  });
});

describe('shapes', () => {
  it.each(SHAPED_SERVICES)('of %s have positive sizes', (service) => {
    for (const [type, shape] of Object.entries(shapesOf(service))) {
      expect(Math.min(shape.vcpu, shape.memoryGib), type).toBeGreaterThan(0);
    }
  });

  it('exist for every instance type with a price, but for two that AWS names and does not describe', () => {
    const missing = openPriceBook('us-east-1')
      .listed('ec2/')
      .map((sku) => sku.slice('ec2/'.length))
      .filter((type) => type.includes('.') && vcpuOf(type) === undefined);
    expect(missing).toEqual(['u-18tb1.112xlarge', 'u-24tb1.112xlarge']);
  });

  it.each([
    ['c5.xlarge', 4],
    ['db.m6g.large', 2],
    ['db.r8g.48xlarge', 192],
    ['cache.r6g.large', 2],
    ['m99.large', undefined],
    ['constructor', undefined],
  ])('know that %s has %s vCPU', (type, vcpu) => {
    expect(vcpuOf(type)).toBe(vcpu);
  });
});
