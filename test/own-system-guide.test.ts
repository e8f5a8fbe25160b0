import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { requestFromContext } from '../bin/context-request';
import { loadSystem } from '../lib/answers/system-reference';
import { loadDefinition } from '../lib/definition/load-definition';
import { sizing } from './support/run';
import { textOf } from './support/sources';
import { stacksFor } from './support/synthesized';

const GUIDE = textOf('docs/your-own-system.md');

/** The blocks of a language in the guide. */
function blocks(language: string): string[] {
  return [...GUIDE.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, block = '']) => block);
}

function written(name: string, text: string): string {
  const path = join(mkdtempSync(join(inject('runFolder'), 'guide-')), name);
  writeFileSync(path, text);
  return path;
}

/** The definition with everything that the guide adds to it. */
const CONFIG = () => written('sizing.yaml', blocks('yaml').join('\n'));
const COMMANDS = blocks('bash').flatMap((block) => block.trim().split('\n'));

describe('the definition in the README', () => {
  const [text = ''] = [...textOf('README.md').matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, block]) => block);

  it.each(['compare', 'recommend --users 2000 --orders 3/s', 'estimate --tier large'])('%s answers', async (line) => {
    const { code, stdout } = await sizing([...line.split(' '), '--config', written('sizing.yaml', text)]);
    expect(code).toBe(0);
    expect(stdout).toContain('shop');
  });
});

/** A reader copies the definition and types the commands one after the other. */
describe('the guide to your own system', () => {
  it('has three tiers in at most 70 lines of components', () => {
    const [system] = loadDefinition(CONFIG()).systems;
    expect(system?.tiers.map(({ id }) => id)).toEqual(['small', 'medium', 'large']);
    const tiers = (blocks('yaml')[0] ?? '').split('\noperations:')[0] ?? '';
    expect(tiers.split('\n').length).toBeLessThanOrEqual(70);
  });

  it('has a TypeScript definition that loads', () => {
    const [block = ''] = blocks('ts');
    const [system] = loadDefinition(written('sizing.config.ts', block)).systems;
    expect(system === undefined ? [] : loadSystem(system).tiers.map(({ id }) => id)).toEqual(['small', 'large']);
  });

  it('has only commands of npm, sizing and the CDK', () => {
    expect(COMMANDS.filter((command) => !/^(npm install |npx sizing |npx cdk (synth|deploy) )/.test(command))).toEqual([]);
  });

  it.each(COMMANDS.filter((command) => command.startsWith('npx sizing ')))('%s answers', async (command) => {
    const { code, stdout, stderr } = await sizing([...command.replace('npx sizing ', '').split(' '), '--config', CONFIG()]);
    expect(stderr).not.toContain('error');
    expect(stderr).not.toContain('instances.expected');
    expect(code).toBe(0);
    expect(stdout).toMatch(/shop/i);
  });

  it.each(COMMANDS.filter((command) => command.startsWith('npx cdk ')))('%s is synthesized', (command) => {
    const context = Object.fromEntries([...command.matchAll(/ -c ([A-Za-z]+)=(\S+)/g)].map(([, key = '', value = '']) => [key, value]));
    const { blueprint, deployment } = requestFromContext({ ...context, config: CONFIG() });
    expect(stacksFor(blueprint).map(({ stackName }) => stackName)).toEqual(['shop-dev']);
    expect(deployment.imageTag).toBeDefined();
  });

  it('has a lever with a gain', async () => {
    const { stdout } = await sizing(['recommend', '--users', '800', '--levers', '--json', '--config', CONFIG()]);
    expect(JSON.parse(stdout).levers.map(({ moreUsers }: { moreUsers: number }) => moreUsers > 0)).toEqual([true]);
  });

  it('has tiers that handle their own workload', async () => {
    for (const tier of ['small', 'medium', 'large']) {
      const { stdout } = await sizing(['capacity', tier, '--json', '--config', CONFIG()]);
      // 1 in ten samples at most is below the workload: the 10th percentile of the multiple is at least 1.
      expect(JSON.parse(stdout).capacity.timesWorkload.low, tier).toBeGreaterThanOrEqual(1);
    }
  });
});
