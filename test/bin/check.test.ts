import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RULES } from '../../lib/check/rules';
import { CheckJson } from '../../lib/output/json/check';
import { validText } from '../check/texts';
import { sizing } from '../support/run';
import { sarifProblems } from '../support/sarif';

let folder: string;
const at = (name: string) => join(folder, name);

/** A cluster whose endpoint is open (a warning), and two listeners on one port (an error). */
const BROKEN = {
  Resources: {
    Cluster: { Type: 'AWS::EKS::Cluster', Properties: { UpgradePolicy: { SupportType: 'STANDARD' }, ResourcesVpcConfig: {} } },
    First: { Type: 'AWS::ElasticLoadBalancingV2::Listener', Properties: { LoadBalancerArn: 'a', Port: 9000, Protocol: 'TCP' } },
    Second: { Type: 'AWS::ElasticLoadBalancingV2::Listener', Properties: { LoadBalancerArn: 'a', Port: '9000', Protocol: 'TCP' } },
  },
};
const ONLY = ['--rule', 'eks-public-endpoint', '--rule', 'elb-listener-port'];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'check-'));
  writeFileSync(at('valid.yaml'), validText('ec2-web.yaml'));
  writeFileSync(at('broken.json'), JSON.stringify(BROKEN, null, 1));
  mkdirSync(at('cdk.out'));
  writeFileSync(at('cdk.out/Shop.template.json'), JSON.stringify(BROKEN, null, 1));
  const stack = {
    type: 'aws:cloudformation:stack',
    environment: 'aws://123456789012/eu-west-1',
    properties: { templateFile: 'Shop.template.json' },
  };
  writeFileSync(at('cdk.out/manifest.json'), JSON.stringify({ version: '55.0.0', artifacts: { Shop: stack } }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('sizing check', () => {
  test('finds nothing in a valid template', async () => {
    const { code, stdout, stderr } = await sizing(['check', at('valid.yaml')]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.replaceAll(folder, '<folder>')).toBe(
      `<folder>/valid.yaml · 11 resources · no findings\n\n ${RULES.length} rules checked, no violations\n`,
    );
  });

  test('prints the resource, its line, the violation and the fix, and exits with 2', async () => {
    const { code, stdout, stderr } = await sizing(['check', at('broken.json'), ...ONLY]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'error: 1 error in the templates (--fail-on error)\n' });
    expect(stdout).toContain('3 resources · 1 error, 1 warning');
    expect(stdout).toMatch(/ 20 +error +elb-listener-port +AWS::ElasticLoadBalancingV2::Listener Second: Properties.Port is 9000/);
    expect(stdout).toContain(' · elb-listener-port: Keep one listener for each port');
  });

  test.each([
    ['never', 0],
    ['error', 0],
    ['warning', 2],
  ])('--fail-on %s exits with %i when there are only warnings', async (severity, code) => {
    expect((await sizing(['check', at('broken.json'), '--fail-on', severity, '--rule', 'eks-public-endpoint'])).code).toBe(code);
  });

  test('JSON follows its schema, with the stack of a cloud assembly', async () => {
    const { stdout } = await sizing(['check', at('cdk.out'), ...ONLY, '--json']);
    const { templates, resources, counts, rules, findings } = CheckJson.parse(JSON.parse(stdout));
    expect({ templates, resources, counts }).toEqual({ templates: ['Shop'], resources: 3, counts: { error: 1, warning: 1, info: 0 } });
    expect(rules.map(({ id }) => id)).toEqual(['eks-public-endpoint', 'elb-listener-port']);
    expect(findings[1]).toEqual({
      rule: 'elb-listener-port',
      severity: 'error',
      object: 'AWS::ElasticLoadBalancingV2::Listener Second',
      template: 'Shop',
      type: 'AWS::ElasticLoadBalancingV2::Listener',
      resource: 'Second',
      file: at('cdk.out/Shop.template.json'),
      line: 20,
      path: 'Properties.Port',
      received: '9000',
      expected: 'another port, because listener First has this one',
    });
  });

  test('SARIF is valid, with findings, without, and as a list of rules', async () => {
    const logOf = async (...argv: readonly string[]) =>
      JSON.parse((await sizing(['check', ...argv, '--format', 'sarif'])).stdout) as unknown;
    expect(sarifProblems(await logOf(at('broken.json')))).toEqual([]);
    expect(sarifProblems(await logOf(at('valid.yaml')))).toEqual([]);
    expect(sarifProblems(await logOf('--list-rules'))).toEqual([]);
  });

  test('--list-rules lists every rule with its page', async () => {
    const { stdout } = await sizing(['check', '--list-rules', '--format', 'csv']);
    expect(stdout.trimEnd().split('\n')).toHaveLength(RULES.length + 1);
    expect(stdout).toContain('https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html');
  });

  test.each([
    [['check'], '<template>: missing; expected a CloudFormation template, a cdk.out folder, or --list-rules'],
    [
      ['check', 'x.json', '--rule', 'eks-public-endpont'],
      '--rule: invalid value "eks-public-endpont"; expected a rule that `sizing check --list-rules` lists. Did you mean "eks-public-endpoint"?',
    ],
    [['check', 'nowhere.json'], 'nowhere.json: does not exist; expected a template file, or the cdk.out folder of `cdk synth`'],
  ])('%j is invalid input', async (argv, problem) => {
    const { code, stdout, stderr } = await sizing(argv);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(problem);
  });
});
