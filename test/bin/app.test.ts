import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { requestFromContext } from '../../bin/context-request';
import { ESTIMATE_FILE, type SynthRequest, synthApp } from '../../bin/synth-app';
import { InputError } from '../../lib/core/problems';
import type { StringCache } from '../../lib/io/cached-files';
import { EstimateJson } from '../../lib/output/json/estimate';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sizing-blueprints-app-'));
  folders.push(folder);
  return folder;
}

const DAY = new Date('2021-08-04');

/** In this repository, whose environment `dev` requests the placeholder. */
function synthesized(
  context: Readonly<Record<string, unknown>>,
  { cache, today = DAY }: Partial<Pick<SynthRequest, 'cache' | 'today'>> = {},
) {
  const outdir = newFolder();
  let stderr = '';
  const print = vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
  const code = synthApp({
    context,
    outdir,
    stderr: (text) => {
      stderr += text;
    },
    today,
    cache,
  });
  print.mockRestore();
  return { code, stderr, outdir };
}

describe('the CDK app', () => {
  test('synthesizes the smallest tier of the first system by default, without an account', () => {
    const { code, stderr, outdir } = synthesized({});
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringMatching(
        /^aiva-dev: \$[\d,.]+\/month \(low \$[\d,.]+, high \$[\d,.]+\) · report: .*estimate\.json\nwarning: No image yet, .*\nwarning: Entry point .*\nwarning: Component "voice-entry" accepts /,
      ),
    });
    expect(readdirSync(outdir)).toEqual(expect.arrayContaining(['aiva-dev.template.json', 'manifest.json', ESTIMATE_FILE]));
  });

  test('states how many users a tier handles that is short of its workload', () => {
    // The pool of 15 connections of capsules handles 947 of 1,400 users: test/golden/handled-workload.txt.
    const { code, stderr } = synthesized({ system: 'capsules', tier: 'current' });
    expect(code).toBe(0);
    expect(stderr).toMatch(/^capsules-dev: \$[\d,.]+\/month \(low .*\) · handles 947 of 1,400 users, 90% likely · report: /);
  });

  test('writes the estimate that it prints', () => {
    const { stderr, outdir } = synthesized({ tier: 'medium', environment: 'production', imageTag: '1.4.2' });
    const estimate = EstimateJson.parse(JSON.parse(readFileSync(join(outdir, ESTIMATE_FILE), 'utf8')));
    expect(stderr).toContain(`aiva-production: $${estimate.monthlyUsd.mid}/month`);
    expect(estimate.resources.unpriced).toBe(0);
  });

  test('reports all problems at once, without a stack trace, and writes nothing', () => {
    const { code, stderr, outdir } = synthesized({ tier: 'lrage', gpo: 't4', region: 'mars', imageTag: 'a b' });
    expect(code).toBe(1);
    expect(stderr).toMatch(/-c tier: invalid value "lrage".*Did you mean "large"/);
    expect(stderr).toMatch(/-c gpo: unknown key.*Did you mean "gpu"/);
    expect(stderr).toMatch(/-c region: invalid value "mars"/);
    expect(stderr).toMatch(/-c imageTag: invalid value "a b"/);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(readdirSync(outdir)).toEqual([]);
  });

  test('exits with 2 above its budget', () => {
    expect(synthesized({ budget: '100000' })).toMatchObject({ code: 0, stderr: expect.stringContaining('budget $100,000: within') });
    const over = synthesized({ budget: '10' });
    expect(over).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^error: \$[\d.]+\/month exceeds the budget of \$10\.00\/month\n$/),
    });
    expect(existsSync(join(over.outdir, ESTIMATE_FILE))).toBe(true);
  });

  test('exits with 2 under the CDK CLI too, which reports violations instead of throwing', () => {
    const reported = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(synthesized({ budget: '10', '@aws-cdk/core:failSynthOnValidationErrors': false }).code).toBe(2);
    reported.mockRestore();
  });
});

