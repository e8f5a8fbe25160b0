import { ENABLE_ADDITIONAL_METADATA_COLLECTION } from 'aws-cdk-lib/cx-api';
import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json';

/**
 * Context of every synthesis: the feature flags that the pinned aws-cdk-lib recommends, and path metadata, from which the
 * component of each resource is read. Properties of constructs are not collected for a usage report to AWS: that costs
 * time and changes no template. Set in code, not in cdk.json, so that `cdk synth`, the command and the CDK app of a user
 * synthesize identical templates.
 */
export const SYNTHESIS_CONTEXT: Readonly<Record<string, unknown>> = {
  ...recommendedFlags,
  [ENABLE_ADDITIONAL_METADATA_COLLECTION]: false,
  'aws:cdk:enable-path-metadata': true,
  'aws:cdk:enable-asset-metadata': false,
};
