/** The families t2, t3, t3a and t4g, for services with a prefix too: `t3.medium`, `db.t4g.small`, `cache.t3.micro`. */
const BURSTABLE = /^(?:[a-z]+\.)?t[234]/;

/** Whether an instance type earns CPU credits, and charges for those above its baseline in unlimited mode (EC2, RDS, DocumentDB). */
export function isBurstable(instanceType: string): boolean {
  return BURSTABLE.test(instanceType);
}
