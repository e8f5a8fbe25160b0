import type { Construct } from 'constructs';
import type { ResolvedComponent } from '../blueprint/resolved-component';
import type { BuildContext, ComponentKind, ComponentOf } from './build-context';
import type { Builders } from './registry';

/** What the services of a stack run on. Its cluster is there before the components are built. */
export interface Platform {
  /** Builds one component; undefined for one that has no resources here. */
  build(scope: Construct, component: ResolvedComponent, context: BuildContext): Construct | undefined;
  /** Joins what was built, once all of it is there. */
  finish(built: readonly Construct[], context: BuildContext): void;
}

/** Asks the builder of a component's own kind. */
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
