import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { requestFromContext } from '../bin/context-request';
import { deploymentOf } from '../lib/answers/deployment';
import { EnvironmentFile } from '../lib/model/environment-file';
import { parseInput } from '../lib/model/parse';
import { filesOf } from './support/documents';
import { fixture } from './support/run';
import { filesBelow, textOf } from './support/sources';

/** The documents for users. Decisions and the changelog quote commands of their time. */
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
    // The shop of the guides is a definition of the reader.
    const config = context.system === 'shop' ? { config: definitionOf(path) } : {};
    expect(() => requestFromContext({ ...context, ...config })).not.toThrow();
  });
});

test('the file of an environment in the documents is valid', () => {
  const [, text = ''] = /```json\n(\{[^`]*"imageTag"[^`]*)```/.exec(textOf('docs/before-you-deploy.md')) ?? [];
  const file = JSON.parse(text) as Record<string, unknown>;
  parseInput(EnvironmentFile, file, 'the example');
  expect(deploymentOf(file, 'the example')).toEqual({ imageTag: '1.4.2' });
});
