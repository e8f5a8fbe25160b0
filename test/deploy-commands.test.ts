import { describe, expect, test } from 'vitest';
import { requestFromContext } from '../bin/context-request';
import { deploymentOf } from '../lib/answers/deployment';
import { EnvironmentFile } from '../lib/model/environment-file';
import { parseInput } from '../lib/model/parse';
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

describe('the commands of the documents that deploy', () => {
  test('are found', () => {
    expect(new Set(deployCommands().map(([path]) => path)).size).toBeGreaterThanOrEqual(4);
  });

  test.each(deployCommands())('%s: %s is complete, and accepted', (_path, _command, context) => {
    expect(COMPLETE.filter((key) => context[key] === undefined)).toEqual([]);
    // The shop of the guide is a definition of the reader.
    const config = context.system === 'shop' ? { config: fixture('shop/sizing.yaml') } : {};
    expect(() => requestFromContext({ ...context, ...config })).not.toThrow();
  });
});

test('the file of an environment in the documents is valid', () => {
  const [, text = ''] = /```json\n(\{[^`]*"imageTag"[^`]*)```/.exec(textOf('docs/before-you-deploy.md')) ?? [];
  const file = JSON.parse(text) as Record<string, unknown>;
  parseInput(EnvironmentFile, file, 'the example');
  expect(deploymentOf(file, 'the example')).toEqual({ imageTag: '1.4.2' });
});
