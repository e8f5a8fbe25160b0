import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { stacksOf } from '../../lib/answers/estimate-blueprint';
import { type BlueprintEstimate, estimateStacks, type Stack } from '../../lib/answers/estimate-stacks';
import type { Blueprint } from '../../lib/blueprint/blueprint';
import { fingerprintOf } from '../../lib/io/fingerprint';
import { type ManifestObjects, objectsOf } from '../../lib/kubernetes/manifests/manifests';

/**
 * Each blueprint is synthesized once in a run of the tests. The result is JSON in the folder of the run, which all workers
 * share, under a name made from the content of the blueprint. Tests that prove something about synthesis itself (that it
 * is the same twice) call `lib` directly.
 */
function synthesizedOnce<T>(what: string, blueprint: Blueprint, make: () => T): T {
  const file = join(inject('runFolder'), `${what}-${fingerprintOf(JSON.stringify(blueprint))}.json`);
  if (!existsSync(file)) {
    const ours = `${file}.${process.pid}`;
    writeFileSync(ours, JSON.stringify(make()));
    renameSync(ours, file);
  }
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}

/** The stacks of a blueprint, that of its own region first. */
export function stacksFor(blueprint: Blueprint): readonly Stack[] {
  return synthesizedOnce('stacks', blueprint, () => stacksOf(blueprint));
}

/** What the stacks of a blueprint cost, priced anew. */
export function billFor(blueprint: Blueprint): BlueprintEstimate {
  return estimateStacks(stacksFor(blueprint), blueprint.options.region);
}

/** The objects of a blueprint's chart, file by file. */
export function chartsFor(blueprint: Blueprint): readonly ManifestObjects[] {
  return synthesizedOnce('charts', blueprint, () => objectsOf(blueprint));
}
