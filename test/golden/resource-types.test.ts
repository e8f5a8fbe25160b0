import { describe, expect, test } from 'vitest';
import { freeReasonText } from '../../lib/output/free-reasons';
import { CHARGE_NAMES } from '../../lib/pricing/charge-kinds';
import { FREE_PARTS } from '../../lib/pricing/free-parts';
import { FREE_RESOURCES } from '../../lib/pricing/free-resources';
import { PAID_FEATURES } from '../../lib/pricing/paid-features';
import { PRICERS } from '../../lib/pricing/pricers';
import { rawCharges } from '../support/charges';
import { cloudFormationTypes } from '../support/cloudformation-types';
import { STACK } from '../support/priced-examples';

const TYPES = [...cloudFormationTypes()].sort();
const PRICED = new Set(PRICERS.flatMap(({ types }) => types));
const EXAMPLES = groupedBy(Object.entries(STACK), ([, [type]]) => type);

/** What the examples of a type are charged for. A nested stack has no example: its resources are lines of its own template. */
const CHARGES = new Map(
  TYPES.filter((type) => PRICED.has(type)).map((type) => {
    const charges = (EXAMPLES.get(type) ?? []).flatMap(([id]) => rawCharges(STACK, id));
    const isPriced = charges.some(({ assumption }) => assumption === undefined);
    const names = [...new Set(charges.map(({ kind }) => CHARGE_NAMES[kind]))];
    return [type, { state: isPriced ? 'priced' : charges.length > 0 ? 'usage' : 'by its properties', names }] as const;
  }),
);
const ofState = (state: string) => [...CHARGES].filter(([, each]) => each.state === state).map(([type]) => type);
const FREE = TYPES.filter((type) => type in FREE_RESOURCES);
const UNPRICED = TYPES.filter((type) => !PRICED.has(type) && !(type in FREE_RESOURCES));
const SOURCES = new Map(FREE_PARTS.flatMap(({ service, types, source }) => types.map((type) => [`AWS::${service}::${type}`, source])));

function page(): string {
  const counts: readonly (readonly [string, string, number])[] = [
    ['priced', 'the template decides at least one quantity; usage may add to it', ofState('priced').length],
    ['usage', 'every charge is usage, which no template contains', ofState('usage').length],
    ['by its properties', 'free, priced or unpriced, as its properties decide', ofState('by its properties').length],
    ['free', 'no charge of its own, with the reason', FREE.length],
    ['unpriced', 'no price is known, so that the estimate is incomplete', UNPRICED.length],
  ];
  return [
    '# Resource types of CloudFormation',
    '',
    `The state of each of the ${TYPES.length.toLocaleString('en-US')} resource types that the installed version of the AWS CDK knows, in estimates of templates.`,
    'A test generates this page: `npm run golden`. Types of the AWS Serverless Application Model are read as the resources that SAM generates.',
    'A type in the first three tables may still be unpriced in one template, when a property that decides its price is unknown or has no list price.',
    '',
    '| state | meaning | types |',
    '| --- | --- | --- |',
    ...counts.map(([state, meaning, count]) => `| ${state} | ${meaning} | ${count.toLocaleString('en-US')} |`),
    '',
    ...['priced', 'usage', 'by its properties'].flatMap(chargesSection),
    ...freeSection(),
    ...featuresSection(),
    ...unpricedSection(),
  ].join('\n');
}

function chargesSection(state: string): readonly string[] {
  const title = `## ${state.charAt(0).toUpperCase()}${state.slice(1)}`;
  const rows = ofState(state).map((type) => `| \`${type}\` | ${CHARGES.get(type)?.names.join('; ')} |`);
  return [title, '', '| type | charges |', '| --- | --- |', ...rows, ''];
}

function freeSection(): readonly string[] {
  const byReason = groupedBy(FREE, (type) => `${freeReasonText(FREE_RESOURCES[type] ?? unknownType(type))} | ${SOURCES.get(type) ?? ''}`);
  const rows = [...byReason].sort(([a], [b]) => (a < b ? -1 : 1)).map(([reason, types]) => `| ${reason} | ${types.map(code).join(', ')} |`);
  return ['## Free', '', '| reason | source | types |', '| --- | --- | --- |', ...rows, ''];
}

function featuresSection(): readonly string[] {
  const rows = PAID_FEATURES.map(({ type, path, feature, usage, source }) => {
    const state = usage === undefined ? 'unpriced' : `usage: ${CHARGE_NAMES[usage.kind]}`;
    return `| \`${type}\` | \`${path.join('.')}\` | ${feature} | ${state} | ${source} |`;
  });
  return [
    '## Properties with a charge of their own',
    '',
    'Each adds a line to its resource, regardless of the state of the other lines. An unpriced line has no price in the price list: the estimate is incomplete.',
    '',
    '| type | property | charge | state | source |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ];
}

function unknownType(type: string): never {
  throw new Error(`no reason for ${type}`);
}

const NO_SOURCE = 'no public source of its prices was found that the price list could use';
/** Why frequent types without a price have none. */
const REASONS: Readonly<Record<string, string>> = {
  'AWS::Kendra::Index': NO_SOURCE,
  'AWS::MemoryDB::Cluster': NO_SOURCE,
};

function unpricedSection(): readonly string[] {
  const byService = groupedBy(UNPRICED, (type) => type.slice(0, type.lastIndexOf('::')));
  const rows = [...byService].map(
    ([service, types]) => `| \`${service}\` | ${types.map((type) => type.slice(service.length + 2)).join(', ')} |`,
  );
  const reasons = Object.entries(REASONS).map(([type, reason]) => `| \`${type}\` | ${reason} |`);
  return [
    '## Unpriced',
    '',
    'Why some frequent types have no price:',
    '',
    '| type | reason |',
    '| --- | --- |',
    ...reasons,
    '| Instances of RHEL with other software, SUSE and Ubuntu Pro, and of Windows before the fourth generation | the price list has no prices of their licenses |',
    '',
    'All types:',
    '',
    '| service | types |',
    '| --- | --- |',
    ...rows,
    '',
  ];
}

function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

function code(type: string): string {
  return `\`${type}\``;
}

describe('resource types of CloudFormation', () => {
  test('each is in one state', () => {
    expect(CHARGES.size + FREE.length + UNPRICED.length).toBe(TYPES.length);
  });

  test('are listed in the documentation with their states', async () => {
    await expect(page()).toMatchFileSnapshot('../../docs/resource-types.md');
  });

  test('types with a reason have no price', () => {
    expect(Object.keys(REASONS).filter((type) => !UNPRICED.includes(type))).toEqual([]);
  });

  test('parts of services are listed once', () => {
    const types = FREE_PARTS.flatMap((each) => each.types.map((type) => `AWS::${each.service}::${type}`));
    expect(types.filter((type, index) => types.indexOf(type) !== index)).toEqual([]);
    expect(Object.keys(FREE_RESOURCES)).toHaveLength(new Set(Object.keys(FREE_RESOURCES)).size);
  });
});
