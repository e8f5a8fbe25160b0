import { describe, expect, test } from 'vitest';
import { baselineShare } from '../../lib/selection/families';

/**
 * CPU credits that an instance earns per hour, and its vCPUs; a credit is one vCPU for one minute. Source: Amazon EC2 user guide, "Key
 * concepts for burstable performance instances".
 */
const EARNED_CREDITS: Readonly<Record<string, readonly [creditsPerHour: number, vcpu: number]>> = {
  't2.nano': [3, 1],
  't2.medium': [24, 2],
  't2.xlarge': [54, 4],
  't2.2xlarge': [81.6, 8],
  't3.medium': [24, 2],
  't3a.xlarge': [96, 4],
  't4g.micro': [12, 2],
  'db.t4g.large': [36, 2],
  'cache.t3.small': [24, 2],
};

describe('baseline of burstable instances', () => {
  test.each(Object.entries(EARNED_CREDITS))('%s uses as much vCPU continuously as it earns credits', (type, [credits, vcpu]) => {
    expect(baselineShare(type)).toBeCloseTo(credits / 60 / vcpu, 10);
  });

  test.each(['m6g.large', 'trn1.2xlarge', 'vt1.3xlarge', 'db.r6g.large'])('%s has all of its vCPU', (type) => {
    expect(baselineShare(type)).toBe(1);
  });
});
