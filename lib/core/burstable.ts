const BURSTABLE = /^(?:db\.)?t\d/;

/** Whether an EC2, RDS or DocumentDB instance type earns CPU credits, and charges for those above its baseline in unlimited mode. */
export function isBurstable(instanceType: string): boolean {
  return BURSTABLE.test(instanceType);
}
