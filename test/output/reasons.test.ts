import { describe, expect, test } from 'vitest';
import { chosenText, rejectionText, requirementText, verdictText } from '../../lib/output/reasons';

const percents = (text: string) => text.replaceAll(' %', '%');

describe('why a tier is recommended or not', () => {
  const likelihood = { confidence: 0.99, requiredConfidence: 0.9 };

  test.each([
    [{ kind: 'recommended', ...likelihood }, '99% likely to handle the load (90% required)'],
    [{ kind: 'more-expensive', ...likelihood, extraMonthlyUsd: 809.2 }, '99% likely to handle the load, $809/month more expensive'],
    [{ kind: 'over-budget', overBudgetUsd: 50, budgetUsd: 1_500 }, '$50/month over the budget of $1,500/month'],
    [
      {
        kind: 'too-small',
        confidence: 0.1,
        requiredConfidence: 0.9,
        overloaded: [
          { resource: 'api processor', utilization: 0.6, threshold: 0.5 },
          { resource: 'database connections', utilization: 1.2, threshold: 0.8 },
        ],
      },
      '10% likely to handle the load (90% required); at high demand api processor at 60% (threshold 50%), database connections at 120% (threshold 80%)',
    ],
    [{ kind: 'too-small', confidence: 0.1, requiredConfidence: 0.9, overloaded: [] }, '10% likely to handle the load (90% required)'],
  ] as const)('%j', (reason, sentence) => {
    expect(percents(verdictText(reason))).toBe(sentence);
  });
});

describe('the choice of an instance type', () => {
  const cost = { kind: 'nodes', nodes: 2, hourlyUsd: '0.192' } as const;

  test.each([
    [
      { kind: 'nodes', instances: 3, vcpu: 4.5, memoryGib: 9, gpus: 1, gpuModel: 't4', minNodes: 2, architecture: 'amd64' },
      '3 instances with 4.5 vCPU and 9 GiB in total, 1 t4, at least 2 nodes, amd64',
    ],
    [
      {
        kind: 'nodes',
        instances: 1,
        vcpu: 1,
        memoryGib: 2,
        gpus: 0,
        minNodes: 1,
        maxNodes: 1,
        architecture: 'arm64',
        pinnedType: 'm7g.large',
      },
      '1 instance with 1 vCPU and 2 GiB in total, at most one node, arm64, pinned to m7g.large',
    ],
    [{ kind: 'data-store-node', vcpu: 2, memoryGib: 10.667 }, '2 vCPU and 10.67 GiB'],
    [{ kind: 'data-store-node', vcpu: 2, memoryGib: 8, pinnedType: 'db.m6g.large' }, 'the pinned type db.m6g.large'],
  ] as const)('is for what is required: %j', (requirement, sentence) => {
    expect(requirementText(requirement)).toBe(sentence);
  });

  test('is explained by price', () => {
    expect(chosenText({ kind: 'cheapest', cost, candidates: 12 })).toBe(
      '2 × $0.192/h, the cheapest of 12 that meet the requirement, with volumes, addresses and credits',
    );
  });

  test.each([
    [{ kind: 'more-expensive', cost, extraShare: 0.149 }, '2 × $0.192/h, 15% more expensive'],
    [{ kind: 'more-expensive', cost, extraShare: 0.001 }, '2 × $0.192/h, <1% more expensive'],
    [
      { kind: 'same-price', cost: { kind: 'data-store-node', vcpu: 2, memoryGib: 8, hourlyUsd: '0.2' } },
      '2 vCPU and 8 GiB at $0.2/h, the same price with more nodes, a higher cost at the maximum or a later name',
    ],
    [{ kind: 'gpu-missing', gpuModel: 't4' }, 'no t4 GPU'],
    [{ kind: 'other-architecture', required: 'arm64' }, 'not arm64'],
    [{ kind: 'too-few-vcpu', vcpu: 2, requiredVcpu: 4 }, '2 vCPU (4 required)'],
    [{ kind: 'too-little-memory', memoryGib: 2, requiredMemoryGib: 8 }, '2 GiB (8 required)'],
    [
      { kind: 'too-small-for-instance', resource: 'memoryMib', allocatable: 7_000, required: 8_192 },
      '7000 MiB allocatable, one instance needs 8192',
    ],
    [{ kind: 'too-many-nodes', maxNodes: 1 }, 'needs more than one node'],
  ] as const)('says why not the others: %j', (reason, sentence) => {
    expect(rejectionText(reason)).toBe(sentence);
  });
});
