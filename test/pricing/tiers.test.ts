import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Price } from '../../lib/catalog/price';
import { openPriceBook } from '../../lib/catalog/price-book';
import { certain, INTERVAL_POINTS, type Interval, mapInterval } from '../../lib/core/interval';
import { Decimal, sumUsd, usd } from '../../lib/core/money';
import { derivationText } from '../../lib/output/price-derivations';
import { tierShares } from '../../lib/pricing/tiers';

function priceOf(sku: string): Price {
  const price = openPriceBook('us-east-1').find(sku);
  if (price === undefined) throw new Error(`no price of ${sku}`);
  return price;
}

function exact(quantity: Interval): Interval<Decimal> {
  return mapInterval(quantity, (amount) => new Decimal(amount));
}

const INTERNET = priceOf('transfer/internet-out');

describe('a tiered price', () => {
  it('splits 60,000 GB of transfer to the internet at the tiers of AWS', () => {
    const shares = tierShares(INTERNET, exact(certain(60_000)));
    expect(shares.map(({ label, quantity, usd: price }) => [label, quantity.mid.toFixed(), price.toFixed()])).toEqual([
      ['first 100 GB', '100', '0'],
      ['next 10,240 GB', '10240', '0.09'],
      ['next 40,960 GB', '40960', '0.085'],
      ['next 102,400 GB', '8700', '0.07'],
    ]);
    // 10,240 × 0.09 + 40,960 × 0.085 + 8,700 × 0.07 = 921.60 + 3,481.60 + 609.00
    expect(sumUsd(shares.map(({ quantity, usd: price }) => quantity.mid.times(price))).toFixed(2)).toBe('5012.20');
  });

  it('cuts each point of an interval by itself', () => {
    const [first, second] = tierShares(INTERNET, exact({ low: 50, mid: 100, high: 150 }));
    expect(mapInterval(first?.quantity ?? exact(certain(0)), String)).toEqual({ low: '50', mid: '100', high: '100' });
    expect(mapInterval(second?.quantity ?? exact(certain(0)), String)).toEqual({ low: '0', mid: '0', high: '50' });
  });

  it('shows a quantity of zero at the first price that is paid', () => {
    expect(tierShares(INTERNET, exact(certain(0))).map(({ label, usd: price }) => [label, price.toFixed()])).toEqual([[undefined, '0.09']]);
  });

  it('covers every quantity exactly once', () => {
    const amount = fc.integer({ min: 0, max: 400_000 });
    fc.assert(
      fc.property(fc.tuple(amount, amount, amount), (amounts) => {
        const [low = 0, mid = 0, high = 0] = [...amounts].sort((a, b) => a - b);
        const shares = tierShares(INTERNET, exact({ low, mid, high }));
        for (const point of INTERVAL_POINTS) {
          expect(sumUsd(shares.map(({ quantity }) => quantity[point])).toNumber()).toBe({ low, mid, high }[point]);
        }
      }),
    );
  });

  it('never costs less for a larger amount', () => {
    const cost = (amount: number) =>
      sumUsd(tierShares(INTERNET, exact(certain(amount))).map(({ quantity, usd: price }) => quantity.mid.times(price)));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400_000 }), fc.integer({ min: 1, max: 1_000 }), (amount, more) => {
        expect(cost(amount + more).gte(cost(amount))).toBe(true);
      }),
    );
  });
});

describe('a price whose list ends', () => {
  it('has its last price above that, and states it', () => {
    const shares = tierShares(priceOf('s3/standard/storage'), exact(certain(60_000)));
    expect(
      shares.map(({ label, quantity, usd: price, derivation }) => [label, quantity.mid.toFixed(), price.toFixed(), derivation]),
    ).toEqual([
      ['first 51,200 GB-month', '51200', '0.023', undefined],
      ['above 51,200 GB-month', '8800', '0.023', { kind: 'beyond-last-tier', usd: '0.023', upTo: '51200', unit: 'GB-month' }],
    ]);
    expect(shares.map(({ derivation }) => derivation && derivationText(derivation))).toEqual([
      undefined,
      '0.023, the price up to 51,200 GB-month: no price above that is known, and unit prices fall with the quantity',
    ]);
  });
});

describe('a flat price', () => {
  it('is one share without a label', () => {
    expect(tierShares({ unit: 'hours', tiers: [{ usd: usd('0.1') }] }, exact(certain(730)))).toEqual([
      { quantity: exact(certain(730)), usd: usd('0.1') },
    ]);
  });
});
