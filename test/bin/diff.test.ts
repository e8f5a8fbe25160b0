import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DiffJson } from '../../lib/output/json/diff';
import { junitSuite } from '../support/junit';
import { sizing } from '../support/run';
import { sarifProblems } from '../support/sarif';
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

interface SarifResult {
  readonly ruleId: string;
  readonly level: string;
  readonly message: { readonly text: string };
}

function sarifResults(stdout: string): readonly SarifResult[] {
  const log: unknown = JSON.parse(stdout);
  expect(sarifProblems(log)).toEqual([]);
  return (log as { runs: [{ results: SarifResult[] }] }).runs[0].results;
}

describe('sizing diff', () => {
  test('shows each change with its cost, and the change of the total', async () => {
    const { code, stdout } = await diff(at('before.json'), at('after.json'));
    expect(code).toBe(0);
    expect(stdout).toMatch(/~ Web \(AWS::EC2::Instance\) .*\+\$70\.08\n/);
    expect(stdout).toMatch(/Instance hours \(m5\.large\) → Instance hours \(m5\.xlarge\) +\$70\.08 +\$140\.16/);
    expect(stdout).toMatch(/monthly, mid .*\+\$70\.08\n/);
    expect(stdout).toContain('Without a cost: 1 added');
  });

  const lambda = (MemorySize: number) => ({
    Type: 'AWS::Lambda::Function',
    Properties: { Code: { ZipFile: '' }, Role: 'role', Runtime: 'nodejs22.x', MemorySize },
  });

  // A function has no charge without requests, but it is not without a cost.
  test('shows resources that only usage bills, and says so in each format', async () => {
    writeFileSync(at('without.json'), template({ Web: instance('m5.large'), Resize: lambda(128) }));
    writeFileSync(
      at('with.json'),
      template({ Web: instance('m5.large'), Resize: lambda(512), Orders: { Type: 'AWS::SQS::Queue' }, Role: { Type: 'AWS::IAM::Role' } }),
    );
    const paths = [at('without.json'), at('with.json')] as const;
    const { stdout } = await diff(...paths);
    expect(stdout).toMatch(/\+ Orders \(AWS::SQS::Queue\) +– +usage +usage\n/);
    expect(stdout).toMatch(/~ Resize \(AWS::Lambda::Function\) +usage +usage +usage\n/);
    expect(stdout).not.toContain('    Queue requests');
    expect(stdout).toContain('Without a cost: 1 added; 1 resource unchanged');
    const { stdout: comment } = await diff(...paths, '--format', 'markdown');
    expect(comment).toContain('| + Orders (AWS::SQS::Queue) | – | usage | usage |');
    const { stdout: sarif } = await diff(...paths, '--format', 'sarif');
    expect(sarifResults(sarif).map(({ level, message }) => [level, message.text])).toEqual([
      ['note', 'AWS::SQS::Queue Orders: added, its cost depends on usage that is not declared'],
      ['note', 'AWS::Lambda::Function Resize: changed, its cost depends on usage that is not declared'],
    ]);
    const { stdout: removed } = await diff(paths[1], paths[0]);
    expect(removed).toMatch(/− Orders \(AWS::SQS::Queue\) +usage +– +usage\n/);
  });

  test('states that nothing changed', async () => {
    const { code, stdout } = await diff(at('after.json'), at('after.json'));
    expect(code).toBe(0);
    expect(stdout).toContain('±$0.00/month, from $');
  });

  // m5.large and its 8 GB root volume cost $70.88: 10% are $7.09, 100% are more than the $70.08 of the change.
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

  test('JSON matches its schema, and its changes add up', async () => {
    const { stdout } = await diff(at('before.json'), at('after.json'), '--json');
    const { changeUsd, changes, unchanged } = DiffJson.parse(JSON.parse(stdout));
    expect(changeUsd.mid).toBe('70.08');
    expect(changes.map(({ change, resource, changeUsd: { mid } }) => [change, resource, mid])).toEqual([
      ['changed', 'Web', '70.08'],
      ['added', 'Role', '0.00'],
    ]);
    expect(unchanged).toBeGreaterThanOrEqual(0);
  });

  // Prices: m5.large $0.096 and m5.xlarge $0.192 an hour for 730 hours, and 8 GB of gp2 for $0.80.
  test.each([
    ['71', 'cost-change', 'note'],
    ['70', 'max-increase', 'error'],
  ])('SARIF with --max-increase %s has the change of a resource under %s', async (limit, ruleId, level) => {
    const { stdout } = await diff(at('before.json'), at('after.json'), '--format', 'sarif', '--max-increase', limit);
    expect(sarifResults(stdout)).toEqual([
      expect.objectContaining({
        ruleId,
        level,
        message: { text: 'AWS::EC2::Instance Web: changed, +$70.08/month, from $70.88 to $140.96 (mid)' },
      }),
    ]);
  });

  test('a decrease is a note in SARIF, beside an increase that exceeds the limit', async () => {
    writeFileSync(at('two.json'), template({ Web: instance('m5.large'), Worker: instance('m5.large') }));
    writeFileSync(at('moved.json'), template({ Web: instance('m5.4xlarge') }));
    const { stdout } = await diff(at('two.json'), at('moved.json'), '--format', 'sarif', '--max-increase', '0');
    expect(sarifResults(stdout).map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ['max-increase', 'error'],
      ['cost-change', 'note'],
    ]);
  });

  test.each([
    [
      'before.json',
      'unknown.json',
      'AWS::Example::Thing Thing: added, the change of its cost is unknown; AWS::Example::Thing Thing: no pricer',
    ],
    ['unknown.json', 'unknown.json', 'AWS::Example::Thing Thing: no pricer'],
  ])('SARIF has the unknown price of a change from %s to %s as an error', async (before, after, text) => {
    const { stdout } = await diff(at(before), at(after), '--format', 'sarif');
    expect(sarifResults(stdout)).toEqual([
      expect.objectContaining({ ruleId: 'incomplete', level: 'error', message: { text: expect.stringContaining(text) as string } }),
    ]);
  });

  test('an unknown price that is allowed is a note in SARIF', async () => {
    const { stdout } = await diff(at('before.json'), at('unknown.json'), '--format', 'sarif', '--allow-unpriced', 'AWS::Example::Thing');
    expect(sarifResults(stdout).map(({ level, message }) => [level, message.text])).toEqual([
      ['note', 'AWS::Example::Thing Thing: added, the change of its cost is unknown'],
    ]);
  });

  const junit = async (...argv: readonly string[]) => {
    const { stdout } = await diff(...argv, '--format', 'junit');
    return junitSuite(stdout);
  };

  test('JUnit has a case for each limit that is given', async () => {
    expect((await junit(at('before.json'), at('after.json'))).cases.map(({ name }) => name)).toEqual(['all prices are known']);
    const { attributes, cases } = await junit(at('before.json'), at('after.json'), '--max-increase', '71', '--strict', '--require-usage');
    expect(attributes).toEqual({
      name: `sizing diff ${at('after.json')}`,
      tests: '4',
      failures: '1',
      errors: '0',
      skipped: '0',
    });
    expect(cases.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['all prices are known', 'passed'],
      ['no price is derived (--strict)', 'passed'],
      // The transfer of an instance is usage, which no template contains.
      ['all usage is known (--require-usage)', 'failure'],
      ['the increase is within the limit (--max-increase)', 'passed'],
    ]);
  });

  test('JUnit has an increase that exceeds the limit as a failure, with its text', async () => {
    const { cases } = await junit(at('before.json'), at('after.json'), '--max-increase', '10%');
    const message = 'an increase of $70.08/month exceeds the limit of $7.09/month (--max-increase)';
    expect(cases[1]).toMatchObject({ outcome: 'failure', message, text: message });
  });

  test('JUnit notes at a limit that passes which usage the total excludes, and standard error warns of it', async () => {
    const limit = ['--max-increase', '71'];
    const note =
      '--max-increase is compared with a total that excludes usage of data transfer. Add --usage <file> to include it, or --require-usage to reject such a total.';
    const { stdout } = await diff(at('before.json'), at('after.json'), ...limit, '--format', 'junit');
    expect(junitSuite(stdout).cases[1]).toMatchObject({ outcome: 'passed' });
    expect(stdout).toContain(`<system-out>${note.replace('<', '&lt;').replace('>', '&gt;')}</system-out>`);
    const { code, stderr } = await sizing(['diff', at('before.json'), at('after.json'), ...limit]);
    expect(code).toBe(0);
    expect(stderr).toContain(`warning: ${note}\n`);
  });

  test('JUnit passes no limit of an increase while a price is unknown', async () => {
    const { cases } = await junit(at('before.json'), at('unknown.json'), '--max-increase', '1000');
    expect(cases.map(({ outcome, message }) => [outcome, message])).toEqual([
      ['failure', '1 line item has no price'],
      ['skipped', 'some prices are unknown, so the increase is unknown'],
    ]);
    expect(cases[0]?.text).toContain('AWS::Example::Thing Thing: no pricer knows the type AWS::Example::Thing');
  });

  test('JUnit is well-formed with every name', async () => {
    const type = 'AWS::<a href="x">&amp;\u0000\uffff]]>';
    writeFileSync(at('hostile.json'), template({ 'A<b>&"': { Type: type } }));
    const { cases } = await junit(at('before.json'), at('hostile.json'));
    expect(cases[0]?.text).toContain('AWS::<a href="x">&amp;\\u0000\\uffff]]> A<b>&"');
  });

  test('Markdown starts with the marker and the total, and names the limit that is exceeded', async () => {
    const { stdout } = await diff(at('before.json'), at('after.json'), '--format', 'markdown', '--max-increase', '10%');
    const [marker, , total, , subject, , limit] = stdout.split('\n');
    expect(marker).toBe('<!-- sizing diff -->');
    expect(total).toMatch(/^## \+\\\$70\.08\/month \(\+99%\), from \\\$70\.88 to \\\$140\.96/);
    expect(subject).toContain('after.json');
    expect(limit).toBe('- ✖ an increase of \\$70.08/month exceeds the limit of \\$7.09/month (--max-increase)');
    expect(stdout).toContain('| \\~ Web (AWS::EC2::Instance) | \\$70.88 | \\$140.96 | +\\$70.08 |');
    expect(stdout).not.toContain('<details>');
  });

  // Each new instance has four rows: its own, hours, root volume and address. The total is one more.
  test.each([
    [4, false],
    [5, true],
  ])('Markdown of %i new instances is collapsed: %s', async (count, isCollapsed) => {
    writeFileSync(at('none.json'), template({ Role: { Type: 'AWS::IAM::Role', Properties: {} } }));
    const instances = Object.fromEntries(Array.from({ length: count }, (_, index) => [`Web${index}`, instance('m5.large')]));
    writeFileSync(at('several.json'), template(instances));
    const { stdout } = await diff(at('none.json'), at('several.json'), '--format', 'markdown');
    const [shown = '', details] = stdout.split('<details>\n');
    expect(details !== undefined).toBe(isCollapsed);
    expect((details ?? shown).match(/^\| \+ Web\d /gm)).toHaveLength(count);
    if (isCollapsed) {
      expect(shown).not.toContain('| change |');
      expect(details).toMatch(/^<summary>5 resources with a changed cost<\/summary>\n\n\| change \|[\s\S]*\n\n<\/details>\n$/);
    }
  });

  test('Markdown does not depend on the order of resources in a template', async () => {
    const instances = [1, 2, 3].map((index) => [`Web${index}`, instance('m5.large')] as const);
    writeFileSync(at('ordered.json'), template(Object.fromEntries(instances)));
    const first = await diff(at('before.json'), at('ordered.json'), '--format', 'markdown');
    writeFileSync(at('ordered.json'), template(Object.fromEntries([...instances].reverse())));
    expect((await diff(at('before.json'), at('ordered.json'), '--format', 'markdown')).stdout).toBe(first.stdout);
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
