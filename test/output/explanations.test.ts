import { describe, expect, test } from 'vitest';
import type { Explanation, FigureSubject } from '../../lib/capacity/explanation';
import { certain } from '../../lib/core/interval';
import { explanationText, subjectText } from '../../lib/output/explanations';

const demand = {
  operation: 'chats',
  perUnit: { low: 30, mid: 55, high: 100 },
  unit: 'MiB',
  evidence: 'assumed',
  sources: ['the design'],
} as const;
const CHATS = 'chats, 30 – 55 – 100 MiB each (assumed: the design)';
const utilization = { kind: 'utilization-at', resource: 'api memory', utilization: 1.1, threshold: 0.8 } as const;

describe('a published figure', () => {
  test.each([
    [{ kind: 'users' }, 'concurrent users'],
    [{ kind: 'sessions', operation: 'calls' }, 'calls'],
    [{ kind: 'in-flight', operation: 'requests' }, 'requests in flight'],
    [{ kind: 'at-a-time-alone', operation: 'images' }, 'concurrent images, alone'],
    [{ kind: 'rate', operation: 'requests', every: 'minute' }, 'requests per minute'],
    [{ kind: 'figure', name: 'cache size', unit: 'GB' }, 'cache size, GB'],
    [{ kind: 'figure', name: 'cache size in GB', unit: 'GB' }, 'cache size in GB'],
  ] satisfies [FigureSubject, string][])('%j is named', (subject, name) => {
    expect(subjectText(subject)).toBe(name);
  });
});

describe('the explanation of a difference', () => {
  test.each([
    [
      {
        at: { ...utilization, figure: { amount: 2_000, unit: { kind: 'rate', every: 'second' } }, alsoExceeded: ['api processor'] },
        why: { kind: 'largest-demand', largest: { shareOfLoad: 0.55, demand } },
      },
      'at 2,000/s, api memory would be at 110% (threshold 80%); api processor would exceed its threshold too',
      `55% of its load is ${CHATS}`,
    ],
    [
      {
        at: { ...utilization, figure: { amount: 25, unit: { kind: 'users' } }, alsoExceeded: ['a cpu', 'b cpu'] },
        why: { kind: 'largest-demand', limits: { share: 0.4, others: [{ resource: 'a cpu', share: 0.3 }] } },
      },
      'at 25 users, api memory would be at 110% (threshold 80%); 2 other resources would exceed their thresholds too',
      'it is the first to reach its threshold in 40% of the samples, a cpu in 30%; no operation uses it',
    ],
    [
      {
        at: { kind: 'utilization', resource: 'api memory', utilization: { low: 0.5, mid: 0.7, high: 0.9 }, threshold: 0.8 },
        why: { kind: 'demand', demand: { ...demand, perUnit: certain(55) } },
      },
      'api memory would be at 50% – 70% – 90% (threshold 80%)',
      'chats, 55 MiB each (assumed: the design)',
    ],
    [
      { at: { kind: 'rule-terms', base: 100, perUser: 0.5, modelledBase: 80, modelledPerUser: 0.7 }, why: { kind: 'unknown-limit' } },
      'the rule gives 100 plus 0.5 per user, the model 80 plus 0.7 per user',
      'the limit is unknown',
    ],
    [
      { at: { kind: 'idle', loads: [] }, why: { kind: 'idle', loads: [{ amount: 5, source: 'the design' }] } },
      'the model has no base load there',
      'base load: 5 (the design)',
    ],
    [
      { why: { kind: 'no-demand', components: ['api', 'worker'], resource: 'memory' } },
      undefined,
      'no operation uses memory of api, worker',
    ],
    [{ why: { kind: 'instances', components: [{ component: 'api', min: 2, max: 8 }] } }, undefined, 'api 2–8'],
    [
      { why: { kind: 'in-flight', requestsPerSecond: 110, seconds: 0.1 } },
      undefined,
      'requests in flight are 110/s × 0.1 s; a larger figure can only count users between two requests',
    ],
  ] satisfies [Explanation, string | undefined, string][])('%j', (explanation, at, why) => {
    const text = explanationText(explanation);
    expect([text.at, text.why].map((part) => part?.replaceAll(' %', '%'))).toEqual([at, why]);
  });
});
