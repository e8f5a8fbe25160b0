import { describe, expect, it } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import type { BlueprintEstimate } from '../../lib/answers/estimate-stacks';
import { toCents } from '../../lib/core/money';
import type { LineKind } from '../../lib/pricing/charge-kinds';
import { billFor } from '../support/synthesized';

/** Hours of a month, and prices by the hour that several invoices share; all are list prices of us-east-1. */
const H = 730;
const IPV4 = 0.005;
const BALANCER = 0.0225;
const NAT = 0.045;
const GP3 = 0.08;
const RDS_GP3 = 0.115;
const SECRET = 0.4;
/** Target tracking makes two alarms for each policy. */
const POLICY = 2 * 0.1;
const VCPU = 0.04048;
const GB = 0.004445;

/** A balancer has a public address in each of three zones. */
const balancer = [H * BALANCER, 3 * H * IPV4];
const natGateway = [H * NAT, H * IPV4];
/** Scaling policies of the three services of a tier: two of the API, three of Python, one of the bridge. */
const policies = [POLICY, POLICY, POLICY, POLICY, POLICY, POLICY];

/** Lines in the state `priced` of estimates at the expected load, computed by hand. Usage and external services are not among them. */
const INVOICES: readonly { readonly request: Readonly<Record<string, string>>; readonly lines: readonly number[] }[] = [
  {
    // Two t3a.medium with 30 GiB and a public address each; db.t4g.small with 50 GiB; two cache.t4g.medium.
    request: { tier: 'small' },
    lines: [
      ...[2 * H * 0.0376, 2 * 30 * GP3, 2 * H * IPV4, POLICY],
      ...[H * 0.032, 50 * RDS_GP3, SECRET],
      ...[2 * H * 0.065, SECRET],
      // The bridge of small does not scale.
      ...[POLICY, POLICY, POLICY, POLICY, POLICY],
      ...balancer,
      ...balancer,
    ],
  },
  {
    // One t3a.xlarge, whose Elastic IP address replaces its first address, and a data volume of 50 GiB plus a fifth.
    request: { tier: 'small', topology: 'single-host' },
    lines: [H * 0.1504, 30 * GP3, 60 * GP3, H * IPV4, POLICY, SECRET, SECRET],
  },
  {
    // Two APIs and the bridge of 1 vCPU and 2 GB, and Python of 1 vCPU and 3 GB, with a public address each.
    request: { tier: 'small', compute: 'fargate' },
    lines: [
      ...[2 * H * VCPU, 2 * 2 * H * GB, 2 * H * IPV4],
      ...[H * VCPU, 3 * H * GB, H * IPV4],
      ...[H * VCPU, 2 * H * GB, H * IPV4],
      ...[H * 0.032, 50 * RDS_GP3, SECRET],
      ...[2 * H * 0.065, SECRET],
      ...[POLICY, POLICY, POLICY, POLICY, POLICY],
      ...balancer,
      ...balancer,
    ],
  },
  {
    // Small and a g4dn.xlarge with 100 GiB.
    request: { tier: 'small', gpu: 't4' },
    lines: [
      ...[2 * H * 0.0376, 2 * 30 * GP3, 2 * H * IPV4, POLICY],
      ...[H * 0.526, 100 * GP3, H * IPV4, POLICY],
      ...[H * 0.032, 50 * RDS_GP3, SECRET],
      ...[2 * H * 0.065, SECRET],
      ...[POLICY, POLICY, POLICY, POLICY, POLICY],
      ...balancer,
      ...balancer,
    ],
  },
  {
    // Four APIs of 1 vCPU, two Python of 2 and a bridge of 1 need nine of the ten vCPUs of five c6a.large.
    request: { tier: 'medium' },
    lines: [
      ...natGateway,
      ...[5 * H * 0.0765, 5 * 30 * GP3, POLICY],
      ...[H * 0.152, 200 * RDS_GP3, SECRET],
      ...[2 * H * 0.206, SECRET],
      ...policies,
      ...balancer,
      ...balancer,
    ],
  },
  {
    // Ireland: a NAT hour 0.048, gp3 0.088, balancers 0.0252, RDS gp3 as gp2 0.127.
    request: { tier: 'medium', region: 'eu-west-1' },
    lines: [
      ...[H * 0.048, H * IPV4],
      ...[5 * H * 0.08208, 5 * 30 * 0.088, POLICY],
      ...[H * 0.168, 200 * 0.127, SECRET],
      ...[2 * H * 0.229, SECRET],
      ...policies,
      ...[H * 0.0252, 3 * H * IPV4],
      ...[H * 0.0252, 3 * H * IPV4],
    ],
  },
  {
    // Valkey costs a fifth less than Redis.
    request: { tier: 'medium', cacheEngine: 'valkey' },
    lines: [
      ...natGateway,
      ...[5 * H * 0.0765, 5 * 30 * GP3, POLICY],
      ...[H * 0.152, 200 * RDS_GP3, SECRET],
      ...[2 * H * 0.206 * 0.8, SECRET],
      ...policies,
      ...balancer,
      ...balancer,
    ],
  },
  {
    request: { tier: 'medium', architecture: 'arm64' },
    lines: [
      ...natGateway,
      ...[5 * H * 0.068, 5 * 30 * GP3, POLICY],
      ...[H * 0.152, 200 * RDS_GP3, SECRET],
      ...[2 * H * 0.206, SECRET],
      ...policies,
      ...balancer,
      ...balancer,
    ],
  },
  {
    // Ten APIs of 1 vCPU, four Python of 2 and three bridges of 1 need 21 of the 22 vCPUs of eleven c6a.large. A standby doubles
    // instance and storage; the two replicas have neither in their template; each pays for its instance and storage.
    request: { tier: 'large' },
    lines: [
      ...[...natGateway, ...natGateway],
      ...[11 * H * 0.0765, 11 * 30 * GP3, POLICY],
      ...[2 * H * 0.152, 2 * 400 * RDS_GP3, SECRET],
      ...[H * 0.152, 400 * RDS_GP3],
      ...[H * 0.152, 400 * RDS_GP3],
      ...[2 * 2 * H * 0.206, SECRET],
      ...policies,
      ...balancer,
      ...balancer,
    ],
  },
  {
    request: { tier: 'large', highAvailability: 'false', readReplicas: '0' },
    lines: [
      ...[...natGateway, ...natGateway],
      ...[11 * H * 0.0765, 11 * 30 * GP3, POLICY],
      ...[H * 0.152, 400 * RDS_GP3, SECRET],
      ...[2 * 2 * H * 0.206, SECRET],
      ...policies,
      ...balancer,
      ...balancer,
    ],
  },
  {
    // Ten APIs of 1 vCPU and 2 GB, four Python of 2 and 4, three bridges of 1 and 2.
    request: { tier: 'large', compute: 'fargate' },
    lines: [
      ...[...natGateway, ...natGateway],
      ...[10 * H * VCPU, 10 * 2 * H * GB],
      ...[4 * 2 * H * VCPU, 4 * 4 * H * GB],
      ...[3 * H * VCPU, 3 * 2 * H * GB],
      ...[2 * H * 0.152, 2 * 400 * RDS_GP3, SECRET],
      ...[H * 0.152, 400 * RDS_GP3],
      ...[H * 0.152, 400 * RDS_GP3],
      ...[2 * 2 * H * 0.206, SECRET],
      ...policies,
      ...balancer,
      ...balancer,
    ],
  },
  {
    // Three pools: 36 APIs of 1 vCPU on nine m5a.xlarge, Python on four c6a.xlarge, 11 bridges on three m5a.xlarge.
    // Two g5.xlarge under the expected load, a standby, two replicas, four shards of two nodes.
    request: { tier: 'very-large' },
    lines: [
      ...[...natGateway, ...natGateway, ...natGateway],
      ...[5 * H * 0.344, 5 * 30 * GP3, POLICY],
      ...[4 * H * 0.153, 4 * 30 * GP3, POLICY],
      ...[3 * H * 0.172, 3 * 30 * GP3, POLICY],
      ...[2 * H * 1.006, 2 * 100 * GP3, POLICY],
      ...[2 * H * 0.608, 2 * 1_000 * RDS_GP3, SECRET],
      ...[H * 0.608, 1_000 * RDS_GP3],
      ...[H * 0.608, 1_000 * RDS_GP3],
      ...[4 * 2 * H * 0.821, SECRET],
      // The image worker scales like Python.
      ...[...policies, POLICY, POLICY, POLICY],
      ...balancer,
      ...balancer,
    ],
  },
];

