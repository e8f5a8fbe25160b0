import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { synthApp } from '../../bin/synth-app';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { estimateTemplateFiles } from '../../lib/answers/estimate-template-files';
import { explained } from '../../lib/answers/explain';
import { Decimal, toCents } from '../../lib/core/money';
import { cents } from '../../lib/output/amounts';
import { estimateToJson } from '../../lib/output/json/estimate';
import { billFor } from '../support/synthesized';

const request = { system: 'barber-ops', tier: 'phase-3' };
const { estimate, templates } = billFor(blueprintFor(request));
const folder = mkdtempSync(join(tmpdir(), 'sizing-blueprints-regions-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the estimate of a tier with several regions', () => {
  test('is the sum of its regions, and the primary one is its own', () => {
    expect(estimate.region).toBe('us-east-1');
    const byRegion = new Map<string, Decimal>();
    for (const { region = estimate.region, monthlyUsd } of estimate.lineItems) {
      byRegion.set(region, (byRegion.get(region) ?? new Decimal(0)).plus(monthlyUsd.mid));
    }
    expect([...byRegion.keys()].sort()).toEqual(['eu-west-1', 'us-east-1', 'us-west-2']);
    expect(toCents([...byRegion.values()].reduce((sum, each) => sum.plus(each)))).toBe(toCents(estimate.monthlyUsd.mid));
    for (const amount of byRegion.values()) expect(amount.gt(1_000)).toBe(true);
    expect(estimate.resources.total).toBe(templates.reduce((sum, { resources }) => sum + resources.length, 0));
  });

  test('has the prices of each region: the same balancer costs more in Ireland', () => {
    const hours = (region: string | undefined) =>
      estimate.lineItems.find((line) => line.component === 'entry' && line.region === region && line.kind === 'load-balancer-hours');
    expect(hours(undefined)?.unitPriceUsd.toFixed()).toBe('0.0225');
    expect(hours('eu-west-1')?.unitPriceUsd.toFixed()).toBe('0.0252');
    expect(hours('eu-west-1')?.name).toBe('Load balancer hours (application, eu-west-1)');
  });

  test('counts external services, users and traffic to the internet once', () => {
    const externals = estimate.lineItems.filter(({ group }) => group === 'external');
    expect(externals.map(({ region }) => region)).toEqual([undefined]);
    const elsewhere = estimate.lineItems.filter(({ region, group }) => region !== undefined && group === 'transfer');
    expect(elsewhere.length).toBeGreaterThan(0);
    for (const { monthlyUsd } of elsewhere) expect(monthlyUsd.high.isZero()).toBe(true);
  });

  test('pays for copies: data to other regions, keys, copied secrets and files, health checks and an alarm', () => {
    const paid = estimate.lineItems.filter(({ monthlyUsd }) => monthlyUsd.mid.gt(0)).map(({ kind, region }) => ({ kind, region }));
    for (const [kind, region] of [
      ['inter-region-transfer-gb', undefined],
      ['encryption-keys', 'us-west-2'],
      ['dns-health-checks', undefined],
      ['dns-health-check-features', undefined],
      ['alarm-metrics', 'us-west-2'],
      ['object-storage-gb-months', 'eu-west-1'],
    ] as const) {
      expect(paid).toContainEqual({ kind, region });
    }
    const secrets = estimate.lineItems.find(({ component, kind }) => component === 'database' && kind === 'secrets');
    expect(secrets?.quantity.mid.toNumber()).toBe(3);
  });

  test('prices a replica by what it inherits from the other region', () => {
    const storage = estimate.lineItems.find(
      ({ region, kind, sku }) => region === 'us-west-2' && kind === 'database-storage-gb-months' && sku?.startsWith('rds/storage/gp3/'),
    );
    expect(storage?.quantity.mid.toNumber()).toBe(1_000);
  });

  test('is the one that cdk synth writes, and that its output is priced at', () => {
    let said = '';
    const code = synthApp({ context: request, outdir: folder, stderr: (text) => (said += text), today: new Date('2026-01-01') });
    expect(code).toBe(0);
    expect(said).toContain(`barber-ops-dev: ${cents(estimate.monthlyUsd.mid)}/month`);
    const again = estimateTemplateFiles(folder);
    expect(again.estimate.region).toBe('us-east-1');
    expect(estimateToJson(again.estimate).monthlyUsd).toEqual(estimateToJson(estimate).monthlyUsd);
    expect(again.warnings).toContainEqual({ kind: 'stacks-in-several-regions', regions: ['us-east-1', 'us-west-2', 'eu-west-1'] });
  });

  test('differs when one region is requested for all stacks', () => {
    const { estimate: inVirginia } = estimateTemplateFiles(folder, 'us-east-1');
    expect(inVirginia.lineItems.every(({ region }) => region === undefined)).toBe(true);
    expect(inVirginia.monthlyUsd.mid.lt(estimate.monthlyUsd.mid)).toBe(true);
  });
});

describe('the explanation of a tier of several regions', () => {
  const blueprint = blueprintFor(request);
  const choices = explained({ blueprint, estimate: billFor(blueprint).estimate }).choices;

  test('explains the instance types of each region', () => {
    const regions = [undefined, ...(blueprint.standbys ?? []).map(({ network }) => network.region)];
    expect(regions).toHaveLength(3);
    for (const region of regions) {
      const databases = choices.filter((choice) => choice.component === 'database' && choice.region === region);
      expect(databases, region).toHaveLength(1);
    }
  });
});
