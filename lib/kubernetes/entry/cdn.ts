import { Construct } from 'constructs';
import type { ComponentOf } from '../build-context';

/** A CDN is outside of the cluster, so the chart has no objects for it. */
export class Cdn extends Construct {
  constructor(scope: Construct, component: ComponentOf<'cdn'>) {
    super(scope, component.id);
  }
}
