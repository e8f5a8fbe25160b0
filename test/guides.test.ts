import { describe, expect, it } from 'vitest';
import { requestFromContext } from '../bin/context-request';
import { blueprintFor } from '../lib/answers/blueprint-for';
import { SYSTEMS } from '../tiers';
import { commandsOf, contextOf } from './support/documents';
import { sizing } from './support/run';
import { stacksFor } from './support/synthesized';

/** Documents with procedures whose commands are complete. */
const GUIDES = ['docs/first-deploy.md', 'docs/restore.md'];

const COMMANDS = GUIDES.flatMap((guide) => commandsOf(guide).map((command) => [guide, command] as const));

/** The commands run up to where they need an AWS account: what the CDK deploys is synthesized, and `sizing` answers. */
describe('the commands of the guides', () => {
  it('are of programs that the guides name', () => {
    const others = COMMANDS.filter(([, command]) => !/^(npx cdk |npm run -s sizing -- |npm ci|[A-Z_]+=|aws |docker |curl )/.test(command));
    expect(others).toEqual([]);
  });

  const deployments = COMMANDS.filter(([, command]) => /^npx cdk (synth|deploy|destroy|diff) /.test(command));
  it.each(deployments)('%s: %s is synthesized', (_guide, command) => {
    const { blueprint, deployment } = requestFromContext(contextOf(command));
    const stacks = stacksFor(blueprint);
    expect(stacks.map(({ stackName }) => stackName)).toContain(blueprint.stackName);
    // A deployment must never replace a running image with the placeholder.
    if (command.startsWith('npx cdk deploy')) expect(deployment.imageTag).toBeDefined();
    const restored = contextOf(command).restoreFrom?.split(',') ?? [];
    for (const entry of restored) expect(JSON.stringify(stacks[0]?.template)).toContain(entry.slice(entry.indexOf(':') + 1));
  });

  // The operator == of JMESPath compares strings exactly.
  const read = COMMANDS.flatMap(([, command]) => (command.includes('OutputKey==') ? [[command] as const] : []));
  it.each(read)('%s reads an output that the stack has', (command) => {
    const [, stack = ''] = /--stack-name (\S+)/.exec(command) ?? [];
    const [, key] = /OutputKey=='(\w+)'/.exec(command) ?? [];
    const system = SYSTEMS.find(({ id }) => stack.startsWith(`${id}-`));
    const tier = system?.tiers[0]?.id ?? '';
    const [synthesized] = stacksFor(
      blueprintFor({ system: system?.id ?? '', tier, environment: stack.slice((system?.id.length ?? 0) + 1) }),
    );
    expect(synthesized?.stackName).toBe(stack);
    expect(synthesized?.template).toHaveProperty(['Outputs', key ?? 'no key']);
  });

  it('name the region of every regional service', () => {
    // IAM and STS answer for the whole account, and S3 lists the buckets of all regions.
    const calls = COMMANDS.flatMap(([, command]) =>
      command.split(/(?=\baws [a-z0-9-]+ [a-z-]+)/).filter((part) => part.startsWith('aws ')),
    );
    const regional = calls.filter((call) => !/^aws (iam|sts|s3api) /.test(call));
    expect(regional.length).toBeGreaterThan(20);
    expect(regional.filter((call) => !call.includes('--region us-east-1'))).toEqual([]);
  });

  // CloudFormation API reference, DescribeStackResources: only the first 100 resources are returned, and the stacks have more.
  it('list the resources of a stack with ListStackResources', () => {
    expect(COMMANDS.filter(([, command]) => command.includes('describe-stack-resources'))).toEqual([]);
  });

  // AWS CLI user guide, "Setting the output format": with --output text, the query runs once on each page of the output.
  it('take the first of a list from all pages', () => {
    expect(COMMANDS.filter(([, command]) => /aws \S+ list-[^|]*\| \[0\]" --output text/.test(command))).toEqual([]);
  });

  it('use a variable only after a command that sets it', () => {
    for (const guide of GUIDES) {
      const known = new Set<string>();
      for (const command of commandsOf(guide)) {
        const used = [...command.matchAll(/\$\{?([A-Z_]+)/g)].map(([, name = '']) => name);
        expect(
          used.filter((name) => !known.has(name)),
          command,
        ).toEqual([]);
        for (const [, name = ''] of command.matchAll(/^([A-Z_]+)=/g)) known.add(name);
      }
    }
  });

  // CloudFormation user guide, "Protect CloudFormation stacks from being deleted": the deletion of a stack with termination
  // protection fails.
  it('delete an environment only if its last deployment turned termination protection off', () => {
    const deletions = COMMANDS.filter(([, command]) => command.startsWith('npx cdk destroy'));
    expect(deletions.length).toBeGreaterThanOrEqual(2);
    for (const [guide, command] of deletions) {
      const { system, environment } = contextOf(command);
      const all = commandsOf(guide);
      const deployed = all
        .slice(0, all.indexOf(command))
        .filter((each) => each.startsWith('npx cdk deploy'))
        .map(contextOf)
        .findLast((context) => context.system === system && context.environment === environment);
      // Termination protection follows it.
      expect(deployed, command).toMatchObject({ deletionProtection: 'false' });
      expect(deployed?.terminationProtection ?? 'false', command).toBe('false');
    }
  });

  const answers = COMMANDS.filter(([, command]) => command.startsWith('npm run -s sizing -- '));
  it.each(answers)('%s: %s answers', async (_guide, command) => {
    const { code } = await sizing(command.replace('npm run -s sizing -- ', '').split(' '));
    expect(code).toBe(0);
  });
});
