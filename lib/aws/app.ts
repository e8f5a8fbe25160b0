import { rmSync } from 'node:fs';
import { App, type AppProps, FileSystem } from 'aws-cdk-lib';
import * as cxapi from 'aws-cdk-lib/cx-api';
import type { Blueprint } from '../blueprint/blueprint';
import { BlueprintStack } from './blueprint-stack';
import type { EksPlatformProps } from './eks/eks-platform';
import { SYNTHESIS_CONTEXT } from './feature-flags';

/** A synthesized stack, in memory. */
export interface SynthesizedStack {
  readonly stackName: string;
  readonly region: string;
  readonly template: Readonly<Record<string, unknown>>;
}

/** A CDK app whose output holds templates and manifests only: no construct tree, no usage report to AWS. */
export function createApp(props: AppProps = {}): App {
  return new App({
    ...props,
    // Only an app that was asked to may write: one that failed on the way has nothing to say.
    autoSynth: false,
    analyticsReporting: false,
    treeMetadata: false,
    context: { ...SYNTHESIS_CONTEXT, ...props.context },
  });
}

/**
 * Synthesizes a blueprint in this process and leaves no file behind; of a blueprint of several regions its own stack
 * comes first. Throws an InputError for a component that is not synthesized on AWS. On EKS the objects of its chart are
 * needed.
 */
export function synthesize(blueprint: Blueprint, eks: EksPlatformProps = {}): SynthesizedStack[] {
  const outdir = FileSystem.mkdtemp('sizing-blueprints-');
  try {
    // CDK's own check of templates takes seconds; here nothing is deployed, the caller reads the templates. Files of
    // functions are named by what is in them, and stay where they are: kubectl alone would be 36 MB to copy.
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
