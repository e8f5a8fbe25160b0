import { shop } from '@example/systems';
import type { App } from 'aws-cdk-lib';
import { TierStack } from 'sizing-blueprints';

/** The same system twice, in the size that each stage needs. */
export function shopStages(app: App) {
  const common = { system: shop, region: 'us-east-1', imageTag: '1.4.2' } as const;
  return {
    staging: new TierStack(app, 'Staging', { ...common, tier: 'small', stackName: 'shop-staging' }),
    production: new TierStack(app, 'Production', { ...common, tier: 'large', stackName: 'shop-production' }),
  };
}
