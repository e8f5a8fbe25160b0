import type { Blueprint, ResolvedBucket, ResolvedComponent } from '../blueprint';
import { type Declaration, declarationOf } from './declaration';

/** A bucket that files of another region are copied to: it is in a stack of its own. */
export function isCopy(component: ResolvedComponent): component is ResolvedBucket {
  return component.kind === 'bucket' && component.copyOf !== undefined;
}

export function hasCopies({ components }: Pick<Blueprint, 'components'>): boolean {
  return Object.values(components).some(isCopy);
}

/** Of the stack of a region, without the copied files. */
export function declarationOfStack(blueprint: Blueprint): Declaration {
  const copies = copyIds(blueprint);
  return declarationOf({ ...blueprint, usage: blueprint.usage.filter(({ component }) => !copies.has(component)) });
}

/** Of the stack of a region's copied files. */
export function declarationOfCopies(blueprint: Blueprint): Declaration {
  const copies = copyIds(blueprint);
  return declarationOf({ ...blueprint, components: {}, usage: blueprint.usage.filter(({ component }) => copies.has(component)) });
}

/** Of all stacks of a blueprint, in the order in which they are synthesized: its own, then of each other region. */
export function declarationsOf(blueprint: Blueprint): Declaration[] {
  const others = (blueprint.standbys ?? []).flatMap((standby) => [
    ...(hasCopies(standby) ? [declarationOfCopies(standby)] : []),
    declarationOfStack(standby),
  ]);
  return [declarationOfStack(blueprint), ...others];
}

function copyIds({ components }: Blueprint): ReadonlySet<string> {
  return new Set(
    Object.values(components)
      .filter(isCopy)
      .map(({ id }) => id),
  );
}