describe('the context', () => {
  test('may contain keys of the CDK', () => {
    const context = {
      'aws:cdk:enable-path-metadata': true,
      '@aws-cdk/core:x': true,
      'cli-telemetry': false,
      'availability-zones/x': [],
      tier: 'small',
    };
    expect(requestFromContext(context).blueprint.tier.id).toBe('small');
  });

  test('sets the tag of the images', () => {
    expect(requestFromContext({ imageTag: '1.4.2' }).deployment).toEqual({ imageTag: '1.4.2' });
  });

  test.each([
    [{ system: 'aivva' }, /-c system: invalid value "aivva".*Did you mean "aiva"/],
    [{ teir: 'small' }, /-c teir: unknown key.*Did you mean "tier"/],
    [{ imagetag: '1.4.2' }, /-c imagetag: unknown key; expected one of \d+ keys\. Did you mean "imageTag"\?/],
    [{ gpu: 'T4' }, /-c gpu: invalid value "T4".*Did you mean "t4"/],
    [{ compute: 'lambda' }, /-c compute: invalid value "lambda"; expected one of ec2, fargate/],
    [{ environment: 'My Env' }, /-c environment/],
    [{ budget: '-5' }, /-c budget/],
    [{ budget: 'lots' }, /-c budget/],
    [{ readReplicas: '1.5' }, /-c readReplicas/],
    [{ highAvailability: 'yes' }, /-c highAvailability/],
    [{ certificate: 'mine' }, /-c certificate/],
    [{ imageTag: '' }, /-c imageTag/],
    [{ images: 'api=example.com/api:7' }, /-c images: invalid value "api=example.com\/api:7"; expected an object/],
    [{ images: { appi: 'example.com/api:7' } }, /-c images\.appi: unknown key; expected one of .*api.*\. Did you mean "api"\?/],
    [{ images: { api: 'a b' } }, /-c images\.api: invalid value "a b"; expected an image such as/],
    [{ clusterAdmins: ['me'] }, /-c clusterAdmins\.0: invalid value "me"; expected the ARN of an IAM role or user/],
  ])('%j is rejected with its key', (context, message) => {
    expect(() => requestFromContext(context)).toThrow(InputError);
    expect(() => requestFromContext(context)).toThrow(message);
  });
});

describe('the report of an assembly that was estimated before', () => {
  const FORM = { system: 'capsules', tier: 'current' };

  function cacheOf(strings: Map<string, string>) {
    const cache: StringCache = {
      get: (key) => strings.get(key),
      put: (key, content) => void strings.set(key, content),
      drop: (key) => void strings.delete(key),
    };
    return { cache, strings };
  }

  const FIRST = cacheOf(new Map());
  const RESULT = reported(synthesized(FORM, FIRST));

  /** The cache of a first run, with the text of its entry changed. */
  function cached(change: (text: string) => string = (text) => text) {
    return cacheOf(new Map([...FIRST.strings].map(([key, text]) => [key, change(text)])));
  }

  function reported({ code, stderr, outdir }: ReturnType<typeof synthesized>) {
    return { code, stderr: stderr.replace(outdir, ''), file: readFileSync(join(outdir, ESTIMATE_FILE), 'utf8') };
  }

  test('is the same in another folder, and is not computed again', () => {
    expect(reported(synthesized(FORM, cached()))).toEqual(RESULT);
    const changed = cached((text) => text.replace(/"cost":"[^"]*"/, '"cost":"$1.00/month, of the cache"'));
    expect(synthesized(FORM, changed).stderr).toMatch(/^capsules-dev: \$1\.00\/month, of the cache · /);
  });

  test.each([
    ['of another template', { ...FORM, compute: 'fargate' }, DAY, /^capsules-dev: \$/],
    ['with a budget', { ...FORM, budget: 100_000 }, DAY, /· budget \$100,000: within/],
    ['of another day, when prices are old', FORM, new Date('2031-08-04'), /warning: Prices of 100% of the total/],
  ])('is not that %s', (_, context, today, expected) => {
    const { cache, strings } = cached((text) => text.replace(/"cost":"[^"]*"/, '"cost":"of the cache"'));
    expect(synthesized(context, { cache, today }).stderr).toMatch(expected);
    expect(strings.size).toBe(2);
  });

  test('is computed again where its entry is not a report', () => {
    expect(
      reported(
        synthesized(
          FORM,
          cached(() => '{"cost": 1}'),
        ),
      ),
    ).toEqual(RESULT);
  });

  test('is not cached when the budget is exceeded', () => {
    const { cache, strings } = cached();
    for (let run = 0; run < 2; run++) expect(synthesized({ ...FORM, budget: 1 }, { cache }).code).toBe(2);
    expect(strings.size).toBe(1);
  });
});
