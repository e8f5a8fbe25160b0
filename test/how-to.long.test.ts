import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { requestFromContext } from '../bin/context-request';
import { commandsOf, contextOf, filesOf } from './support/documents';
import { productionOf, prometheusAnswer } from './support/production-of-tier';
import { seededUniform } from './support/queue-simulation';
import { fixture, sizing } from './support/run';
import { stacksFor } from './support/synthesized';

const PAGES = ['gpu', 'several-regions', 'continuous-integration', 'calibration', 'production-metrics', 'own-prices', 'other-stores'].map(
  (name) => `docs/${name}.md`,
);

/** A day of production, for the page that exports it. */
const METRICS = productionOf(
  [
    { component: 'api', resource: 'processor', perRequest: 0.015, base: 0.01, instances: 2, supplied: 1 },
    { component: 'database', resource: 'processor', perRequest: 0.005, base: 0, instances: 1, supplied: 2 },
  ],
  { windows: 288, windowsOfDay: 288, most: 40, noise: 0.05, autocorrelation: 0.6 },
  seededUniform(1),
);

/** A reader writes the files of a page into the folder of the definition, and types its commands there one after the other. */
describe.each(PAGES)('%s', (page) => {
  const started = process.cwd();
  beforeAll(() => {
    const folder = mkdtempSync(join(inject('runFolder'), 'how-to-'));
    // Pages without a definition of their own are about any.
    writeFileSync(join(folder, 'sizing.yaml'), readFileSync(fixture('shop/sizing.yaml')));
    mkdirSync(join(folder, 'environments'));
    writeFileSync(join(folder, 'environments/dev.json'), '{}');
    writeFileSync(join(folder, 'metrics.json'), prometheusAnswer(METRICS));
    for (const [name, text] of filesOf(page)) writeFileSync(join(folder, name), text);
    process.chdir(folder);
  });
  afterAll(() => process.chdir(started));

  it('has commands of sizing and the CDK only', () => {
    expect(commandsOf(page).length).toBeGreaterThanOrEqual(3);
    expect(commandsOf(page).filter((command) => !/^npx (sizing|cdk (synth|deploy)) /.test(command))).toEqual([]);
  });

  it.each(commandsOf(page))('%s', async (command) => {
    if (command.startsWith('npx sizing ')) {
      const { code, stdout, stderr } = await sizing(command.replace('npx sizing ', '').split(' '));
      expect(stderr).not.toContain('error');
      expect(code).toBe(0);
      expect(stdout).toMatch(/shop/i);
      return;
    }
    const { blueprint, deployment } = requestFromContext(contextOf(command));
    expect(stacksFor(blueprint).map(({ stackName }) => stackName)).toContain('shop-dev');
    expect(deployment.imageTag).toBeDefined();
  });

  it.runIf(page === 'docs/several-regions.md')('names the output, the stack and the retention of the replica', () => {
    const [, stackName, key, days] =
      /--stack-name (\S+) [^\n]*OutputKey=='(\w+)'[^\n]*\n[^\n]*--backup-retention-period (\d+)/.exec(
        readFileSync(join(started, page), 'utf8'),
      ) ?? [];
    const deploy = commandsOf(page).find((command) => command.startsWith('npx cdk deploy')) ?? '';
    const stack = stacksFor(requestFromContext(contextOf(deploy)).blueprint).find((each) => each.stackName === stackName);
    const template = Template.fromJSON(stack?.template ?? {});
    expect(Object.keys(template.findOutputs('*'))).toContain(key);
    template.hasResourceProperties('AWS::RDS::DBInstance', { BackupRetentionPeriod: Number(days) });
  });
});
