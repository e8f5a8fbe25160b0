import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CHARGE_KINDS, CHARGE_NAMES, type ChargeKind, chargeName } from '../../lib/pricing/charge-kinds';

const PRICING = join(__dirname, '../../lib/pricing');

/** Terms of charges, as pages of AWS word them: pricing pages, and pages of the documentation that list what is billed. */
const TERMS_BY_PAGE: Readonly<Record<string, Readonly<Partial<Record<ChargeKind, string>>>>> = {
  'https://aws.amazon.com/cloudwatch/pricing/': {
    'alarm-metrics': 'Alarm metrics',
    dashboards: 'Dashboards',
    'detailed-monitoring-metrics': 'Detailed Monitoring Metrics',
  },
  'https://aws.amazon.com/elasticache/pricing/': {
    'cache-processing-units': 'ElastiCache Processing Units',
    'cache-snapshot-gb-months': 'backup storage',
  },
  'https://aws.amazon.com/elasticloadbalancing/classicloadbalancer/pricing/': {
    'load-balancer-capacity-units': 'Load Balancer Capacity Units',
  },
  'https://aws.amazon.com/rds/aurora/pricing/': { 'database-capacity-unit-hours': 'Aurora Capacity Unit' },
  'https://aws.eu/ebs/pricing': { 'volume-iops': 'provisioned IOPS', 'volume-throughput-mbps': 'provisioned throughput' },
  'https://docs.amazonaws.cn/en_us/efs/latest/ug/managing-throughput.html': {
    'file-transfer-gb': 'Elastic throughput',
    'file-throughput-mbps': 'Provisioned throughput',
  },
  'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/unlimited-mode-examples.html': { 'cpu-credit-vcpu-hours': 'surplus CPU credits' },
  'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_OnDemandDBInstances.html': {
    'database-storage-iops': 'Provisioned IOPS',
  },
  'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/User_DBInstanceBilling.html': {
    'database-backup-gb-months': 'Backup storage',
    'database-instance-hours': 'DB instance hours',
    'database-io-requests': 'I/O requests',
  },
  'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/broker.html': { 'broker-hours': 'broker instance' },
  'https://docs.aws.amazon.com/kms/latest/developerguide/references.html': {
    'encryption-key-requests': 'KMS request',
    'encryption-keys': 'KMS keys',
  },
  'https://docs.aws.amazon.com/whitepapers/latest/how-aws-pricing-works/amazon-ebs.html': {
    'volume-gb-months': 'Volume storage',
    'volume-snapshot-gb-months': 'Snapshot storage',
  },
};

describe('kinds of charges', () => {
  test.each(Object.entries(TERMS_BY_PAGE))('are named in the terms of %s', (_page, terms) => {
    for (const kind of CHARGE_KINDS) {
      expect(CHARGE_NAMES[kind].toLowerCase()).toContain(terms[kind]?.toLowerCase() ?? '');
    }
  });

  test('every kind of the registry is charged somewhere', () => {
    const files = readdirSync(PRICING, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.ts') && file !== 'charge-kinds.ts',
    );
    const sources = files.map((file) => readFileSync(join(PRICING, file), 'utf8')).join('\n');
    expect(CHARGE_KINDS.filter((kind) => !sources.includes(`'${kind}'`))).toEqual([]);
  });

  test('are plain lower-case words, and their names have no brackets', () => {
    for (const kind of CHARGE_KINDS) expect(kind).toMatch(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/);
    for (const name of Object.values(CHARGE_NAMES)) expect(name).not.toMatch(/[()]/);
  });

  test('a line is named by its kind, with details in brackets', () => {
    expect(chargeName('nat-gateway-hours')).toBe('NAT gateway hours');
    expect(chargeName('database-instance-hours', ['db.m6g.large', 'Multi-AZ'])).toBe('DB instance hours (db.m6g.large, Multi-AZ)');
  });
});
