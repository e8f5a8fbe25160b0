import { Construct } from 'constructs';
import { SYNTHESIS_CONTEXT } from './feature-flags';

/** The construct of a component. It has the same template in every app, because it sets the feature flags of the CDK for its resources. */
export class ComponentConstruct extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    for (const [key, value] of Object.entries(SYNTHESIS_CONTEXT)) this.node.setContext(key, value);
  }
}
