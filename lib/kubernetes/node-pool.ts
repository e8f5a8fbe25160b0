import { Construct } from 'constructs';
import type { BuildContext, ComponentOf } from './build-context';

/** Machines of a pool: Karpenter's objects. */
export class NodePool extends Construct {
  constructor(scope: Construct, component: ComponentOf<'node-pool'>, _context: BuildContext) {
    super(scope, component.id);
  }
}
