import { type Declarable, type DeclarableComponent, type Declaration, declarationOf } from './declaration';

/** A blueprint with the regions that stand by for it. */
export interface DeclarableStacks extends Declarable {
  /** Blueprints of the regions that stand by. */
  readonly standbys?: readonly DeclarableStacks[];
}

/** A bucket that files of another region are copied to: it is in a stack of its own. */
export function isCopy<T extends DeclarableComponent>(component: T): component is Extract<T, { kind: 'bucket' }> {
  return component.kind === 'bucket' && 'copyOf' in component && component.copyOf !== undefined;
}

export function hasCopies({ components }: Pick<Declarable, 'components'>): boolean {
  return Object.values(components).some(isCopy);
}

/** Of the stack of a region, without the copied files. */
export function declarationOfStack(blueprint: Declarable): Declaration {
  const copies = copyIds(blueprint);
  return declarationOf({ ...blueprint, usage: blueprint.usage.filter(({ component }) => !copies.has(component)) });
}

/** Of the stack of a region's copied files. */
export function declarationOfCopies(blueprint: Declarable): Declaration {
  const copies = copyIds(blueprint);
  return declarationOf({ ...blueprint, components: {}, usage: blueprint.usage.filter(({ component }) => copies.has(component)) });
}

/** Of all stacks of a blueprint, in the order in which they are synthesized: its own, then of each other region. */
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
