import { describe, expect, test } from 'vitest';
import { priceTemplates, priceTemplatesOfRegions } from '../../lib/answers/price-templates';
import { templateFrom } from '../../lib/cloudformation/template-from';
import { lineReason } from '../../lib/output/line-reasons';
import type { Estimate } from '../../lib/pricing/estimate';

// On-demand prices of us-east-1 in the AWS price list: t3.micro $0.0104/h, m5.large $0.096/h, m5.4xlarge $0.768/h; 730 hours a month.
// Each has a root volume of 8 GB of gp2 at $0.10.
const T3_MICRO = 8.39;
const M5_LARGE = 70.88;
const M5_4XLARGE = 561.44;

const instance = (InstanceType: unknown, Condition?: string) => ({
  Type: 'AWS::EC2::Instance',
  Properties: { InstanceType, ImageId: 'ami-0abc', NetworkInterfaces: [{ NetworkInterfaceId: 'eni-1' }] },
  ...(Condition !== undefined && { Condition }),
});
const equals = (left: unknown, right: unknown) => ({ 'Fn::Equals': [left, right] });
const STAGE = { Ref: 'Stage' };

const priced = (template: object, parameters: Readonly<Record<string, string>> = {}, region = 'us-east-1') =>
  priceTemplates([templateFrom(template, 'shop')], region, new Map(Object.entries(parameters)));

const totals = ({ monthlyUsd: { low, mid, high } }: Estimate) => [low, mid, high].map(Number);

const EXCLUSIVE = {
  Parameters: { Stage: { Type: 'String' } },
  Conditions: { Production: equals(STAGE, 'prod'), Test: { 'Fn::Not': [{ Condition: 'Production' }] } },
  Resources: { Big: instance('m5.4xlarge', 'Production'), Small: instance('t3.micro', 'Test') },
};