/** An amount in dollars as cents, rounded half up. The addend corrects floating-point errors, and is far below a cent. */
function cents(dollars: number): number {
  return Math.round(dollars * 100 + 1e-7);
}

function pricedFacts({ estimate }: BlueprintEstimate) {
  return estimate.lineItems.filter(({ state }) => state === 'priced').map(({ monthlyUsd }) => Number(monthlyUsd.mid.times(100)));
}

const ascending = (left: number, right: number) => left - right;

describe('the facts of the estimate, computed by hand:', () => {
  it.each(INVOICES.map((invoice) => [JSON.stringify(invoice.request), invoice] as const))('%s', (_name, { request, lines }) => {
    const bill = billFor(blueprintFor({ system: 'aiva', ...request }));
    expect(pricedFacts(bill).sort(ascending)).toEqual(lines.map(cents).sort(ascending));
  });

  it('every usage line of medium for a month', () => {
    // 150 requests/s at the peak, a fifth on average, are 30/s and 78.84 million a month.
    const requests = 150 * 0.2 * 730 * 3_600;
    const perGib = 1_024 * 1_024;
    const calls = 12 * 0.2;
    const audioGb = (calls * 40_000 * 730 * 3_600) / 8 / 1_024 ** 3;
    const uploads = 150 * 0.2 * 730;
    const { estimate } = billFor(blueprintFor({ system: 'aiva', tier: 'medium' }));
    const amountOf = (component: string, kind: LineKind) => {
      const found = estimate.lineItems.filter((line) => line.component === component && line.kind === kind);
      return toCents(found.reduce((sum, line) => sum.plus(line.monthlyUsd.mid), estimate.monthlyUsd.mid.times(0)));
    };
    const dollars = (amount: number) => (cents(amount) / 100).toFixed(2);

    const outGb = (requests * 3) / perGib + 2 * audioGb + (requests * 0.5) / perGib;
    expect(amountOf('network', 'internet-transfer-gb')).toBe(dollars((outGb - 100) * 0.09));
    expect(amountOf('network', 'inter-zone-transfer-gb')).toBe(dollars(((requests * 2) / perGib) * 0.02));
    expect(amountOf('network', 'nat-gateway-gb')).toBe(dollars((2 * audioGb + (2 * requests * 0.5) / perGib) * 0.045));
    expect(amountOf('api', 'log-ingest-gb')).toBe(dollars(((requests * 0.2) / perGib) * 0.5));
    // New connections, 1.5/s of 25/s, use the least of a capacity unit; bytes, 30 requests/s of 4 KiB, use the most.
    expect(amountOf('entry', 'load-balancer-capacity-units')).toBe(dollars(((30 * 4 * 3_600) / perGib) * 730 * 0.008));
    // 35% of 200 GiB above the free allocation.
    expect(amountOf('database', 'database-backup-gb-months')).toBe(dollars(0.35 * 200 * 0.095));
    expect(amountOf('cache', 'cache-snapshot-gb-months')).toBe(dollars(6 * 0.6 * 8 * 0.085));
    expect(amountOf('files', 'object-storage-gb-months')).toBe(dollars(300 * 0.023));
    expect(amountOf('files', 'object-write-requests')).toBe(dollars((uploads / 1_000) * 0.005));
    // Three requests for each upload, and four workers that poll three times a minute.
    expect(amountOf('jobs', 'queue-requests')).toBe(dollars(((3 * uploads + 4 * 3 * 60 * 730) / 1_000_000) * 0.4));
    expect(amountOf('model-api', 'external-service')).toBe(dollars(75 * 1.25));
  });
});
