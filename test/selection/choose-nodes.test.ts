import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Offer } from '../../lib/catalog/offer';
import { offersIn } from '../../lib/catalog/offers';
import { NoOffer } from '../../lib/selection/choice';
import { chooseNodes, type NodesRequirement, schedulable } from '../../lib/selection/choose-nodes';
import { instancesForServices } from '../../lib/selection/instances-for-services';
import { eachHourlyUsd } from '../../lib/selection/node-charges';

const offer = (type: string, vcpu: number, memoryGib: number, hourlyUsd: string, more: Partial<Offer> = {}): Offer => ({
  type,
  vcpu,
  memoryGib,
  architecture: 'amd64',
  hourlyUsd,
  ...more,
});

const OFFERS = [
  offer('t3a.medium', 2, 4, '0.0376'),
  offer('c5a.large', 2, 4, '0.077'),
  offer('c5a.xlarge', 4, 8, '0.154'),
  offer('c6g.xlarge', 4, 8, '0.136', { architecture: 'arm64' }),
  offer('m5.xlarge', 4, 16, '0.192'),
  offer('m3.xlarge', 4, 15, '0.01'),
  offer('g4dn.xlarge', 4, 16, '0.526', { gpu: { model: 't4', count: 1 } }),
];

const one = { vcpu: 1, memoryMib: 1_024, gpus: 0 };

const requirement = (more: Partial<NodesRequirement> = {}): NodesRequirement => ({
  demands: { min: [one, one], expected: [one, one], max: [one, one, one, one] },
  minNodes: 1,
  architecture: 'amd64',
  burstable: false,
  ...more,
});

describe('tasks with a network interface each', () => {
  const quarter = { vcpu: 0.25, memoryMib: 256, gpus: 0 };
  const demands = { min: [quarter], expected: Array.from({ length: 6 }, () => quarter), max: Array.from({ length: 12 }, () => quarter) };

  // t3a.medium has 3 interfaces, one of which is its own; c5a.large has 9 with ENI trunking, and room for 8 such tasks.
  it('are at most as many as the instance has interfaces', () => {
    const choice = (tasksHaveInterfaces: boolean) =>
      chooseNodes(requirement({ demands, burstable: true, tasksHaveInterfaces }), OFFERS.slice(0, 2)).winner;
    expect(choice(false)).toMatchObject({ offer: { type: 't3a.medium' }, nodes: { min: 1, expected: 1, max: 2 } });
    expect(choice(true)).toMatchObject({ offer: { type: 'c5a.large' }, nodes: { min: 1, expected: 1, max: 2 } });
    const onlyBurstable = chooseNodes(requirement({ demands, burstable: true, tasksHaveInterfaces: true }), OFFERS.slice(0, 1)).winner;
    expect(onlyBurstable.nodes).toEqual({ min: 1, expected: 3, max: 6 });
  });
});

