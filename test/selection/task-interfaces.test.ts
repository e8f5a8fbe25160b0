import { describe, expect, test } from 'vitest';
import { isBurstable } from '../../lib/core/burstable';
import { taskInterfaces } from '../../lib/selection/task-interfaces';

/**
 * Branch interfaces of types with ENI trunking, and for types without it all interfaces but that of the instance. Source:
 * https://github.com/aws/amazon-vpc-resource-controller-k8s/blob/master/pkg/aws/vpc/limits.go, read on 2026-11-29.
 */
const LIMITS: Readonly<Record<string, number>> = {
  'm6g.medium': 4,
  'c5a.large': 9,
  'c6a.large': 9,
  'm5a.xlarge': 18,
  'c6a.2xlarge': 38,
  'g4dn.xlarge': 39,
  'g5.xlarge': 4,
  'g5.2xlarge': 17,
  'g5.4xlarge': 34,
  'g6.xlarge': 18,
  'm5.4xlarge': 54,
  'm6i.8xlarge': 84,
  'p4d.24xlarge': 62,
  't3.micro': 1,
  't3.small': 2,
  't3a.small': 1,
  't4g.small': 2,
  't3a.medium': 2,
  't4g.large': 2,
  't3.xlarge': 3,
  't3a.2xlarge': 3,
  't2.large': 2,
  // 3 interfaces of 15 addresses: 44 pods in https://github.com/awslabs/amazon-eks-ami, `files/eni-max-pods.txt`.
  't2.xlarge': 2,
  't2.2xlarge': 2,
};

describe('tasks with a network interface each', () => {
  test.each(Object.entries(LIMITS))('%s runs at most %i', (type, limit) => {
    expect(taskInterfaces(type)).toBeGreaterThan(0);
    expect(taskInterfaces(type)).toBeLessThanOrEqual(limit);
    if (isBurstable(type)) expect(taskInterfaces(type)).toBe(limit);
  });
});
