import { Construct } from 'constructs';
import type { ComponentOf } from '../build-context';

/** A CDN is outside of any cluster: there is nothing to make here. */
export class Cdn extends Construct {
  constructor(scope: Construct, component: ComponentOf<'cdn'>) {
    super(scope, component.id);
  }
}
