import { isBurstable } from '../core/burstable';
import { familyOf } from './families';

/** Tasks with a network interface each on an instance with ENI trunking, by size: the fewest of the offered families. */
const WITH_TRUNKING: Readonly<Record<string, number>> = { medium: 4, large: 9, xlarge: 18, '2xlarge': 38 };

/** The same for sizes from 4xlarge on. */
const LARGER = 54;

/** Types of the family g5, which have fewer than others of their size. */
const G5: Readonly<Record<string, number>> = { xlarge: 4, '2xlarge': 17, '4xlarge': 34 };

/** Interfaces of burstable types, which support no trunking, without that of the instance, by size. */
const BURSTABLE: Readonly<Record<string, number>> = { nano: 1, micro: 1, small: 2, medium: 2, large: 2, xlarge: 3, '2xlarge': 3 };

/** Burstable types that have fewer than others of their size. */
const BURSTABLE_WITH_FEWER: Readonly<Record<string, number>> = { 't3a.small': 1, 't2.xlarge': 2, 't2.2xlarge': 2 };

/**
 * Number of tasks with a network interface each (`awsvpc`) that an instance runs, with ENI trunking where its type supports it.
 * Sources: Amazon ECS developer guide, "Supported instances for increased Amazon ECS container network interfaces"; the limits by
 * type in aws/amazon-vpc-resource-controller-k8s, `pkg/aws/vpc/limits.go`, read on 2026-11-29.
 */
export function taskInterfaces(type: string): number {
  const size = type.slice(type.indexOf('.') + 1);
  // An unknown size of a burstable family gets the fewest.
  if (isBurstable(type)) return BURSTABLE_WITH_FEWER[type] ?? BURSTABLE[size] ?? 1;
  return (familyOf(type) === 'g5' ? G5[size] : undefined) ?? WITH_TRUNKING[size] ?? LARGER;
}