describe('conditions that are known only at deployment', () => {
  test('exclusive resources are a range, never a sum', () => {
    const estimate = priced(EXCLUSIVE);
    expect(totals(estimate)).toEqual([T3_MICRO, M5_4XLARGE, M5_4XLARGE]);
    expect(estimate.undecided).toEqual([{ template: 'shop', name: 'Stage', of: 'parameter', atHigh: 'prod', atLow: null }]);
  });

  test.each([
    ['prod', M5_4XLARGE],
    ['qa', T3_MICRO],
  ])('a given value decides: Stage=%s', (Stage, total) => {
    const estimate = priced(EXCLUSIVE, { Stage });
    expect(totals(estimate)).toEqual([total, total, total]);
    expect(estimate.undecided).toBeUndefined();
  });

  test('a resource that may not exist starts at zero', () => {
    expect(totals(priced({ ...EXCLUSIVE, Resources: { Always: instance('m5.large'), Big: EXCLUSIVE.Resources.Big } }))).toEqual([
      M5_LARGE,
      M5_LARGE + M5_4XLARGE,
      M5_LARGE + M5_4XLARGE,
    ]);
  });

  const OTHER = { Ref: 'Other' };
  const PARAMETERS = { Stage: { Type: 'String' }, Other: { Type: 'String' } };
  const big = (Conditions: object) => ({ Parameters: PARAMETERS, Conditions, Resources: { Big: instance('m5.4xlarge', 'Wanted') } });

  test.each<[string, object]>([
    ['the parameter on the right', { Wanted: equals('prod', STAGE) }],
    ['one of two comparisons', { Wanted: { 'Fn::Or': [equals(STAGE, 'prod'), equals(OTHER, 'eu')] } }],
    ['both of two comparisons', { Wanted: { 'Fn::And': [equals(STAGE, 'prod'), equals(OTHER, 'eu')] } }],
    ['a condition of a condition', { Wanted: { Condition: 'Production' }, Production: equals(STAGE, 'prod') }],
    [
      'a condition twice, below another one',
      {
        Wanted: { 'Fn::And': [{ Condition: 'Production' }, { 'Fn::Not': [{ Condition: 'Test' }] }] },
        Test: { 'Fn::Not': [{ Condition: 'Production' }] },
        Production: equals(STAGE, 'prod'),
      },
    ],
    ['two parameters that may be equal', { Wanted: equals(STAGE, OTHER) }],
    ['a decided part that leaves it open', { Wanted: { 'Fn::Or': [equals('a', 'b'), equals(STAGE, 'prod')] } }],
  ])('%s: the resource may exist', (_, Conditions) => {
    expect(totals(priced(big(Conditions)))).toEqual([0, M5_4XLARGE, M5_4XLARGE]);
  });

  test.each<[string, object, number]>([
    ['a part that is false', { Wanted: { 'Fn::And': [equals('a', 'b'), equals(STAGE, 'prod')] } }, 0],
    ['a part that is true', { Wanted: { 'Fn::Or': [equals('a', 'a'), equals(STAGE, 'prod')] } }, M5_4XLARGE],
  ])('%s decides', (_, Conditions, total) => {
    const estimate = priced(big(Conditions));
    expect(totals(estimate)).toEqual([total, total, total]);
    expect(estimate.undecided).toBeUndefined();
  });

  test('a parameter may have none of the values that several conditions compare it with', () => {
    const Conditions = { Production: equals(STAGE, 'prod'), Test: equals(STAGE, 'test') };
    expect(totals(priced({ ...EXCLUSIVE, Conditions }))).toEqual([0, M5_4XLARGE, M5_4XLARGE]);
  });

  const lookup = { 'Fn::FindInMap': ['Sizes', STAGE, 'Big'] };

  test.each<[string, object, number]>([
    ['comparisons with the parameter on the right', { Production: equals('prod', STAGE), Test: equals('test', STAGE) }, 0],
    ['comparisons in the other order', { Production: equals(STAGE, 'test'), Test: equals(STAGE, 'prod') }, 0],
    ['lookups in a map by the parameter', { Production: equals(lookup, 'yes'), Test: equals(lookup, 'no') }, T3_MICRO],
  ])('%s are exclusive', (_, Conditions, low) => {
    const Mappings = { Sizes: { prod: { Big: 'yes' }, dev: { Big: 'no' } } };
    expect(totals(priced({ ...EXCLUSIVE, Mappings, Conditions }))).toEqual([low, M5_4XLARGE, M5_4XLARGE]);
  });

  test('a value of a map lookup and a comparison are joined', () => {
    const Mappings = { Sizes: { prod: { Big: 'yes' }, dev: { Big: 'no' } } };
    const Conditions = { Production: equals({ 'Fn::FindInMap': ['Sizes', STAGE, 'Big'] }, 'yes'), Test: equals(STAGE, 'dev') };
    expect(totals(priced({ ...EXCLUSIVE, Mappings, Conditions }))[2]).toBe(M5_4XLARGE);
  });

  test('branches inside of a list of a property', () => {
    const device = (VolumeSize: number) => ({ DeviceName: '/dev/sdf', Ebs: { VolumeSize } });
    const Host = instance('m5.large');
    const BlockDeviceMappings = [{ 'Fn::If': ['Production', device(100), device(10)] }];
    const Resources = { Host: { ...Host, Properties: { ...Host.Properties, BlockDeviceMappings } } };
    expect(totals(priced({ ...EXCLUSIVE, Resources }))).toEqual([M5_LARGE + 1, M5_LARGE + 10, M5_LARGE + 10]);
  });

  test('branches of a property', () => {
    const Resources = { Host: instance({ 'Fn::If': ['Production', 'm5.4xlarge', 'm5.large'] }) };
    expect(totals(priced({ ...EXCLUSIVE, Resources }))).toEqual([M5_LARGE, M5_4XLARGE, M5_4XLARGE]);
  });

  test('allowed values are all that there are', () => {
    const template = {
      Parameters: { Stage: { Type: 'String', AllowedValues: ['dev', 'prod'] } },
      Conditions: {
        Prod: equals(STAGE, 'prod'),
        Dev: equals(STAGE, 'dev'),
        Other: { 'Fn::Not': [{ 'Fn::Or': [{ Condition: 'Prod' }, { Condition: 'Dev' }] }] },
      },
      Resources: { P: instance('m5.large', 'Prod'), D: instance('t3.micro', 'Dev'), O: instance('m5.4xlarge', 'Other') },
    };
    expect(totals(priced(template))).toEqual([T3_MICRO, M5_LARGE, M5_LARGE]);
  });

  test('of many allowed values, those that are compared are told apart', () => {
    const AllowedValues = ['prod', ...Array.from({ length: 300 }, (_, index) => `stage-${index}`)];
    expect(totals(priced({ ...EXCLUSIVE, Parameters: { Stage: { Type: 'String', AllowedValues } } }))).toEqual([
      T3_MICRO,
      M5_4XLARGE,
      M5_4XLARGE,
    ]);
  });

  test('allowed values of a parameter that no condition depends on', () => {
    const Parameters = { Size: { Type: 'String', AllowedValues: ['m5.large', 't3.micro', 'm5.4xlarge'] } };
    const estimate = priced({ Parameters, Resources: { Host: instance({ Ref: 'Size' }) } });
    expect(totals(estimate)).toEqual([T3_MICRO, M5_4XLARGE, M5_4XLARGE]);
    expect(estimate.resources.unpriced).toBe(0);
    expect(estimate.undecided).toEqual([{ template: 'shop', name: 'Size', of: 'parameter', atHigh: 'm5.4xlarge', atLow: 't3.micro' }]);
  });

  test('allowed values that would lead to too many deployments leave the resources without a price', () => {
    const size = { Type: 'String', AllowedValues: ['m5.large', 't3.micro', 'm5.4xlarge', 't3.nano'] };
    const names = Array.from({ length: 6 }, (_, index) => `Size${index}`);
    const Resources = Object.fromEntries(names.map((name) => [`Host${name}`, instance({ Ref: name })]));
    const estimate = priced({ Parameters: Object.fromEntries(names.map((name) => [name, size])), Resources });
    expect(estimate.resources.unpriced).toBeGreaterThan(0);
  });

  test('a map that is looked up by the parameter', () => {
    const template = {
      Parameters: { Stage: { Type: 'String' } },
      Mappings: { Stages: { dev: { host: 'no' }, prod: { host: 'yes' } } },
      Conditions: { HasHost: equals({ 'Fn::FindInMap': ['Stages', STAGE, 'host'] }, 'yes') },
      Resources: { Host: instance('m5.large', 'HasHost') },
    };
    expect(totals(priced(template))).toEqual([0, M5_LARGE, M5_LARGE]);
  });

  test('a comparison of computed values may be true or false', () => {
    const template = {
      Parameters: { Names: { Type: 'CommaDelimitedList' } },
      Conditions: { Empty: equals({ 'Fn::Join': ['', { Ref: 'Names' }] }, '') },
      Resources: { Host: instance('m5.large', 'Empty'), Other: instance({ 'Fn::If': ['Empty', 't3.micro', 'm5.4xlarge'] }) },
    };
    const estimate = priced(template);
    expect(totals(estimate)).toEqual([M5_LARGE + T3_MICRO, M5_4XLARGE, M5_4XLARGE]);
    expect(estimate.undecided).toEqual([{ template: 'shop', name: 'Empty', of: 'condition', atHigh: false, atLow: true }]);
  });

  test('a resource without a price in any deployment makes the estimate incomplete', () => {
    const unknown = { Type: 'AWS::Unknown::Thing', Condition: 'Test' };
    const estimate = priced({ ...EXCLUSIVE, Resources: { ...EXCLUSIVE.Resources, Unknown: unknown } });
    expect(estimate.lineItems.filter(({ state }) => state === 'unpriced').map(({ resource }) => resource)).toEqual(['Unknown']);
    expect(estimate.resources.unpriced).toBe(1);
  });

  test('conditions that change no price do not matter', () => {
    const tag = { 'Fn::If': ['Production', 'a', 'b'] };
    const host = instance('m5.large');
    const Resources = { Host: { ...host, Properties: { ...host.Properties, Tags: [{ Key: 'x', Value: tag }] } } };
    expect(priced({ ...EXCLUSIVE, Resources }).undecided).toBeUndefined();
  });

  test('too many combinations leave what depends on them without a price', () => {
    const names = Array.from({ length: 9 }, (_, index) => `P${index}`);
    const template = {
      Parameters: Object.fromEntries(names.map((name) => [name, { Type: 'String' }])),
      Conditions: Object.fromEntries(names.map((name) => [`Is${name}`, equals({ Ref: name }, 'yes')])),
      Resources: {
        ...Object.fromEntries(names.map((name) => [`Host${name}`, instance('m5.large', `Is${name}`)])),
        Branch: instance({ 'Fn::If': ['IsP0', 'm5.large', 't3.micro'] }),
        Free: { Type: 'AWS::SQS::QueuePolicy', Condition: 'IsP0' },
        Always: instance('m5.large'),
      },
    };
    const { resources, monthlyUsd, lineItems } = priced(template);
    expect([resources.unpriced, Number(monthlyUsd.low), Number(monthlyUsd.high)]).toEqual([10, M5_LARGE, M5_LARGE]);
    expect(lineItems.filter(({ state }) => state === 'unpriced').map(lineReason)).toContain(
      'Condition decides the price and is known only at deployment: {"Condition":"IsP0"}',
    );
  });
});

