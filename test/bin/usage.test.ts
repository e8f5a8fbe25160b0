import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseUsage, UsageFile } from '../../lib/contract/usage-file';
import { parseConfig } from '../../lib/io/yaml/parse-config';
import { EstimateJson } from '../../lib/output/json/estimate';
import { sizing } from '../support/run';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'usage-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

const TEMPLATE = `
Resources:
  Orders: { Type: AWS::SQS::Queue }
  DeadLetters: { Type: AWS::SQS::Queue }
  Files: { Type: AWS::S3::Bucket }
`;

const estimated = (...flags: readonly string[]) =>
  sizing(['estimate', write('shop.yaml', TEMPLATE), '--region', 'us-east-1', '--json', ...flags], { columns: 400 });

const totals = async (usage: string) => {
  const { code, stdout, stderr } = await estimated('--usage', write('usage.yml', usage));
  expect(code, stderr).toBe(0);
  const { monthlyUsd } = EstimateJson.parse(JSON.parse(stdout));
  return [monthlyUsd.low, monthlyUsd.mid, monthlyUsd.high];
};

/**
 * us-east-1: standard queues $0.40 per million requests (https://aws.amazon.com/sqs/pricing/, without the free million of an account),
 * S3 Standard $0.023 per GB-month (https://aws.amazon.com/s3/pricing/).
 */
describe('--usage', () => {
  test.each([
    ['a logical id', 'Orders: {queueRequests: 10000000}', ['4.00', '4.00', '4.00']],
    ['a type: each of its resources', 'AWS::SQS::Queue: {queueRequests: 10000000}', ['8.00', '8.00', '8.00']],
    ['a pattern of types', '"AWS::SQS::*": {queueRequests: 10000000}', ['8.00', '8.00', '8.00']],
    ['a pattern of names', '"*Letters": {queueRequests: 10000000}', ['4.00', '4.00', '4.00']],
    ['a name counts before a type', 'AWS::SQS::Queue: {queueRequests: 10000000}\n  Orders: {queueRequests: 0}', ['4.00', '4.00', '4.00']],
    // The middle of two ends is their geometric mean: 10 million of 1 and 100 million.
    ['a range', 'Orders: {queueRequests: [1000000, 100000000]}', ['0.40', '4.00', '40.00']],
    ['low, mid and high', 'Files: {storedGb: {low: 10, mid: 100, high: 1000}}', ['0.23', '2.30', '23.00']],
    ['no value: unknown', 'Orders: {queueRequests: }\n  Files:', ['0.00', '0.00', '0.00']],
    // 100 GB are free, then $0.09 per GB: https://aws.amazon.com/ec2/pricing/on-demand/, data transfer.
    ['data transfer', 'network: {internetOutGb: 1100, interZoneGb: 50}', ['91.00', '91.00', '91.00']],
  ])('of %s', async (_, usage, expected) => {
    expect(await totals(`usage:\n  ${usage}\n`)).toEqual(expected);
  });

  test('all problems of a file at once', async () => {
    const usage = 'usage:\n  Orders: {queueRequest: 1}\n  Files: {storedGb: -4}\n';
    const { code, stderr } = await estimated('--usage', write('usage.yml', usage));
    expect(code).toBe(1);
    expect(stderr).toMatch(/usage\.Orders\.queueRequest: unknown key; expected one of \d+ keys\. Did you mean "queueRequests"\?/);
    expect(stderr).toContain('usage.Files.storedGb: invalid value -4; expected at least 0');
  });

  test('usage that nothing in the template has', async () => {
    const usage =
      'Odrers: {queueRequests: 1}, AWS::SQS::Queues: {queueRequests: 1}, "*Jobs": {queueRequests: 1}, Files: {queueRequests: 1}';
    const { code, stderr } = await estimated('--usage', write('usage.yml', `usage: {${usage}, network: {natProcessedGb: 1}}`));
    expect(code).toBe(1);
    const NAMES = 'expected a logical id, a construct path, a component or a type of the templates, or network';
    expect(stderr.split('\n')).toEqual([
      'error: invalid usage',
      `  usage.Odrers: unknown resource; ${NAMES}. Did you mean "Orders"?`,
      `  usage.AWS::SQS::Queues: unknown resource; ${NAMES}. Did you mean "AWS::SQS::Queue"?`,
      `  usage.*Jobs: matches no resource; ${NAMES}`,
      '  usage.Files.queueRequests: no price of Files depends on it; expected one of storedGb, putRequests, getRequests. Did you mean "putRequests"?',
      '  usage.network.natProcessedGb: no price of network depends on it; expected one of internetOutGb, interRegionGb, interZoneGb',
      '',
    ]);
  });

  test('needs a template', async () => {
    const tier = await sizing(['estimate', 'aiva', 'small', '--usage', 'usage.yml', '--write-usage', 'new.yml']);
    expect([tier.code, tier.stderr]).toEqual([1, expect.stringContaining('--usage: given without a template')]);
    expect(tier.stderr).toContain('--write-usage: given without a template');
  });
});

