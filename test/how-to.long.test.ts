import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { requestFromContext } from '../bin/context-request';
import { commandsOf, contextOf, filesOf } from './support/documents';
import { fixture, sizing } from './support/run';
import { stacksFor } from './support/synthesized';

const PAGES = ['gpu', 'several-regions', 'continuous-integration', 'calibration', 'own-prices'].map((name) => `docs/${name}.md`);

/** A reader writes the files of a page into the folder of the definition, and types its commands there one after the other. */
describe.each(PAGES)('%s', (page) => {
  const started = process.cwd();
  beforeAll(() => {
    const folder = mkdtempSync(join(inject('runFolder'), 'how-to-'));
    // Pages without a definition of their own are about any.
    writeFileSync(join(folder, 'sizing.yaml'), readFileSync(fixture('shop/sizing.yaml')));
    mkdirSync(join(folder, 'environments'));
    writeFileSync(join(folder, 'environments/dev.json'), '{}');
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
});
