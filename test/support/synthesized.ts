import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { stacksOf } from '../../lib/answers/estimate-blueprint';
import { type BlueprintEstimate, estimateStacks, type Stack } from '../../lib/answers/estimate-stacks';
import type { Blueprint } from '../../lib/blueprint/blueprint';
import { fingerprintOf } from '../../lib/io/fingerprint';
import { type ManifestObjects, objectsOf } from '../../lib/kubernetes/manifests/manifests';
import type { Deployment } from '../../lib/model/environment-file';
import { releasingConstructs } from './release-constructs';

/**
 * Each blueprint is synthesized once in a run of the tests. The result is JSON in the folder of the run, which all workers
 * share, under a name made from the content of the blueprint. Tests that prove something about synthesis itself (that it
 * is the same twice) call `lib` directly.
 */
function synthesizedOnce<T>(what: string, blueprint: Blueprint, make: () => T): T {
  const file = join(inject('runFolder'), `${what}-${fingerprintOf(JSON.stringify(blueprint))}.json`);
  const result = (recent.get(file) ?? frozen(JSON.parse(readOrMake(file, make)))) as T;
  recent.delete(file);
  recent.set(file, result);
  const [oldest] = recent.keys();
  if (recent.size > RECENT && oldest !== undefined) recent.delete(oldest);
  return result;
}

/** Results that this worker used last, by file, the latest one last. */
const recent = new Map<string, unknown>();
/** Number of these: the ends of the moves of a system, in at most about 200 MB. */
const RECENT = 48;

function readOrMake(file: string, make: () => unknown): string {
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const ours = `${file}.${process.pid}`;
  const text = releasingConstructs(() => JSON.stringify(make()));
  writeFileSync(ours, text);
  renameSync(ours, file);
  return text;
}

/** The same value, which a test cannot change for the others. */
function frozen(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}

/** The stacks of a blueprint with its images, that of its own region first. */
export function stacksFor(blueprint: Blueprint, deployment: Deployment = {}): readonly Stack[] {
  const images = Object.keys(deployment).length === 0 ? '' : `-${fingerprintOf(JSON.stringify(deployment))}`;
  return synthesizedOnce(`stacks${images}`, blueprint, () => stacksOf(blueprint, deployment));
}

/** The estimate of the stacks of a blueprint, priced at each call. */
export function billFor(blueprint: Blueprint): BlueprintEstimate {
  return estimateStacks(stacksFor(blueprint), blueprint.options.region);
}

/** The objects of a blueprint's chart, file by file. */
export function chartsFor(blueprint: Blueprint): readonly ManifestObjects[] {
  return synthesizedOnce('charts', blueprint, () => objectsOf(blueprint));
}
