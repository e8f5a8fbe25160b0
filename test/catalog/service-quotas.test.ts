import { describe, expect, test } from 'vitest';
import { defaultIn, SERVICE_QUOTAS, vcpuQuotaOf } from '../../lib/catalog/service-quotas';

const QUOTAS = Object.values(SERVICE_QUOTAS);

describe('service quotas', () => {
  // Source: Amazon EC2 user guide, "On-Demand Instance quotas".
  test.each([
    ['m7i.large', 'Standard', 5],
    ['im4gn.large', 'Standard', 5],
    ['is4gen.large', 'Standard', 5],
    ['h1.2xlarge', 'Standard', 5],
    ['d3.xlarge', 'Standard', 5],
    ['t3.micro', 'Standard', 5],
    ['g4dn.xlarge', 'G and VT', 0],
    ['gr6.4xlarge', 'G and VT', 0],
    ['vt1.3xlarge', 'G and VT', 0],
    ['p5.48xlarge', 'P', 0],
    ['inf2.xlarge', 'Inf', 0],
    ['trn1.2xlarge', 'Trn', 0],
    ['dl1.24xlarge', 'DL', 0],
    ['f1.2xlarge', 'F', 0],
    ['x2gd.large', 'X', 0],
    ['u-6tb1.56xlarge', 'High Memory', 0],
    ['u7i-12tb.224xlarge', 'High Memory', 0],
    ['hpc7a.96xlarge', 'HPC', 0],
  ])('%s counts as %s, whose default is %i vCPU', (type, name, value) => {
    const quota = SERVICE_QUOTAS[vcpuQuotaOf(type)];
    expect([quota.name, quota.defaultValue]).toEqual([`EC2 ${name} vCPU, On-Demand`, value]);
  });

  test.each([
    // Amazon EKS user guide, "View and manage Amazon EKS and Fargate service quotas", and outputs of list-aws-default-service-quotas.
    ['eksClusters', 'L-1194D53C', 100],
    ['nodeGroups', 'L-6D54EA21', 30],
    ['nodes', 'L-BD136A63', 450],
    // Amazon ElastiCache user guide, "Quotas for ElastiCache".
    ['cacheNodes', 'L-DFE45DF3', 300],
    ['cacheClusterNodes', 'L-AF354865', 90],
    // Amazon EKS best practices guide, "Known Limits and Service Quotas".
    ['secrets', 'L-2F66C23C', 500_000],
    ['vpcs', 'L-F678F1CE', 5],
    ['elasticIps', 'L-0263D0A3', 5],
    ['applicationBalancers', 'L-53DA6B97', 50],
    ['networkBalancers', 'L-69A177A2', 50],
    ['targetGroups', 'L-B22855CB', 3000],
    ['standardVcpu', 'L-1216C47A', 5],
  ] as const)('%s is %s with the default %i', (key, code, value) => {
    expect(SERVICE_QUOTAS[key]).toMatchObject({ code, defaultValue: value });
  });

  test('have a code and a page of the documentation of AWS each', () => {
    expect(QUOTAS.filter(({ code }) => !/^L-[0-9A-F]{8}$/.test(code))).toEqual([]);
    expect(QUOTAS.filter(({ source }) => !source.startsWith('https://docs.aws.amazon.com/'))).toEqual([]);
    expect(new Set(QUOTAS.map(({ code }) => code)).size).toBe(QUOTAS.length);
  });

  test('state why a default is unknown, and only then', () => {
    for (const { defaultValue, contradictoryValues } of QUOTAS) expect(defaultValue === undefined).toBe(contradictoryValues !== undefined);
  });

  // Source: Amazon RDS user guide, "Quotas and constraints for Amazon RDS": 20 DB instances in ap-south-1, 40 elsewhere.
  test('have lower defaults in some regions', () => {
    expect(defaultIn(SERVICE_QUOTAS.databases, 'ap-south-1')).toBe(20);
    expect(defaultIn(SERVICE_QUOTAS.databases, 'us-east-1')).toBe(40);
  });
});
