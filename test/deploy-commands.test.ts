import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { requestFromContext } from '../bin/context-request';
import { deploymentOf } from '../lib/answers/deployment';
import { type RecommendRequest, recommendTier } from '../lib/answers/recommend';
import { missingImageProblems } from '../lib/answers/service-images';
import type { Problem } from '../lib/core/problems';
import { EnvironmentFile } from '../lib/model/environment-file';
import { parseInput } from '../lib/model/parse';
import { recommendView } from '../lib/output/recommend';
import { render } from '../lib/output/render';
import { filesOf } from './support/documents';
import { estimateOf } from './support/estimates';
import { fixture } from './support/run';
import { filesBelow, textOf } from './support/sources';

/** The documents for users. Decisions and the changelog may quote outdated commands. */
const DOCUMENTS = ['README.md', ...filesBelow('docs').filter((path) => path.endsWith('.md') && !path.startsWith('docs/decisions/'))];

/** Keys that a command must name so that it deploys the same stack wherever it is run. Images and TLS come from the environment. */
const COMPLETE = ['system', 'tier', 'environment', 'region'];

/** The context of each command that deploys, or that compares with what is deployed. */
function deployCommands(): (readonly [document: string, command: string, context: Readonly<Record<string, string>>])[] {
  return DOCUMENTS.flatMap((path) =>
    [...textOf(path).matchAll(/npx cdk (?:deploy|diff)[^\n`]* -c [^\n`]*/g)].map(([command]) => {
      const pairs = [...command.matchAll(/ -c (\w+)=(\S+)/g)].map(([, key = '', value = '']) => [key, value] as const);
      return [path, command, Object.fromEntries(pairs)] as const;
    }),
  );
}

/** The definition in a document, or one like it. */
function definitionOf(document: string): string {
  const text = filesOf(document).get('sizing.yaml');
  if (text === undefined) return fixture('shop/sizing.yaml');
  const path = join(mkdtempSync(join(inject('runFolder'), 'document-')), 'sizing.yaml');
  writeFileSync(path, text);
  return path;
}

describe('the commands of the documents that deploy', () => {
  test('are found', () => {
    expect(new Set(deployCommands().map(([path]) => path)).size).toBeGreaterThanOrEqual(4);
  });

  test.each(deployCommands())('%s: %s is complete, and accepted', (path, _command, context) => {
    expect(COMPLETE.filter((key) => context[key] === undefined)).toEqual([]);
    // The guides define the system `shop`, which the reader writes.
    const config = context.system === 'shop' ? { config: definitionOf(path) } : {};
    expect(() => requestFromContext({ ...context, ...config })).not.toThrow();
  });
});

describe('the commands that recommend prints', () => {
  /** The named rows of the answer for a workload. Costs do not matter: every tier costs the same here. */
  function rowsFor(request: Omit<RecommendRequest, 'system' | 'workload'>): Readonly<Record<string, string>> {
    const answer = recommendTier({ system: 'aiva', workload: { concurrentUsers: 5 }, ...request }, () => estimateOf([]));
    const text = render({ data: {}, ...recommendView(answer) }, 'table', { width: 400, color: false });
    return Object.fromEntries([...text.matchAll(/^ (create|images|deploy) +(.*)$/gm)].map(([, name = '', row = '']) => [name, row]));
  }

  /** Why a command is rejected in a folder. */
  function problemsOf(command: string, folder: string): Problem[] {
    const context = Object.fromEntries([...command.matchAll(/ -c (\w+)=(\S+)/g)].map(([, key = '', value = '']) => [key, value]));
    const { blueprint, deployment, environmentFile } = requestFromContext(context, folder);
    return missingImageProblems(blueprint, deployment, environmentFile);
  }

  test.each([{ gpu: 'none' }, { environment: 'prod', platform: 'eks' }] as const)(
    'without images with %j, are accepted in their order',
    (options) => {
      const folder = mkdtempSync(join(inject('runFolder'), 'no-images-'));
      const { create = '', images = '', deploy = '' } = rowsFor({ options });
      expect(problemsOf(create, folder)).toEqual([]);
      expect(create).toContain(' -c deletionProtection=false');
      expect(problemsOf(deploy, folder)).toHaveLength(1);
      const file = images.slice(images.lastIndexOf(' ') + 1);
      mkdirSync(join(folder, 'environments'));
      writeFileSync(join(folder, file), JSON.stringify({ imageTag: '1.4.2' }));
      expect(problemsOf(deploy, folder)).toEqual([]);
    },
  );

  test('are one where the file of the environment has a tag, with the definition that --config names', () => {
    const { create, deploy } = rowsFor({ deployedFrom: { definitionFile: 'my systems/sizing.yaml', deployment: { imageTag: '1.4.2' } } });
    expect(create).toBeUndefined();
    expect(deploy).toMatch(/^npx cdk deploy -c system=aiva .* -c 'config=my systems\/sizing.yaml'/);
  });
});

test('the file of an environment in the documents is valid', () => {
  const [, text = ''] = /```json\n(\{[^`]*"imageTag"[^`]*)```/.exec(textOf('docs/before-you-deploy.md')) ?? [];
  const file = JSON.parse(text) as Record<string, unknown>;
  parseInput(EnvironmentFile, file, 'the example');
  expect(deploymentOf(file, 'the example')).toEqual({ imageTag: '1.4.2' });
});