describe('loops whose values are known only at deployment', () => {
  const loop = (body: object) => ({ 'Fn::ForEach::Zones': ['Zone', { Ref: 'Zones' }, body] });
  const looped = (body: object, parameters: Readonly<Record<string, string>> = {}) =>
    priced(
      {
        Transform: 'AWS::LanguageExtensions',
        Parameters: { Zones: { Type: 'CommaDelimitedList' } },
        Resources: { ...loop(body), Always: instance('t3.micro') },
        Outputs: loop({ 'Out${Zone}': { Value: { Ref: 'Zone' } } }),
      },
      parameters,
    );
  const hosts = { 'Host${Zone}': instance('m5.large') };

  test('leave their resources without a price', () => {
    const { lineItems, monthlyUsd } = looped(hosts);
    expect(Number(monthlyUsd.high)).toBe(T3_MICRO);
    expect(lineItems.filter(({ state }) => state === 'unpriced').map((line) => [line.resource, lineReason(line)])).toEqual([
      ['HostZone', expect.stringMatching(/^Fn::ForEach::Zones decides the price and is known only at deployment: \{"Ref":"Zones"\}/)],
    ]);
    expect(totals(looped(hosts, { Zones: 'a,b' }))[1]).toBeCloseTo(2 * M5_LARGE + T3_MICRO);
  });

  test('do not matter for resources that are free', () => {
    expect(looped({ 'Policy${Zone}': { Type: 'AWS::SQS::QueuePolicy' } }).resources.unpriced).toBe(0);
  });
});

