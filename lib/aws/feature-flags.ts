import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json';

/**
 * What our templates are synthesized with, wherever the stack is used: the flags recommended by the pinned
 * aws-cdk-lib, and path metadata, which tells the component of every resource. In code and not in cdk.json, so that
 * `cdk synth`, the command and somebody else's app give the same bytes.
 */
export const SYNTHESIS_CONTEXT: Readonly<Record<string, unknown>> = {
  ...recommendedFlags,
  'aws:cdk:enable-path-metadata': true,
  'aws:cdk:enable-asset-metadata': false,
};
