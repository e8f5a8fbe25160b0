import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MoveJson } from '../../lib/output/json/move';
import { sizing } from '../support/run';
import { temporaryFolder } from '../support/temporary-folder';

/** Paths of two templates with one resource. */
function templates(before: object, after: object): readonly string[] {
  const folder = temporaryFolder();
  return Object.entries({ before, after }).map(([name, resource]) => {
    const path = join(folder, `${name}.template.json`);
    writeFileSync(path, JSON.stringify({ Resources: { Store: resource } }));
    return path;
  });
}

const database = (AllocatedStorage: number) => ({
  Type: 'AWS::RDS::DBInstance',
  DeletionPolicy: 'Snapshot',
  UpdateReplacePolicy: 'Snapshot',
  Properties: { Engine: 'mysql', DBInstanceClass: 'db.m6g.large', AllocatedStorage: String(AllocatedStorage) },
});
const cache = (NumNodeGroups: number, CacheNodeType: string) => ({
  Type: 'AWS::ElastiCache::ReplicationGroup',
  UpdatePolicy: { UseOnlineResharding: true },
  DeletionPolicy: 'Snapshot',
  UpdateReplacePolicy: 'Snapshot',
  Properties: { Engine: 'redis', ClusterMode: 'enabled', NumNodeGroups, ReplicasPerNodeGroup: 1, CacheNodeType },
});
const SHARDS_AND_TYPE = [cache(1, 'cache.m6g.large'), cache(2, 'cache.m6g.xlarge')] as const;

async function moved(paths: readonly string[]) {
  const { code, stdout, stderr } = await sizing(['move', ...paths, '--json', '--region', 'us-east-1']);
  const { isAccepted, acceptedSteps, steps } = MoveJson.parse(JSON.parse(stdout));
  return { code, stderr, isAccepted, acceptedSteps, steps: steps.length };
}

describe('the exit code of move', () => {
  test('is 0 between tiers where each of several steps is accepted, and the report states it first', async () => {
    const { code, stdout } = await sizing(['move', 'aiva', '--from', 'tier=small', '--to', 'tier=large']);
    expect(code).toBe(0);
    expect(stdout.split('\n')[0]).toContain('accepted in 2 steps');
    expect(stdout).toContain('As one update: 1 rejected');
  });

  test('is 2 for a template that is not accepted as one update, although steps are', async () => {
    const { stderr, ...outcome } = await moved(templates(...SHARDS_AND_TYPE));
    expect(outcome).toEqual({ code: 2, isAccepted: false, acceptedSteps: 2, steps: 2 });
    expect(stderr).toContain('the move is not accepted as one update, only in 2 steps: 1 resource rejected');
  });

  test('is 2 for a template without accepted steps', async () => {
    const { stderr, ...outcome } = await moved(templates(database(200), database(100)));
    expect(outcome).toEqual({ code: 2, isAccepted: false, acceptedSteps: undefined, steps: 1 });
    expect(stderr).toContain('the move is not accepted, and no steps are known that are: 1 resource rejected');
  });

  test('is 0 for a template that one update deploys', async () => {
    expect(await moved(templates(database(100), database(200)))).toMatchObject({ code: 0, isAccepted: true, acceptedSteps: 1, steps: 1 });
  });
});

describe('a store that a server in a container takes over', () => {
  const server = {
    Type: 'AWS::ECS::TaskDefinition',
    Properties: {
      ContainerDefinitions: [{ Image: 'mysql:8.4', PortMappings: [{ ContainerPort: 3306 }], MountPoints: [{ SourceVolume: 'data' }] }],
    },
  };

  function files(): readonly string[] {
    const folder = temporaryFolder();
    return Object.entries({ before: { Store: database(100) }, after: { Server: server } }).map(([name, Resources]) => {
      const path = join(folder, `${name}.template.json`);
      writeFileSync(path, JSON.stringify({ Resources }));
      return path;
    });
  }

  test('needs a data migration: exit code 2, and steps that copy the data before and after the deployment', async () => {
    const { code, stdout, stderr } = await sizing(['move', ...files(), '--json', '--region', 'us-east-1']);
    const { steps, transitions, acceptedSteps } = MoveJson.parse(JSON.parse(stdout));
    const store = transitions.flatMap(({ resources }) => resources).find(({ id }) => id === 'Store');
    expect({ code, acceptedSteps, class: store?.class }).toEqual({ code: 2, acceptedSteps: undefined, class: 'needs-data-migration' });
    expect(store?.migration).toMatchObject({
      kind: 'mysql',
      into: 'Server',
      procedure: 'docs/restore.md#copy-data-to-another-store',
      ifSkipped: 'Server has none of this data, which is then only in the final snapshot',
      duration: expect.stringContaining('as long as the dump and the load of all data take'),
    });
    expect(steps.map(({ titles, command }) => [titles[0]?.split(':')[0], command === undefined])).toEqual([
      ['Stop the services that write to Store, and dump its data with mysqldump', true],
      [expect.stringContaining('Deploy '), false],
      ['Load the dump into Server with mysql, compare the rows of each table, and start the services', true],
    ]);
    expect(stderr).toContain('the move needs a data migration, which the printed steps describe: 1 data store replaced by an empty one');
  });

  test('has a procedure in the guide', () => {
    expect(readFileSync('docs/restore.md', 'utf8')).toContain('\n## Copy data to another store\n');
  });
});

