import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DiffJson } from '../../lib/output/json/diff';
import { sizing } from '../support/run';
import { temporaryFolder } from '../support/temporary-folder';

const template = (Resources: object) => JSON.stringify({ Resources });
const instance = (InstanceType: string) => ({ Type: 'AWS::EC2::Instance', Properties: { InstanceType, SubnetId: 'subnet-1' } });

let folder = '';
const at = (name: string) => join(folder, name);
beforeAll(() => {
  folder = temporaryFolder();
  writeFileSync(at('before.json'), template({ Web: instance('m5.large') }));
  writeFileSync(at('after.json'), template({ Web: instance('m5.xlarge'), Role: { Type: 'AWS::IAM::Role', Properties: {} } }));
  writeFileSync(at('unknown.json'), template({ Web: instance('m5.large'), Thing: { Type: 'AWS::Example::Thing' } }));
});
afterAll(() => rmSync(folder, { recursive: true }));

const diff = (...argv: readonly string[]) => sizing(['diff', ...argv, '--region', 'us-east-1', '--quiet']);

describe('sizing diff', () => {
  test('shows each change with its cost, and the change of the total', async () => {
    const { code, stdout } = await diff(at('before.json'), at('after.json'));
    expect(code).toBe(0);
    expect(stdout).toMatch(/~ Web \(AWS::EC2::Instance\) .*\+\$70\.08\n/);
    expect(stdout).toMatch(/Instance hours \(m5\.large\) → Instance hours \(m5\.xlarge\) +\$70\.08 +\$140\.16/);
    expect(stdout).toMatch(/monthly, mid .*\+\$70\.08\n/);
    expect(stdout).toContain('Without a cost: 1 added');
  });

  test('says that nothing changed', async () => {
    const { code, stdout } = await diff(at('after.json'), at('after.json'));
    expect(code).toBe(0);
    expect(stdout).toContain('±$0.00/month, from $');
  });

  // m5.large and its 8 GB root volume cost $70.72: 10% are $7.07, 100% are more than the $70.08 of the change.
  test.each([
    ['70.08', 0],
    ['70.07', 2],
    ['10%', 2],
    ['100%', 0],
  ])('--max-increase %s ends in %i', async (limit, expected) => {
    const { code, stderr } = await diff(at('before.json'), at('after.json'), '--max-increase', limit);
    expect(code).toBe(expected);
    if (expected === 2)
      expect(stderr).toMatch(/^error: an increase of \$70\.08\/month exceeds the limit of \$\d+\.\d\d\/month \(--max-increase\)\n$/);
  });

  test('a decrease exceeds no limit', async () => {
    expect((await diff(at('after.json'), at('before.json'), '--max-increase', '0')).code).toBe(0);
  });

  test('an unknown price on either side is an error, unless it is allowed', async () => {
    for (const paths of [
      ['before.json', 'unknown.json'],
      ['unknown.json', 'before.json'],
    ]) {
      expect((await diff(...paths.map(at))).code).toBe(3);
      expect((await diff(...paths.map(at), '--allow-unpriced', 'AWS::Example::Thing')).code).toBe(0);
    }
  });

  test.each(['x', '-5', '10 %', '1e3', ''])('--max-increase %j is invalid', async (limit) => {
    const { code, stderr } = await diff(at('before.json'), at('after.json'), `--max-increase=${limit}`);
    expect([code, stderr]).toEqual([1, expect.stringContaining('US dollars per month such as 50, or a percentage such as 10%')]);
  });

  test('JSON is the schema’s, and its changes add up', async () => {
    const { stdout } = await diff(at('before.json'), at('after.json'), '--json');
    const { changeUsd, changes, unchanged } = DiffJson.parse(JSON.parse(stdout));
    expect(changeUsd.mid).toBe('70.08');
    expect(changes.map(({ change, resource, changeUsd: { mid } }) => [change, resource, mid])).toEqual([
      ['changed', 'Web', '70.08'],
      ['added', 'Role', '0.00'],
    ]);
    expect(unchanged).toBeGreaterThanOrEqual(0);
  });

  test('flags about nodes are refused for templates, and --usage for manifests', async () => {
    const nodes = await diff(at('before.json'), at('after.json'), '--nodes', 'm7i.large');
    expect([nodes.code, nodes.stderr]).toEqual([1, expect.stringContaining('--nodes: not supported for templates')]);
    writeFileSync(at('pod.yaml'), 'apiVersion: v1\nkind: Namespace\nmetadata: { name: a }\n');
    writeFileSync(at('usage.yml'), 'usage: { Web: { requests: 1 } }\n');
    expect((await diff(at('pod.yaml'), at('pod.yaml'), '--usage', at('usage.yml'))).code).toBe(1);
  });

  test('compares manifests', async () => {
    const pod = (cpu: string) =>
      `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { replicas: 4, selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: "a:1", resources: { requests: { cpu: "${cpu}", memory: 1Gi } } }] } } }\n`;
    writeFileSync(at('before.yaml'), pod('500m'));
    writeFileSync(at('after.yaml'), pod('2'));
    const { code, stdout } = await diff(at('before.yaml'), at('after.yaml'));
    expect(code).toBe(0);
    expect(stdout).toMatch(/monthly, mid .*\+\$\d+\.\d\d\n/);
  });
});
