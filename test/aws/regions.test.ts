import { describe, expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { synthesize } from '../../lib/aws/app';
import { serverName } from '../../lib/aws/regional-names';
import type { Blueprint } from '../../lib/blueprint/blueprint';
import { stacksFor } from '../support/synthesized';

type Resource = { readonly Type: string; readonly Properties: Readonly<Record<string, unknown>>; readonly DeletionPolicy?: string };

const request = { system: 'barber-ops', tier: 'phase-3', environment: 'test' };
const blueprint = blueprintFor(request);
const withDomain = blueprintFor({ ...request, domain: 'example.com' });

function stacksOf(from: Blueprint) {
  return new Map(stacksFor(from).map(({ stackName, region, template }) => [stackName, { region, template }]));
}

const stacks = stacksOf(blueprint);
const named = stacksOf(withDomain);

function resourcesOf(stackName: string, type: string, all = stacks): Resource[] {
  const resources = all.get(stackName)?.template.Resources as Readonly<Record<string, Resource>>;
  return Object.values(resources).filter(({ Type }) => Type === type);
}

function only(stackName: string, type: string, all = stacks): Resource {
  const [resource, another] = resourcesOf(stackName, type, all);
  if (resource === undefined || another !== undefined) throw new Error(`${stackName} has no single ${type}`);
  return resource;
}

describe('a tier of three regions', () => {
  test('has its primary stack first, then a stack of files and a standby stack per standby region', () => {
    expect([...stacks].map(([name, { region }]) => `${name} in ${region}`)).toEqual([
      'barber-ops-test in us-east-1',
      'barber-ops-test-us-west-2-files in us-west-2',
      'barber-ops-test-us-west-2 in us-west-2',
      'barber-ops-test-eu-west-1-files in eu-west-1',
      'barber-ops-test-eu-west-1 in eu-west-1',
    ]);
  });

  test('has one stack in smaller tiers, with the database and secret names that replicas refer to', () => {
    for (const tier of ['current', 'phase-1', 'phase-2']) {
      const earlier = stacksOf(blueprintFor({ ...request, tier }));
      expect([...earlier.keys()]).toEqual(['barber-ops-test']);
      const servers = resourcesOf('barber-ops-test', 'AWS::RDS::DBInstance', earlier).map(
        ({ Properties }) => Properties.DBInstanceIdentifier,
      );
      expect(servers).toContain('barber-ops-test-database');
      const names = resourcesOf('barber-ops-test', 'AWS::SecretsManager::Secret', earlier).map(({ Properties }) => Properties.Name);
      expect(names).toContain('barber-ops-test/database');
    }
  });
});

describe('the database of a standby region', () => {
  const copy = only('barber-ops-test-us-west-2', 'AWS::RDS::DBInstance');

  test('is an encrypted, protected read replica of the primary by ARN, with backups for a promotion', () => {
    expect(copy.Properties).toMatchObject({
      SourceRegion: 'us-east-1',
      KmsKeyId: { 'Fn::GetAtt': [expect.stringMatching(/^databaseKey/), 'Arn'] },
      DeletionProtection: true,
      BackupRetentionPeriod: 7,
    });
    // Amazon RDS user guide, "Working with Amazon Resource Names": arn:aws:rds:<region>:<account>:db:<name>.
    expect(copy.Properties.SourceDBInstanceIdentifier).toEqual({
      'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':rds:us-east-1:', { Ref: 'AWS::AccountId' }, ':db:barber-ops-test-database']],
    });
    expect(copy.DeletionPolicy).toBe('Snapshot');
  });

  test('accepts at least as many connections as its source, as PostgreSQL requires', () => {
    const connections = (stack: string) =>
      Number((only(stack, 'AWS::RDS::DBParameterGroup').Properties.Parameters as Record<string, string>).max_connections);
    expect(connections('barber-ops-test-us-west-2')).toBeGreaterThanOrEqual(connections('barber-ops-test'));
  });

  test('has an alarm for replication lag above the recovery point objective', () => {
    expect(only('barber-ops-test-us-west-2', 'AWS::CloudWatch::Alarm').Properties).toMatchObject({
      MetricName: 'ReplicaLag',
      Threshold: 60,
      Period: 60,
      TreatMissingData: 'breaching',
    });
  });

  test('uses the secret of the primary, which is replicated to its region', () => {
    const [secret] = resourcesOf('barber-ops-test', 'AWS::SecretsManager::Secret').filter(
      ({ Properties }) => Properties.Name !== undefined,
    );
    expect(secret?.Properties.ReplicaRegions).toEqual([{ Region: 'us-west-2' }, { Region: 'eu-west-1' }]);
    expect(JSON.stringify(resourcesOf('barber-ops-test-us-west-2', 'AWS::ECS::TaskDefinition'))).toContain(
      ':secret:barber-ops-test/database',
    );
  });

  test('has no proxy, because RDS Proxy does not support replicas as targets', () => {
    expect(resourcesOf('barber-ops-test-us-west-2', 'AWS::RDS::DBProxy')).toEqual([]);
    expect(resourcesOf('barber-ops-test', 'AWS::RDS::DBProxy')).toHaveLength(1);
  });
});

describe('files', () => {
  test('are replicated by name to a versioned, private bucket of each standby region', () => {
    const [original] = resourcesOf('barber-ops-test', 'AWS::S3::Bucket').flatMap(
      ({ Properties }) => Properties.ReplicationConfiguration ?? [],
    );
    const { Rules } = original as { Rules: { Status: string; Destination: { Bucket: unknown } }[] };
    expect(Rules.map(({ Status }) => Status)).toEqual(['Enabled', 'Enabled']);
    for (const region of ['us-west-2', 'eu-west-1']) {
      const copy = only(`barber-ops-test-${region}-files`, 'AWS::S3::Bucket');
      expect(copy).toMatchObject({
        Properties: { VersioningConfiguration: { Status: 'Enabled' }, PublicAccessBlockConfiguration: { BlockPublicPolicy: true } },
        DeletionPolicy: 'RetainExceptOnCreate',
      });
      const [name] = (copy.Properties.BucketName as { 'Fn::Join': [string, unknown[]] })['Fn::Join'][1];
      expect(name).toBe(`barber-ops-test-static-${region}-`);
      expect(JSON.stringify(Rules)).toContain(`arn:aws:s3:::${String(name)}`);
      // The services of that region read and write the copy.
      expect(JSON.stringify(resourcesOf(`barber-ops-test-${region}`, 'AWS::IAM::Policy'))).toContain(String(name));
    }
  });

  test('rejects environment names that make bucket names too long', () => {
    expect(() => synthesize(blueprintFor({ ...request, environment: 'a-very-long-environment-name' }))).toThrow(
      /environment: makes a bucket name of 46 characters/,
    );
  });

  // Amazon RDS API reference, CreateDBInstance, DBInstanceIdentifier: "Must contain from 1 to 63 letters, numbers, or hyphens".
  test('rejects stack names that make identifiers of databases too long', () => {
    expect(serverName('A'.repeat(54), 'database')).toHaveLength(63);
    expect(() => serverName('A'.repeat(55), 'database')).toThrow(/environment: makes a database identifier of 64 characters/);
  });
});

describe('a standby region', () => {
  test('runs services at their minimum with the maximum of the primary region', () => {
    const bounds = (stack: string) =>
      resourcesOf(stack, 'AWS::ApplicationAutoScaling::ScalableTarget').map(({ Properties }) => [
        Properties.MinCapacity,
        Properties.MaxCapacity,
      ]);
    expect(bounds('barber-ops-test-us-west-2')).toEqual(bounds('barber-ops-test'));
    expect(blueprint.standbys?.[0]?.components.api).toMatchObject({ instances: { min: 10, expected: 10, max: 110 } });
  });
});

describe('failover', () => {
  const stackNames = ['barber-ops-test', 'barber-ops-test-us-west-2', 'barber-ops-test-eu-west-1'];

  test('has a health check per load balancer and region, with the interval of the tier', () => {
    for (const stack of stackNames) {
      const checks = resourcesOf(stack, 'AWS::Route53::HealthCheck').map(({ Properties }) => Properties.HealthCheckConfig);
      expect(checks).toHaveLength(2);
      expect(checks).toContainEqual(
        expect.objectContaining({ Type: 'HTTP', ResourcePath: '/api/health', RequestInterval: 10, FailureThreshold: 3 }),
      );
    }
  });

  test('needs a domain, and warns without it', () => {
    for (const stack of stackNames) expect(resourcesOf(stack, 'AWS::Route53::RecordSet')).toEqual([]);
    expect(blueprint.warnings).toContainEqual({ kind: 'no-domain' });
    expect(withDomain.warnings).not.toContainEqual({ kind: 'no-domain' });
  });

  test('with a domain tries the regions in order until one is healthy', () => {
    const records = stackNames.flatMap((stack) =>
      resourcesOf(stack, 'AWS::Route53::RecordSet', named)
        .map(({ Properties }) => Properties)
        .filter(({ Name }) => /(^|\.)entry\./.test(String(Name)))
        .map(({ Name, Failover, ResourceRecords, TTL }) => {
          const [target] = ResourceRecords as readonly unknown[];
          return [Name, Failover ?? 'always', typeof target === 'string' ? target : 'its balancer', TTL].join(' ');
        }),
    );
    expect(records).toEqual([
      'entry.barber-ops-test.example.com PRIMARY its balancer 60',
      'entry.barber-ops-test.example.com SECONDARY standby-1.entry.barber-ops-test.example.com 60',
      'standby-1.entry.barber-ops-test.example.com PRIMARY its balancer 60',
      'standby-1.entry.barber-ops-test.example.com SECONDARY standby-2.entry.barber-ops-test.example.com 60',
      'standby-2.entry.barber-ops-test.example.com always its balancer 60',
    ]);
  });

  test('accepts one certificate per region', () => {
    const arn = (region: string) => `arn:aws:acm:${region}:123456789012:certificate/11111111-2222-3333-4444-555555555555`;
    expect(() => blueprintFor({ ...request, certificate: arn('us-east-1') })).toThrow(
      /certificate: no certificate of us-west-2.*certificate: no certificate of eu-west-1/s,
    );
    const secure = blueprintFor({ ...request, certificate: ['eu-west-1', 'us-east-1', 'us-west-2'].map(arn).join(',') });
    for (const [name, { region, template }] of stacksOf(secure)) {
      if (name.endsWith('-files')) continue;
      expect(JSON.stringify(template)).toContain(arn(region));
      expect(resourcesOf(name, 'AWS::Route53::HealthCheck', stacksOf(secure))[0]?.Properties.HealthCheckConfig).toMatchObject({
        Type: 'HTTPS',
        Port: 443,
      });
    }
  });

  test('rejects a domain for a tier in one region', () => {
    expect(() => blueprintFor({ ...request, tier: 'phase-2', domain: 'example.com' })).toThrow(
      /domain: invalid value "example\.com"; expected no value/,
    );
  });
});

describe('recovery', () => {
  const { recovery } = blueprint.regions ?? {};

  test('adds up health checks, DNS and promotion, and warns that the objective is met at best', () => {
    expect(recovery?.rto).toMatchObject({ publishedSeconds: 300, seconds: { low: 270, high: 690 }, verdict: 'at-best' });
    expect(recovery?.rto.parts.map(({ seconds }) => seconds.low)).toEqual([30, 60, 180]);
    expect(recovery?.rpo).toMatchObject({ publishedSeconds: 60, seconds: { low: 1, high: 900 }, verdict: 'at-best' });
    expect(blueprint.warnings.filter(({ kind }) => kind === 'recovery')).toEqual([
      { kind: 'recovery', objective: 'RTO', check: recovery?.rto },
      { kind: 'recovery', objective: 'RPO', check: recovery?.rpo },
    ]);
  });

  test('warns about components that are missing after a failover', () => {
    const services = [
      { component: 'web', min: 6, expected: 25 },
      { component: 'api', min: 10, expected: 32 },
      { component: 'realtime', min: 8, expected: 25 },
    ];
    expect(blueprint.warnings).toContainEqual({ kind: 'standby-scale-out', services });
    expect(blueprint.warnings).toContainEqual({ kind: 'cdn-of-primary-region' });
  });
});
