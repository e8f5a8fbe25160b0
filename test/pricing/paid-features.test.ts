import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { priceTemplates } from '../../lib/answers/price-templates';
import { templateFrom } from '../../lib/cloudformation/template-from';
import { lineReason } from '../../lib/output/line-reasons';
import { chargeName } from '../../lib/pricing/charge-kinds';
import { PAID_FEATURES, type PaidFeature, type PaidValues } from '../../lib/pricing/paid-features';

const PAID: Readonly<Record<PaidValues['kind'], (paid: PaidValues) => readonly [paid: unknown, unpaid: unknown]>> = {
  any: () => [true, false],
  words: (paid) => [paid.kind === 'words' ? paid.words[0] : undefined, 'another'],
  'other-words': (paid) => ['another', paid.kind === 'other-words' ? paid.words[0] : undefined],
  form: () => ['', ''],
  above: (paid) => (paid.kind === 'above' ? [paid.limit + 1, paid.limit] : [0, 0]),
};
/** Values that the patterns of features match, by property. */
const MATCHING: Readonly<Record<string, string>> = {
  DestinationRegion: 'us-west-2',
  TLSInspectionConfigurationArn: 'arn:aws:network-firewall:us-east-1:111122223333:tls-configuration/one',
  VpnConcentratorId: 'vcn-1',
  DatabaseInsightsMode: 'advanced',
  ElasticsearchVersion: '5.6',
  FieldLevelEncryptionId: 'C1234',
  LoggingRole: 'arn:aws:iam::111122223333:role/one',
  Name: 'AWSManagedRulesATPRuleSet',
  SelectedEngineVersion: 'PySpark engine version 3',
};

/** Engine versions with extended support. */
const VERSIONS: Readonly<Record<string, string>> = {
  'AWS::DocDB::DBCluster': '3.6.0',
  'AWS::OpenSearchService::Domain': 'Elasticsearch_5.6',
};

function values({ type, paid, path }: PaidFeature): readonly [paid: unknown, unpaid: unknown] {
  return paid.kind === 'form' ? [MATCHING[path.at(-1) ?? ''] ?? VERSIONS[type], ''] : PAID[paid.kind](paid);
}

function nested(path: readonly string[], value: unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  return name === '*' ? [nested(rest, value)] : { [name]: nested(rest, value) };
}

/** Lines of the features of a resource, with the reason of those without a price. */
function features({ type, path }: PaidFeature, value: unknown): readonly string[] {
  const Resources = { It: { Type: type, Properties: nested(path, value) } };
  return priceTemplates([templateFrom({ Resources }, 'test')], 'us-east-1').lineItems.map((line) =>
    line.state === 'unpriced' ? `${lineReason(line)}` : line.name,
  );
}

describe.each(PAID_FEATURES.map((each) => [`${each.type} ${each.path.join('.')}`, each] as const))('%s', (_, each) => {
  const [paid, unpaid] = values(each);
  const property = each.path.filter((name) => name !== '*').join('.');
  const line =
    each.usage === undefined
      ? `${property} adds charges that are not in the price list: ${each.feature}`
      : chargeName(each.usage.kind, [each.feature]);

  test('adds a line, also when only the deployment decides it', () => {
    expect(features(each, paid)).toContain(line);
    expect(features(each, { Ref: 'Outside' })).toContain(line);
    expect(features(each, unpaid)).not.toContain(line);
  });
});

/** Property names of a service in the CDK, which are generated from the schemas of CloudFormation. */
function namesOf(service: string): ReadonlySet<string> {
  const folder = join(dirname(require.resolve('aws-cdk-lib/package.json')), `aws-${service}`, 'lib');
  const files = readdirSync(folder).filter((name) => name.endsWith('.generated.js'));
  const names = files.flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(/\b([A-Z]\w+):\s?\(?(?:0,)?\s?\w/g)]);
  return new Set(names.map(([, name]) => name ?? ''));
}

test('every property is one that CloudFormation has', () => {
  const byService = new Map<string, ReadonlySet<string>>();
  const unknown = PAID_FEATURES.flatMap(({ type, path }) => {
    const service = (type.split('::')[1] ?? '').toLowerCase();
    const names = byService.get(service) ?? namesOf(service);
    byService.set(service, names);
    // Options of a log driver are keys of a map.
    return path.filter((name, index) => name !== '*' && path[index - 1] !== 'Options' && !names.has(name)).map((name) => `${type} ${name}`);
  });
  expect(unknown).toEqual([]);
  expect(byService.get('s3')?.has('NotAProperty')).toBe(false);
});

test('a resource that has no charge is not free with a feature that has one', () => {
  const Client = { Type: 'AWS::Cognito::UserPoolClient', Properties: { AllowedOAuthFlows: ['client_credentials'] } };
  const { resources } = priceTemplates([templateFrom({ Resources: { Client } }, 'test')], 'us-east-1');
  expect(resources).toMatchObject({ total: 1, free: 0, unpriced: 1 });
});

test('the lines of the resource stay', () => {
  const Rules = [{ Statement: { ManagedRuleGroupStatement: { VendorName: 'AWS', Name: 'AWSManagedRulesATPRuleSet' } } }];
  const { lineItems } = priceTemplates(
    [templateFrom({ Resources: { Acl: { Type: 'AWS::WAFv2::WebACL', Properties: { Rules } } } }, 'test')],
    'us-east-1',
  );
  // AWS WAF pricing: $5 for each web ACL, $1 for each rule.
  expect(lineItems.slice(0, 2).map(({ name, monthlyUsd }) => `${name}: ${monthlyUsd.mid}`)).toEqual(['Web ACLs: 5', 'Web ACL rules: 1']);
  expect(lineItems.map(({ state }) => state)).toContain('unpriced');
});
