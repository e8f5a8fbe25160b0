import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { requestedOptions } from '../../bin/commands/requested-options';
import { flagOf } from '../../bin/commands/tier-options';
import { requestFromContext } from '../../bin/context-request';
import { sizing } from '../support/run';
import { textOf } from '../support/sources';

const SHOP = textOf('test/bin/fixtures/shop/sizing.yaml');

/** The answer of a command about the shop, whose definition has the lines in addition. */
async function answerOf(command: string, lines = ''): Promise<{ code: number; stdout: string }> {
  const config = join(mkdtempSync(join(inject('runFolder'), 'platform-')), 'sizing.yaml');
  writeFileSync(config, `${lines}${SHOP}`);
  const { code, stdout } = await sizing([...command.split(' '), '--config', config]);
  return { code, stdout: stdout.replaceAll(config, 'sizing.yaml').replaceAll(/ (?:-c |--)?platform[= ]\w+/g, '') };
}

describe('the platform of a definition', () => {
  test('is named as such in a problem, and a flag as it is typed', () => {
    expect(requestedOptions({}).named(flagOf)('platform')).toBe('platform of the definition');
    expect(requestedOptions({ platform: 'eks' }).named(flagOf)('platform')).toBe('--platform');
  });

  test.each([
    ['quotas shop small', 'eks'],
    ['estimate shop small --control-plane eks', 'kubernetes'],
    ['compare shop', 'kubernetes'],
    ['recommend shop --users 100', 'kubernetes'],
    ['design shop --users 100', 'kubernetes'],
  ])('%s answers as with --platform %s', async (command, platform) => {
    const answer = await answerOf(command, `platform: ${platform}\n`);
    expect(answer).toEqual(await answerOf(`${command} --platform ${platform}`));
    expect(answer.code).toBe(0);
    expect(answer.stdout).not.toBe((await answerOf(command)).stdout);
  });

  test('is that of both ends of a move', async () => {
    const move = (option = '') => `move shop --from tier=small${option} --to tier=large${option}`;
    const { code, stdout } = await answerOf(move(), 'platform: kubernetes\n');
    expect({ code, stdout }).toEqual(await answerOf(move(',platform=kubernetes')));
    expect(code).toBe(0);
  });

  test('is that of the stack, unless the context states another one', () => {
    const config = join(mkdtempSync(join(inject('runFolder'), 'platform-')), 'sizing.yaml');
    writeFileSync(config, `platform: eks\n${SHOP}`);
    const platformOf = (context: object) => requestFromContext({ config, tier: 'small', ...context }).blueprint.options.platform;
    expect([platformOf({}), platformOf({ platform: 'ecs' })]).toEqual(['eks', 'ecs']);
  });
});
