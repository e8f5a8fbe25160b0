import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EstimateJson } from '../../lib/output/json/estimate';
import { sizing } from '../support/run';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parameters-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

const TEMPLATE = `
Parameters:
  Stage: {Type: String, AllowedValues: [dev, prod]}
  Size: {Type: Number, Default: 10}
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
Resources:
  Disk:
    Type: AWS::EC2::Volume
    Properties: {Size: !Ref Size, Size: !Ref Size}
  Copy:
    Type: AWS::EC2::Volume
    Condition: IsProd
    Properties: {Size: 100}
`;

/** gp2 costs $0.10 per GB-month in us-east-1: https://aws.amazon.com/ebs/pricing/ */
const total = async (...flags: readonly string[]) => {
  const { code, stdout, stderr } = await sizing(['estimate', write('shop.yaml', TEMPLATE), '--region', 'us-east-1', '--json', ...flags]);
  expect(code, stderr).toBe(0);
  const { monthlyUsd } = EstimateJson.parse(JSON.parse(stdout));
  return [monthlyUsd.low, monthlyUsd.high];
};

describe('values of template parameters', () => {
  test('by flag', async () => {
    expect(await total('--parameter', 'Stage=prod')).toEqual(['11.00', '11.00']);
    expect(await total('--parameter', 'Stage=dev', '--parameter', 'Size=40')).toEqual(['4.00', '4.00']);
  });

  // The formats of `aws cloudformation create-stack --parameters file://` and `deploy --parameter-overrides file://`.
  test.each([
    ['[{"ParameterKey": "Stage", "ParameterValue": "prod"}, {"ParameterKey": "Size", "ParameterValue": "20"}]'],
    ['["Stage=prod", "Size=20"]'],
    ['{"Parameters": {"Stage": "prod", "Size": 20}}'],
    ['{"Stage": "prod", "Size": "20"}'],
  ])('by file: %s', async (text) => {
    expect(await total('--parameters', write('values.json', text))).toEqual(['12.00', '12.00']);
    expect(await total('--parameters', write('values.json', text), '--parameter', 'Size=30')).toEqual(['13.00', '13.00']);
  });

  test('without a value the range is printed, with the parameter and the duplicate key', async () => {
    const { code, stdout, stderr } = await sizing(['estimate', write('shop.yaml', TEMPLATE), '--region', 'us-east-1']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/monthly, mid.*\$11\.00\n\s+low\s+\$1\.00\n\s+high\s+\$11\.00/);
    expect(stderr.replace(/\s+/g, ' ')).toContain(
      'has no value: mid and high are for "prod", low is for "dev". Give the value with --parameter Stage=<value>.',
    );
    expect(stderr.replace(/\s+/g, ' ')).toContain('line 10, column 35: its last value is used, as in CloudFormation.');
  });

  test.each([
    [['--parameter', 'Stge=prod'], 'Stge: unknown parameter; expected one of Stage, Size. Did you mean "Stage"?'],
    [['--parameter', 'Stage=prd'], 'Stage: invalid value "prd"; expected one of dev, prod. Did you mean "prod"?'],
    [['--parameter', 'Stage'], '--parameter: invalid value "Stage"; expected name=value, such as Stage=prod'],
    [['--parameter', 'Stage=dev', '--parameter', 'Stage=prod'], '--parameter Stage: given twice; expected once'],
  ])('%j is invalid input', async (flags, message) => {
    const { code, stdout, stderr } = await sizing(['estimate', write('shop.yaml', TEMPLATE), ...flags]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(message);
  });

  test.each([
    ['"Stage"', 'file: invalid value "Stage"'],
    ['[{"ParameterKey": "Stage", "UsePreviousValue": true}]', '[0]: missing; expected the name and the value of a parameter'],
    ['["Stage=prod", "Stage=dev", 3]', '[1]: Stage is given twice; expected once'],
  ])('the parameter file %s is invalid input', async (text, message) => {
    const { code, stderr } = await sizing(['estimate', write('shop.yaml', TEMPLATE), '--parameters', write('values.json', text)]);
    expect(code).toBe(1);
    expect(stderr).toContain(message);
  });

  test('a tier and manifests have no parameters', async () => {
    const pod = write('pod.yaml', 'apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {ports: [{port: 80}]}\n');
    const forms = [
      ['estimate', 'aiva', 'small'],
      ['estimate', pod],
    ];
    for (const form of forms) {
      const { code, stderr } = await sizing([...form, '--parameter', 'Stage=prod']);
      expect(code, stderr).toBe(1);
    }
  });
});