test('a resource without a price is one error, although both templates have it, and --allow-unpriced accepts it', async () => {
  const unknown = (AllocatedStorage: string) => ({
    Type: 'AWS::RDS::DBInstance',
    Properties: { Engine: 'oracle-ee', DBInstanceClass: 'db.x9.large', AllocatedStorage },
  });
  const request = ['move', ...templates(unknown('100'), unknown('200')), '--region', 'us-east-1'];
  const { code, stderr } = await sizing(request);
  expect([code, stderr.match(/no price of/g)?.length]).toEqual([3, 1]);
  expect((await sizing([...request, '--allow-unpriced', 'AWS::RDS::DBInstance'])).code).toBe(0);
});

describe('the steps of a move between templates', () => {
  const group = (InstanceType: string) => ({
    Launch: { Type: 'AWS::EC2::LaunchTemplate', Properties: { LaunchTemplateData: { InstanceType } } },
    Workers: {
      Type: 'AWS::AutoScaling::AutoScalingGroup',
      Properties: {
        MinSize: '1',
        MaxSize: '4',
        LaunchTemplate: { LaunchTemplateId: { Ref: 'Launch' }, Version: { 'Fn::GetAtt': ['Launch', 'LatestVersionNumber'] } },
      },
    },
  });

  /** A folder as `cdk synth` writes it: a stack whose name differs from its artifact, with a nested stack. */
  function assembly(name: string, nested: object): string {
    const folder = join(temporaryFolder(), name);
    mkdirSync(folder);
    const parent = {
      Type: 'AWS::CloudFormation::Stack',
      Properties: { TemplateURL: 'https://example.com/nested.json' },
      Metadata: { 'aws:asset:path': 'nested.json' },
    };
    const properties = { templateFile: 'shop.json', stackName: 'prod-shop' };
    const artifacts = { ShopF3A1: { type: 'aws:cloudformation:stack', environment: 'aws://unknown-account/eu-west-1', properties } };
    for (const [file, content] of Object.entries({
      'manifest.json': { artifacts },
      'shop.json': { Resources: { Batch: parent } },
      'nested.json': { Resources: nested },
    })) {
      writeFileSync(join(folder, file), JSON.stringify(content));
    }
    return folder;
  }

  async function commands(paths: readonly string[]): Promise<readonly string[]> {
    const { stdout } = await sizing(['move', ...paths, '--json']);
    return MoveJson.parse(JSON.parse(stdout)).steps.flatMap(({ command }) => command ?? []);
  }

  test('replace the instances of a group in a nested stack, whose names a command finds', async () => {
    const [before, after] = [assembly('before', group('m6i.large')), assembly('after', group('m6i.xlarge'))];
    const found = await commands([before, after]);
    const stack =
      '"$(aws cloudformation describe-stack-resource --stack-name prod-shop --logical-resource-id Batch --region eu-west-1 --query StackResourceDetail.PhysicalResourceId --output text)"';
    expect(found).toEqual([
      `npx cdk deploy --all --app ${after}`,
      `aws autoscaling start-instance-refresh --auto-scaling-group-name "$(aws cloudformation describe-stack-resource --stack-name ${stack} --logical-resource-id Workers --region eu-west-1 --query StackResourceDetail.PhysicalResourceId --output text)" --region eu-west-1`,
    ]);
    expect(await commands([before, before])).toHaveLength(1);
  });

  test('that prepare a nested stack deploy it by the name that a command finds, in the region of the stack', async () => {
    const [before, after] = SHARDS_AND_TYPE.map((Store, index) => assembly(String(index), { Store }));
    const [first = ''] = await commands([before ?? '', after ?? '']);
    expect(first).toMatch(
      /^aws cloudformation deploy --stack-name "\$\(aws cloudformation describe-stack-resource --stack-name prod-shop /,
    );
    expect(first).toContain('--template-file move-steps/prod-shop-Batch-1.template.json --s3-bucket');
    expect(first).toMatch(/--region eu-west-1$/);
  });

  test('upload a template of an unknown region to the bucket of the region that the AWS CLI uses', async () => {
    const [before = '', after = ''] = templates(...SHARDS_AND_TYPE);
    const [first] = await commands([before, after]);
    // Source: AWS CLI user guide, "Configuration and credential precedence": the variable is read before the profile.
    expect(first).toMatch(/-\$\{AWS_REGION:-\$\(aws configure get region\)\}" --capabilities/);
  });

  test('all deploy the stack of the second template, in the same region', async () => {
    const { stdout } = await sizing(['move', ...templates(...SHARDS_AND_TYPE), '--json', '--region', 'eu-west-1']);
    const found = MoveJson.parse(JSON.parse(stdout)).steps.flatMap(({ command }) => command ?? []);
    expect(found.map((command) => /--stack-name (\S+) .* --region (\S+)$/.exec(command)?.slice(1))).toEqual([
      ['after', 'eu-west-1'],
      ['after', 'eu-west-1'],
    ]);
  });
});
