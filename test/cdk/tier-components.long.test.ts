import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { expect, inject, it } from 'vitest';
import { TierCache, TierDatabase, TierQueue, TierService } from '../../lib';
import { checkTemplates } from '../../lib/answers/check-templates';
import { judged } from '../support/judges';
import { ENV, ownStack } from './fixtures/components';
import { shop } from './fixtures/shop';

const CERTIFICATE = `arn:aws:acm:${ENV.region}:${ENV.account}:certificate/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f`;

/** Template of the shop as single constructs, behind a listener with TLS, on disk. */
function templateFile(): string {
  const { stack, vpc } = ownStack();
  const cluster = new ecs.Cluster(stack, 'Cluster', { vpc });
  const balancer = new elb.ApplicationLoadBalancer(stack, 'Balancer', { vpc, internetFacing: true });
  const listener = balancer.addListener('Https', { port: 443, certificates: [elb.ListenerCertificate.fromArn(CERTIFICATE)] });
  const small = { system: shop, tier: 'small' } as const;
  const database = new TierDatabase(stack, 'Orders', { ...small, component: 'database', vpc, readReplicas: 1, deletionProtection: false });
  const cache = new TierCache(stack, 'Sessions', { ...small, component: 'cache', vpc });
  const jobs = new TierQueue(stack, 'Jobs', { ...small, component: 'jobs' });
  const service = { ...small, cluster, imageTag: '1.4.2' };
  new TierService(stack, 'Api', { ...service, component: 'api', uses: [database, cache, jobs], listener });
  new TierService(stack, 'Worker', { ...service, component: 'worker', uses: [database], worksOn: jobs });
  const file = join(mkdtempSync(join(inject('runFolder'), 'components-')), 'Shop.template.json');
  writeFileSync(file, JSON.stringify(Template.fromStack(stack).toJSON()));
  return file;
}

it('single constructs break no rule of the command check', () => {
  const { findings, resources } = checkTemplates(templateFile());
  expect(resources).toBeGreaterThan(40);
  expect(findings.map(({ rule, resource }) => `${rule} ${resource}`)).toEqual([]);
});

judged('cfn-lint', () => {
  it('accepts the template of single constructs', () => {
    const { stdout, stderr, status } = spawnSync('cfn-lint', ['--regions', ENV.region, '--format', 'parseable', '--', templateFile()], {
      encoding: 'utf8',
    });
    expect(`${stdout}${stderr}`).toBe('');
    expect(status).toBe(0);
  });
});
