import type { Construct } from 'constructs';
import type { ResolvedComponent } from '../blueprint/resolved-component';
import type { BuildContext, ComponentKind, ComponentOf } from './build-context';
import type { Builders } from './registry';

/** The platform that services of a stack run on. Its cluster is created before the components. */
export interface Platform {
  /** Creates the resources of one component; returns undefined for a component without resources on this platform. */
  build(scope: Construct, component: ResolvedComponent, context: BuildContext): Construct | undefined;
  /** Connects the components after all of them have been created. */
  finish(built: readonly Construct[], context: BuildContext): void;
}

/** Calls the builder of the kind of a component. */
export function buildWith<Context extends BuildContext>(
  builders: Builders<Context>,
  scope: Construct,
  component: ResolvedComponent,
  context: Context,
): Construct | undefined {
  return buildOf(builders, component.kind, scope, component, context);
}

function buildOf<Kind extends ComponentKind, Context extends BuildContext>(
  builders: Builders<Context>,
  kind: Kind,
  scope: Construct,
  component: ComponentOf<Kind>,
  context: Context,
): Construct | undefined {
  return builders[kind](scope, component, context);
}
