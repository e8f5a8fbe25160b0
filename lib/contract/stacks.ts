import { type Declarable, type DeclarableComponent, type Declaration, declarationOf } from './declaration';

/** A blueprint with its standby regions. */
interface DeclarableStacks extends Declarable {
  /** Blueprints of the standby regions. */
  readonly standbys?: readonly DeclarableStacks[];
}

/** Whether a component is a bucket replica in a standby region, which is in a stack of its own. */
export function isCopy<T extends DeclarableComponent>(component: T): component is Extract<T, { kind: 'bucket' }> {
  return component.kind === 'bucket' && 'copyOf' in component && component.copyOf !== undefined;
}

/** Whether a blueprint has bucket replicas. */
export function hasCopies({ components }: Pick<Declarable, 'components'>): boolean {
  return Object.values(components).some(isCopy);
}

/** Declaration of the stack of a region, without bucket replicas. */
export function declarationOfStack(blueprint: Declarable): Declaration {
  const copies = copyIds(blueprint);
  return declarationOf({ ...blueprint, usage: blueprint.usage.filter(({ component }) => !copies.has(component)) });
}

/** Declaration of the stack with the bucket replicas of a region. */
export function declarationOfCopies(blueprint: Declarable): Declaration {
  const copies = copyIds(blueprint);
  return declarationOf({ ...blueprint, components: {}, usage: blueprint.usage.filter(({ component }) => copies.has(component)) });
}

/** Declarations of all stacks of a blueprint in the order of synthesis: the primary region first, then each standby region. */
export function declarationsOf(blueprint: DeclarableStacks): Declaration[] {
  const others = (blueprint.standbys ?? []).flatMap((standby) => [
    ...(hasCopies(standby) ? [declarationOfCopies(standby)] : []),
    declarationOfStack(standby),
  ]);
  return [declarationOfStack(blueprint), ...others];
}

function copyIds({ components }: Declarable): ReadonlySet<string> {
  return new Set(
    Object.values(components)
      .filter((component) => isCopy(component))
      .map(({ id }) => id),
  );
}
