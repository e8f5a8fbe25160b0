import { rmSync } from 'node:fs';
import { App, type AppProps, FileSystem } from 'aws-cdk-lib';
import * as cxapi from 'aws-cdk-lib/cx-api';
import type { Blueprint } from '../blueprint/blueprint';
import { BlueprintStack } from './blueprint-stack';
import type { EksPlatformProps } from './eks/eks-platform';
import { SYNTHESIS_CONTEXT } from './feature-flags';

/** A synthesized stack, in memory. */
interface SynthesizedStack {
  /** Name of the stack. */
  readonly stackName: string;
  /** Region of the stack. */
  readonly region: string;
  /** Template as plain JSON. */
  readonly template: Readonly<Record<string, unknown>>;
}

/**
 * No construct has a stack trace, because the traces would name files of this package only. With `--debug` the CDK collects them anyway.
 */
const NO_STACK_TRACES: Readonly<Record<string, unknown>> = { [cxapi.DISABLE_CREATION_STACK_TRACES]: true };

/** A CDK app that writes templates and asset manifests only: no construct tree, no usage report to AWS. */
export function createApp(props: AppProps = {}): App {
  return new App({
    ...props,
    // The caller synthesizes explicitly, so that an app that failed halfway writes nothing.
    autoSynth: false,
    analyticsReporting: false,
    treeMetadata: false,
    context: { ...SYNTHESIS_CONTEXT, ...NO_STACK_TRACES, ...props.context },
  });
}

/**
 * Synthesizes a blueprint in this process and leaves no files behind. The stack of the primary region is the first. With
 * `platform=eks`, `eks.chartObjects` is required. Throws an InputError for a component that is not supported on AWS.
 */
export function synthesize(blueprint: Blueprint, eks: EksPlatformProps = {}): SynthesizedStack[] {
  const outdir = FileSystem.mkdtemp('sizing-blueprints-');
  try {
    // The template check of the CDK takes seconds and is not needed, because nothing is deployed from here. Assets are not
    // staged: their names depend only on their content, and the kubectl layer alone is 36 MB.
    const context = { [cxapi.DISABLE_ASSET_STAGING_CONTEXT]: true };
    const app = createApp({ outdir, builtinCloudFormationValidation: false, context });
    const stack = new BlueprintStack(app, undefined, { blueprint, ...eks });
    const assembly = app.synth();
    return [stack, ...stack.siblings].map(({ artifactId, stackName, region }) => ({
      stackName,
      region,
      template: assembly.getStackArtifact(artifactId).template,
    }));
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
