#!/usr/bin/env node
import './compile-cache';
import { join } from 'node:path';
import { blueprintManifests } from '../lib/answers/manifests';
import { isPlainObject } from '../lib/core/plain-object';
import { InputError, shown } from '../lib/core/problems';
import { writeFolders } from '../lib/io/write-folders';
import { answerWarningText } from '../lib/output/answer-warnings';
import { blueprintWarningText } from '../lib/output/blueprint-warnings';
import { GENERATED_MARKER, withReadmes } from '../lib/output/directory-readme';
import { requestFromContext } from './context-request';
import { EXIT, errorText, exitCodeOf } from './errors';
import { readObjectFile } from './object-file';
import { warningText } from './warnings';

/** The app that `cdk8s synth` runs: the context in cdk8s.yaml, which variables such as SIZING_TIER=large override. */
const CONFIG = 'cdk8s.yaml';
const VARIABLE = /^SIZING_([A-Z_]+)$/;
/** Variables of this package that are not context. */
const OTHER_VARIABLES: readonly string[] = ['SIZING_CACHE', 'SIZING_DEBUG'];

function contextOf(env: NodeJS.ProcessEnv): Record<string, unknown> {
  const context = readObjectFile(CONFIG).context ?? {};
  if (!isPlainObject(context)) {
    throw new InputError(`file ${CONFIG}`, [
      { path: 'context', received: shown(context), expected: 'an object of options such as tier: small' },
    ]);
  }
  const given = Object.entries(env).flatMap(([name, value]) => {
    const key = OTHER_VARIABLES.includes(name) ? undefined : VARIABLE.exec(name)?.[1];
    return key === undefined ? [] : [[camel(key), value]];
  });
  return { platform: 'kubernetes', ...context, ...Object.fromEntries(given) };
}

/** `DATA_STORES` as `dataStores`. */
function camel(name: string): string {
  return name.toLowerCase().replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}

/** This app computes no estimate, so it rejects a budget that it could not check. */
function refuseBudget(budget: number | undefined): void {
  if (budget === undefined) return;
  const expected = 'no value: this app does not price manifests; use sizing estimate --platform kubernetes --budget';
  throw new InputError('context', [{ path: 'budget', received: shown(budget), expected }]);
}

function synth(): number {
  try {
    const { blueprint, deployment, warnings } = requestFromContext(contextOf(process.env));
    refuseBudget(blueprint.options.budget);
    // A tag alone names no image here, because the manifests have no registry.
    const images = { images: deployment.images ?? {} };
    const out = process.env.CDK8S_OUTDIR ?? 'cdk8s.out';
    const { directories, deploymentWarnings } = withReadmes(blueprintManifests(blueprint, false, images));
    writeFolders(
      directories.map((directory) => ({ ...directory, path: join(out, directory.path) })),
      GENERATED_MARKER,
    );
    const own = blueprint.warnings.map(blueprintWarningText);
    const ofDeployment = deploymentWarnings.map(answerWarningText);
    for (const warning of [...warnings, ...own, ...ofDeployment]) {
      process.stderr.write(warningText(warning, process.stderr.columns));
    }
    return EXIT.fine;
  } catch (error) {
    process.stderr.write(errorText(error, process.env.SIZING_DEBUG === '1'));
    return exitCodeOf(error);
  }
}

process.exitCode = synth();