describe('chooseNodes', () => {
  it('chooses the cheapest type for the expected load, with the number of nodes', () => {
    const { winner } = chooseNodes(requirement(), OFFERS);
    expect(winner.offer.type).toBe('c5a.large');
    expect(winner.nodes).toEqual({ min: 1, expected: 1, max: 2 });
  });

  it('has room at most for one more task of each service that rolls, and counts none of it in the price', () => {
    const large = { vcpu: 2, memoryMib: 1_024, gpus: 0 };
    expect(chooseNodes(requirement({ surges: [one] }), OFFERS).winner.nodes).toEqual({ min: 1, expected: 1, max: 3 });
    expect(chooseNodes(requirement({ surges: [large, one] }), OFFERS).winner.nodes).toEqual({ min: 1, expected: 1, max: 3 });
    const roomy = { min: [one], expected: [one], max: [one] };
    expect(chooseNodes(requirement({ demands: roomy, surges: [one] }), OFFERS).winner.nodes).toEqual({ min: 1, expected: 1, max: 1 });
  });

  it('includes the nodes that availability requires in the price', () => {
    const { winner } = chooseNodes(requirement({ minNodes: 2 }), OFFERS);
    expect([winner.offer.type, winner.nodes.expected]).toEqual(['c5a.large', 2]);
  });

  // Prices of us-east-1: 30 GB of gp3 at $0.08/GB-month are $2.40/month, and a public address is $0.005/h, $3.65/month.
  // 6 × c6a.large are 6 × $0.0765 × 730 = $335.07, 1 × c5a.4xlarge is $0.466 × 730 = $340.18; with volumes $349.47 and $342.58.
  it('counts the root volume and the public address of each node', () => {
    const offers = [offer('c6a.large', 2, 4, '0.0765'), offer('c5a.4xlarge', 16, 32, '0.466')];
    const six = Array.from({ length: 12 }, () => one);
    const demands = { min: [one], expected: six, max: six };
    const charges = { busyVcpu: 12, averageLoad: 0.2, creditUsd: 0.05 };
    const winner = (each: number) => chooseNodes(requirement({ demands, charges: { ...charges, eachHourlyUsd: each } }), offers).winner;
    expect(winner(0)).toMatchObject({ offer: { type: 'c6a.large' }, nodes: { expected: 6 } });
    const volume = eachHourlyUsd({ rootDiskGib: 30, publicAddresses: false }, offersIn('us-east-1').rates);
    expect(volume * 730).toBeCloseTo(2.4);
    expect(winner(volume)).toMatchObject({ offer: { type: 'c5a.4xlarge' }, nodes: { expected: 1 } });
    expect(eachHourlyUsd({ rootDiskGib: 30, publicAddresses: true }, offersIn('us-east-1').rates) * 730).toBeCloseTo(6.05);
  });

  // Source: Amazon EC2 user guide, "Key concepts for burstable performance instances": baseline of a t3a.medium 20% of each vCPU; unlimited
  // mode charges $0.05 for each vCPU-hour above it. At an average load of 60%, 2 busy vCPUs cost 2 × 40% × $0.05 = $0.04/h: t3a.medium
  // costs $0.0776/h, and c5a.large $0.077/h.
  it('counts the CPU credits of burstable types', () => {
    const winner = (averageLoad: number) =>
      chooseNodes(requirement({ burstable: true, charges: { eachHourlyUsd: 0, busyVcpu: 2, averageLoad, creditUsd: 0.05 } }), OFFERS).winner
        .offer.type;
    expect(winner(0.59)).toBe('t3a.medium');
    expect(winner(0.6)).toBe('c5a.large');
  });

  it('chooses a burstable type only if the tier allows it', () => {
    expect(chooseNodes(requirement({ burstable: true }), OFFERS).winner.offer.type).toBe('t3a.medium');
  });

  it('chooses the requested architecture', () => {
    expect(chooseNodes(requirement({ architecture: 'arm64' }), OFFERS).winner.offer.type).toBe('c6g.xlarge');
  });

  it('chooses a type with the requested GPU, and one without GPUs otherwise', () => {
    const gpu = { ...one, gpus: 1 };
    const choice = chooseNodes(requirement({ gpuModel: 't4', demands: { min: [gpu], expected: [gpu], max: [gpu] } }), OFFERS);
    expect(choice.winner.offer.type).toBe('g4dn.xlarge');
  });

  it('gives the reason for every rejected candidate, with figures', () => {
    const { rejected } = chooseNodes(requirement(), OFFERS);
    const reasons = Object.fromEntries(rejected.flatMap(({ types, reason }) => types.map((type) => [type, reason])));
    expect(reasons).toEqual({
      't3a.medium': { kind: 'burstable-excluded' },
      'c5a.xlarge': { kind: 'more-expensive', cost: { kind: 'nodes', nodes: 1, hourlyUsd: '0.154' }, extraShare: expect.closeTo(1) },
      'm5.xlarge': { kind: 'more-expensive', cost: { kind: 'nodes', nodes: 1, hourlyUsd: '0.192' }, extraShare: expect.closeTo(1.49) },
      'c6g.xlarge': { kind: 'other-architecture', required: 'amd64' },
      'm3.xlarge': { kind: 'family-not-offered' },
      'g4dn.xlarge': { kind: 'gpu-unused' },
    });
  });

  it('puts everything on one node if only one is allowed', () => {
    const { winner } = chooseNodes(requirement({ maxNodes: 1 }), OFFERS);
    expect(winner).toMatchObject({ offer: { type: 'c5a.xlarge' }, nodes: { max: 1 } });
  });

  it('follows a pinned type, regardless of its family', () => {
    expect(chooseNodes(requirement({ instanceType: 'm3.xlarge' }), OFFERS).winner.offer.type).toBe('m3.xlarge');
  });

  it('throws with the reasons if no type meets the requirement', () => {
    const huge = { vcpu: 64, memoryMib: 1_024, gpus: 0 };
    const attempt = () => chooseNodes(requirement({ demands: { min: [huge], expected: [huge], max: [huge] } }), OFFERS);
    expect(attempt).toThrow(NoOffer);
    expect(attempt).toThrow(
      expect.objectContaining({
        requirement: expect.objectContaining({ kind: 'nodes', vcpu: 64, memoryGib: 1 }),
        rejected: expect.arrayContaining([
          {
            types: ['c5a.xlarge', 'm5.xlarge'],
            reason: expect.objectContaining({ kind: 'too-small-for-instance', resource: 'vcpu', required: 64 }),
          },
        ]),
      }),
    );
  });

  it('compares prices without rounding errors: 6 × $0.0765 are $0.459, and one node has one root volume', () => {
    // As binary fractions, 6 × 0.0765 is less than 0.459.
    expect(6 * 0.0765).toBeLessThan(0.459);
    const six = Array.from({ length: 12 }, () => one);
    const offers = [offer('c6a.large', 2, 4, '0.0765'), offer('c6a.3xlarge', 12, 24, '0.459')];
    const { winner, rejected } = chooseNodes(requirement({ demands: { min: [one], expected: six, max: six } }), offers);
    expect(winner).toMatchObject({ offer: { type: 'c6a.3xlarge' }, nodes: { expected: 1 } });
    expect(rejected[0]?.reason).toMatchObject({ kind: 'same-price', cost: { nodes: 6 } });
  });

  it('of types that cost the same at the expected load, chooses the fewest nodes, then the least cost at the maximum', () => {
    const sizes = fc.record({
      vcpu: fc.constantFrom(0.25, 0.5, 1, 2),
      memoryMib: fc.constantFrom(512, 1_024, 3_000),
      gpus: fc.constant(0),
    });
    const types = fc.uniqueArray(
      fc.record({ vcpu: fc.constantFrom(2, 4, 8), gibOfVcpu: fc.constantFrom(2, 4), times: fc.constantFrom(1, 1, 2) }),
      { minLength: 2, maxLength: 6, selector: (type) => JSON.stringify(type) },
    );
    let ties = 0;
    fc.assert(
      fc.property(types, fc.array(sizes, { minLength: 1, maxLength: 8 }), fc.array(sizes, { maxLength: 8 }), (shapes, expected, more) => {
        const offers = shapes.map(({ vcpu, gibOfVcpu, times }, index) =>
          offer(`c5a.${index}`, vcpu, vcpu * gibOfVcpu, `${((765 * vcpu * times) / 20_000).toFixed(5)}`),
        );
        const max = [...expected, ...more];
        const costs = offers.map((each) => {
          const [nodes = 0, most = 0] = [expected, max].map((demands) => instancesForServices(demands, schedulable(each)) ?? Number.NaN);
          // Hundred-thousandths of a dollar are whole numbers.
          const price = Math.round(Number(each.hourlyUsd) * 100_000);
          return { type: each.type, usd: nodes * price, nodes, highUsd: most * price };
        });
        const best = [...costs].sort((a, b) => a.usd - b.usd || a.nodes - b.nodes || a.highUsd - b.highUsd || (a.type < b.type ? -1 : 1));
        ties += best[0]?.usd === best[1]?.usd ? 1 : 0;
        expect(chooseNodes(requirement({ demands: { min: [], expected, max } }), offers).winner.offer.type).toBe(best[0]?.type);
      }),
      { seed: 1, numRuns: 300 },
    );
    expect(ties).toBeGreaterThan(30);
  });

  it('does not depend on the order of the offers', () => {
    expect(chooseNodes(requirement(), [...OFFERS].reverse()).winner).toEqual(chooseNodes(requirement(), OFFERS).winner);
  });
});
