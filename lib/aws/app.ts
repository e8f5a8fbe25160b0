import { rmSync } from 'node:fs';
import { App, type AppProps, FileSystem } from 'aws-cdk-lib';
import type { Blueprint } from '../blueprint';
import { BlueprintStack } from './blueprint-stack';
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
 * Synthesizes blueprints in this process and leaves no file behind; of a blueprint of several regions its own stack
 * comes first. Each gets an app of its own, because two tiers of
 * a system have the same stack name. Throws an InputError for a component that is not synthesized on AWS.
 */
export function synthesize(...blueprints: readonly Blueprint[]): SynthesizedStack[] {
  return blueprints.flatMap(synthesizeOne);
}

function synthesizeOne(blueprint: Blueprint): SynthesizedStack[] {
  const outdir = FileSystem.mkdtemp('sizing-blueprints-');
  try {
    // CDK's own check of templates takes seconds; here nothing is deployed, the caller reads the templates.
    const app = createApp({ outdir, builtinCloudFormationValidation: false });
    const stack = new BlueprintStack(app, undefined, { blueprint });
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
