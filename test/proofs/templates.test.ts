import { beforeAll, describe, expect, it } from 'vitest';
import { estimateBlueprint } from '../../lib/answers/estimate-blueprint';
import type { BlueprintEstimate } from '../../lib/answers/estimate-stacks';
import { toCents } from '../../lib/core/money';
import { lineReason } from '../../lib/output/line-reasons';
import { DATA_RESOURCE_TYPES } from '../support/data-resources';
import { type Configuration, configurationsInScope } from '../support/matrix';
import { billFor } from '../support/synthesized';

const MINUTES = 60_000;

const configurations = configurationsInScope();

type Proof = (bill: BlueprintEstimate, configuration: Configuration) => readonly string[];

/** Invariants of every estimate; each returns its violations as text. Estimates are not stored, because there are too many. */
const PROOFS: Readonly<Record<string, Proof>> = {
  'synthesizes without credentials': ({ template }) =>
    template.resources.length > 50 ? [] : [`only ${template.resources.length} resources`],

  'has every resource in exactly one state, and none unpriced': ({ templates, estimate }) => {
    const { total, priced, usage, free, unpriced } = estimate.resources;
    const resources = templates.reduce((sum, template) => sum + template.resources.length, 0);
    const unpricedLines = estimate.lineItems.filter(({ state }) => state === 'unpriced').map((line) => `${line.type}: ${lineReason(line)}`);
    return [
      ...unpricedLines,
      ...(total === resources ? [] : [`${total} of ${resources} resources counted`]),
      ...(priced + usage + free + unpriced === total ? [] : ['states that do not add up']),
    ];
  },

  'adds up to the cent': ({ estimate }) =>
    (['low', 'mid', 'high'] as const).filter((point) => {
      const sum = estimate.lineItems.reduce((total, line) => total.plus(line.monthlyUsd[point]), estimate.monthlyUsd[point].times(0));
      return toCents(sum) !== toCents(estimate.monthlyUsd[point]) || !estimate.monthlyUsd[point].times(100).isInteger();
    }),

  'gives every line a reason or a price with source and date': ({ estimate }) =>
    estimate.lineItems
      .filter((line) => (line.state === 'free' ? !line.reason : line.source === null || !/^\d{4}-\d{2}-\d{2}$/.test(line.source.asOf)))
      .map((line) => `${line.name} of ${line.resource}`),

  'says the assumption of every usage line and the rule of every derived price': ({ estimate }) =>
    estimate.lineItems
      .filter((line) => (line.state === 'usage' && !line.reason) || (line.basis === 'derived' && line.derivation === undefined))
      .map((line) => `${line.name} of ${line.resource}`),

  'declares usage for every usage line: no line excludes usage': ({ estimate }) =>
    estimate.lineItems
      .filter((line) => line.state === 'usage' && lineReason(line)?.includes('no usage declared'))
      .map((line) => `${line.name} of ${line.component} (${line.resource})`),

  'retains or snapshots what holds data': ({ templates }) =>
    templates
      .flatMap(({ resources }) => resources)
      .filter(({ type, properties }) => DATA_RESOURCE_TYPES.has(type) && !('SourceDBInstanceIdentifier' in properties))
      .filter(({ deletionPolicy, updateReplacePolicy }) =>
        [deletionPolicy, updateReplacePolicy].some((policy) => policy === undefined || policy === 'Delete'),
      )
      .map(({ id, type, deletionPolicy, updateReplacePolicy }) => `${id} (${type}): ${deletionPolicy}, ${updateReplacePolicy}`),

  'has a component of the blueprint, a pool that waits, or a shared part, for every resource': ({ templates }, { blueprint }) => {
    const known = new Set([...SHARED, ...Object.keys(blueprint.components), ...blueprint.idlePools]);
    return templates
      .flatMap(({ resources }) => resources)
      .filter(({ component }) => !known.has(component))
      .map(({ id, component }) => `${id} belongs to ${component}`);
  },
};

/** Parts of a stack that belong to no component. */
const SHARED = new Set([
  'network',
  'cluster',
  'observability',
  'backup-storage',
  // Functions that the CDK puts directly below the stack: for keys of policies, and for the retention of logs.
  'AWSCDKCfnUtilsProviderCustomResourceProvider',
  'LogRetentionaae0aa3c5b4d4f87b02d85b201efdd8a',
]);

const findings = new Map<string, string[]>(Object.keys(PROOFS).map((name) => [name, []]));

beforeAll(() => {
  for (const configuration of configurations) {
    const bill = billFor(configuration.blueprint);
    for (const [name, proof] of Object.entries(PROOFS)) {
      findings.get(name)?.push(...proof(bill, configuration).map((finding) => `${configuration.name}: ${finding}`));
    }
  }
}, 15 * MINUTES);

describe('every tier × GPU × topology × compute × region, and every other option', () => {
  it.each(Object.keys(PROOFS))('%s', (name) => {
    expect(findings.get(name)).toEqual([]);
  });

  it('is the same, byte for byte, when it is synthesized again', () => {
    for (const { name, blueprint } of configurations.filter((_configuration, index) => index % 10 === 0)) {
      const [once, again] = [billFor(blueprint), estimateBlueprint(blueprint)];
      expect(JSON.stringify(again.templates.map(({ raw }) => raw)), name).toBe(JSON.stringify(once.templates.map(({ raw }) => raw)));
      expect(JSON.stringify(again.estimate), name).toBe(JSON.stringify(once.estimate));
    }
  });
});
