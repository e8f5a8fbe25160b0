import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { priceTemplates, priceTemplatesOfRegions } from '../../lib/answers/price-templates';
import { parseTemplate } from '../../lib/cloudformation/parse-template';
import { sumUsd } from '../../lib/core/money';
import type { Estimate } from '../../lib/pricing/estimate';
import { changesBetween } from '../../lib/pricing/estimate-changes';

type Resources = Readonly<Record<string, object>>;

const instance = (InstanceType: string) => ({ Type: 'AWS::EC2::Instance', Properties: { InstanceType, SubnetId: 'subnet-1' } });
const volume = (Size: number) => ({ Type: 'AWS::EC2::Volume', Properties: { Size, VolumeType: 'gp3', AvailabilityZone: 'us-east-1a' } });
const role = { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: {} } };

function estimateOf(Resources: Resources): Estimate {
  return priceTemplates([parseTemplate(JSON.stringify({ Resources }), 'app.json')], 'us-east-1');
}

const summary = (from: Resources, to: Resources) => {
  const { changes, unchanged } = changesBetween(estimateOf(from), estimateOf(to));
  return { changes: changes.map(({ change, resource, changeUsd }) => [change, resource, changeUsd.mid.toFixed(2)]), unchanged };
};

describe('the changes of two estimates', () => {
  test('are the resources that are added, removed and changed, those with the largest change first', () => {
    const before = { Web: instance('m5.large'), Data: volume(100), Old: volume(50), Role: role };
    const after = { Web: instance('m5.xlarge'), Data: volume(100), New: volume(10), Role: role };
    // m5.large is $0.096/hour and m5.xlarge $0.192 (AWS price list): 730 × $0.096. gp3 is $0.08/GB-month.
    expect(summary(before, after).changes).toEqual([
      ['changed', 'Web', '70.08'],
      ['removed', 'Old', '-4.00'],
      ['added', 'New', '0.80'],
    ]);
  });

  test('of the same size are in the order of their names, and all others are counted as unchanged', () => {
    const kept = { Kept: volume(7), Role: role };
    const { changes, unchanged } = summary({ ...kept, B: volume(10), A: volume(10) }, { ...kept, D: volume(10), C: volume(10) });
    expect(changes).toEqual([
      ['removed', 'A', '-0.80'],
      ['removed', 'B', '-0.80'],
      ['added', 'C', '0.80'],
      ['added', 'D', '0.80'],
    ]);
    // Data transfer, which is unchanged too, is no resource.
    expect(unchanged).toBe(2);
  });

  test('of equal lines, only those are a change that the other estimate has less of', () => {
    const host = (disks: number) => {
      const { Type, Properties } = instance('m5.large');
      const disk = { Ebs: { VolumeType: 'gp3', VolumeSize: 10 } };
      return { Type, Properties: { ...Properties, BlockDeviceMappings: Array(disks).fill(disk) } };
    };
    const [change] = changesBetween(estimateOf({ Host: host(3) }), estimateOf({ Host: host(1) })).changes;
    expect([change?.fromLines.length, change?.toLines.length, change?.changeUsd.mid.toFixed(2)]).toEqual([2, 0, '-1.60']);
  });

  test('of a resource that two regions have are those of one region', () => {
    const regional = (Size: number) => {
      const inRegion = (region: string, gb: number) => ({
        ...parseTemplate(JSON.stringify({ Resources: { Data: volume(gb) } }), 'app.json'),
        region,
      });
      return priceTemplatesOfRegions([inRegion('us-east-1', 10), inRegion('us-west-2', Size)], 'us-east-1').estimate;
    };
    const { changes } = changesBetween(regional(10), regional(20));
    expect(changes.map(({ region, from, to }) => [region, from.mid.toFixed(2), to.mid.toFixed(2)])).toEqual([
      ['us-west-2', '0.80', '1.60'],
    ]);
  });

  test('have the lines that differ, and no others', () => {
    const [change] = changesBetween(estimateOf({ Web: instance('m5.large') }), estimateOf({ Web: instance('m5.xlarge') })).changes;
    expect(change?.fromLines.map(({ name }) => name)).toEqual(['Instance hours (m5.large)']);
    expect(change?.toLines.map(({ name }) => name)).toEqual(['Instance hours (m5.xlarge)']);
  });

  test('are none for the same templates, and contain resources without a cost', () => {
    const app = { Web: instance('m5.large'), Role: role };
    expect(summary(app, app).changes).toEqual([]);
    expect(summary({ Web: app.Web }, app).changes).toEqual([['added', 'Role', '0.00']]);
  });

  test('contain a resource that loses its price', () => {
    const unknown = { Type: 'AWS::Example::Thing' };
    const { changes } = changesBetween(estimateOf({ Thing: volume(10) }), estimateOf({ Thing: unknown }));
    expect(changes.map(({ change, type }) => [change, type])).toEqual(
      expect.arrayContaining([
        ['added', 'AWS::Example::Thing'],
        ['removed', 'AWS::EC2::Volume'],
      ]),
    );
  });

  test('add up to the change of the totals, in both directions', () => {
    const app = fc.dictionary(
      fc.constantFrom('A', 'B', 'C', 'D', 'E'),
      fc.oneof(
        fc.constantFrom('t3.micro', 'm5.large', 'c6a.xlarge').map(instance),
        fc.integer({ min: 1, max: 500 }).map(volume),
        fc.constant(role),
      ),
      { minKeys: 1 },
    );
    fc.assert(
      fc.property(app, app, (before, after) => {
        const [from, to] = [estimateOf(before), estimateOf(after)];
        const { changes } = changesBetween(from, to);
        for (const point of ['low', 'mid', 'high'] as const) {
          const sum = sumUsd(changes.map(({ changeUsd }) => changeUsd[point]));
          expect(sum.toFixed(2)).toBe(to.monthlyUsd[point].minus(from.monthlyUsd[point]).toFixed(2));
        }
        const back = changesBetween(to, from).changes;
        expect(sumUsd(back.map(({ changeUsd }) => changeUsd.mid)).toFixed(2)).toBe(from.monthlyUsd.mid.minus(to.monthlyUsd.mid).toFixed(2));
      }),
      { numRuns: 40 },
    );
  });
});