describe('--require-usage', () => {
  const ALL =
    'usage: {AWS::SQS::Queue: {queueRequests: 1}, Files: {storedGb: 1, putRequests: 1, getRequests: 1}, network: {internetOutGb: 1, interZoneGb: 1}}';

  test('rejects a total that excludes usage, and names it', async () => {
    const { code, stderr } = await estimated('--require-usage', '--usage', write('usage.yml', 'usage: {Files: {storedGb: 1}}'));
    expect(code).toBe(3);
    expect(stderr).toContain('error: the usage of 4 items is unknown, and --require-usage requires it');
    expect(stderr).toContain('AWS::SQS::Queue Orders: its usage is unknown; give it in the file of --usage');
  });

  test('accepts a total with all usage, without the warning about it', async () => {
    const { code, stderr } = await estimated('--require-usage', '--usage', write('usage.yml', ALL));
    expect(code).toBe(0);
    expect(stderr).not.toContain('excludes usage');
  });
});

describe('--write-usage', () => {
  test('writes each quantity that a price depends on, which a usage file may have', async () => {
    const file = join(folder, 'new.yml');
    const { stderr } = await estimated('--write-usage', file);
    expect(stderr).toContain(`Wrote ${file}. Fill in its quantities, and add --usage ${file}.`);
    expect(readFileSync(file, 'utf8').split('\n').slice(3)).toEqual([
      'usage:',
      '  # AWS::SQS::Queue',
      '  Orders:',
      '    queueRequests: # requests per month',
      '  # AWS::SQS::Queue',
      '  DeadLetters:',
      '    queueRequests: # requests per month',
      '  # AWS::S3::Bucket',
      '  Files:',
      '    storedGb: # GB-month',
      '    putRequests: # requests per month',
      '    getRequests: # requests per month',
      '  # data transfer',
      '  network:',
      '    internetOutGb: # GB per month',
      '    interZoneGb: # GB per month',
      '',
    ]);
    // Unknown quantities stay unknown.
    expect((await estimated('--usage', file, '--require-usage')).code).toBe(3);
    rmSync(file);
  });

  test('keeps the amounts that are known', async () => {
    const file = join(folder, 'again.yml');
    const usage = 'usage: {AWS::SQS::Queue: {queueRequests: 5}, Files: {storedGb: [1, 4]}}';
    await estimated('--usage', write('usage.yml', usage), '--write-usage', file);
    const { usage: written } = UsageFile.parse(parseConfig(readFileSync(file, 'utf8'), file, file));
    const known = [...parseUsage(written, file)].flatMap(([selector, quantities]) =>
      [...quantities].map(([key, { mid }]) => [selector, key, mid]),
    );
    expect(known).toEqual([
      ['Orders', 'queueRequests', 5],
      ['DeadLetters', 'queueRequests', 5],
      ['Files', 'storedGb', 2],
    ]);
  });

  test('never replaces a file', async () => {
    const file = write('mine.yml', 'usage: {}\n');
    const { code, stderr } = await estimated('--write-usage', file);
    expect([code, stderr]).toEqual([1, expect.stringContaining(`--write-usage: ${file} exists; expected the path of a new file`)]);
    expect(readFileSync(file, 'utf8')).toBe('usage: {}\n');
    expect(existsSync(join(folder, 'again.yml'))).toBe(true);
  });
});