describe('nested stacks', () => {
  const CHILD = {
    Parameters: { Stage: { Type: 'String' } },
    Conditions: EXCLUSIVE.Conditions,
    Resources: EXCLUSIVE.Resources,
  };
  const nested = (id: string, Stage: unknown) => [id, { Type: 'AWS::CloudFormation::Stack', Properties: { Parameters: { Stage } } }];
  const pricedWith = (root: object, ids: readonly string[]) =>
    priceTemplates(
      [
        templateFrom(root, 'shop', undefined, { nestedTemplates: new Map(ids.map((id) => [id, `shop/${id}`])) }),
        ...ids.map((id) => templateFrom(CHILD, `shop/${id}`, undefined, { nestedIds: [id] })),
      ],
      'us-east-1',
    );

  test('have ranges that add up, however many of them there are', () => {
    const ids = Array.from({ length: 12 }, (_, index) => `N${index}`);
    const estimate = pricedWith({ Resources: Object.fromEntries(ids.map((id) => nested(id, { Ref: 'AWS::StackName' }))) }, ids);
    expect(totals(estimate).map((total) => total.toFixed(2))).toEqual(
      [12 * T3_MICRO, 12 * M5_4XLARGE, 12 * M5_4XLARGE].map((total) => total.toFixed(2)),
    );
    expect(estimate.undecided).toHaveLength(12);
  });

  test('get the value that is assumed for their parent', () => {
    const root = {
      Parameters: { Stage: { Type: 'String' } },
      Conditions: { Production: equals(STAGE, 'prod') },
      Resources: Object.fromEntries([nested('A', STAGE), ['Extra', instance('m5.large', 'Production')]]),
    };
    const estimate = pricedWith(root, ['A']);
    expect(totals(estimate)).toEqual([T3_MICRO, M5_4XLARGE + M5_LARGE, M5_4XLARGE + M5_LARGE]);
    expect(estimate.undecided?.[0]).toEqual({ template: 'shop', name: 'Stage', of: 'parameter', atHigh: 'prod', atLow: null });
  });
});

test('stacks of several regions keep their ranges', () => {
  const stacks = ['us-east-1', 'us-west-2'].map((region) => templateFrom(EXCLUSIVE, region, region));
  const { estimate } = priceTemplatesOfRegions(stacks, 'us-east-1');
  // us-west-2 has the prices of us-east-1.
  expect(totals(estimate)).toEqual([2 * T3_MICRO, 2 * M5_4XLARGE, 2 * M5_4XLARGE]);
  expect(estimate.undecided?.map(({ template }) => template)).toEqual(['us-east-1', 'us-west-2']);
});

describe('the region of the estimate', () => {
  const template = {
    Mappings: { Sizes: { 'us-east-1': { Type: 'm5.large' }, 'eu-west-1': { Type: 'm5.xlarge' } } },
    Conditions: { InVirginia: equals({ Ref: 'AWS::Region' }, 'us-east-1') },
    Resources: {
      Host: instance({ 'Fn::FindInMap': ['Sizes', { Ref: 'AWS::Region' }, 'Type'] }),
      Address: { Type: 'AWS::EC2::EIP', Condition: 'InVirginia', Properties: {} },
    },
  };

  // m5.xlarge costs $0.214/h and gp2 $0.11 in eu-west-1, a public IPv4 address $0.005/h: https://aws.amazon.com/vpc/pricing/
  test.each([
    ['us-east-1', M5_LARGE + 3.65],
    ['eu-west-1', 157.1],
  ])('decides conditions and maps: %s', (region, total) => {
    expect(totals(priced(template, {}, region))).toEqual([total, total, total]);
  });
});
