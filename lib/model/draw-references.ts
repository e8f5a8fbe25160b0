import type { Interval } from '../core/interval';
import type { WrittenOperation } from './operation';
import { type ReferenceProblem, unknownWord } from './reference-problem';

/** Rounding error of a sum of shares. */
const ROUNDING = 1e-9;

/** Names of figures that are drawn together but name nothing, and rests whose sum is not the same at low, mid and high. */
export function drawProblems(path: (string | number)[], { demands, includes }: WrittenOperation): ReferenceProblem[] {
  const amounts = new Map(demands.flatMap(({ amountAs, amount }) => (amountAs === undefined ? [] : [[amountAs, amount] as const])));
  const times = new Map(includes.map((part) => [part.operation, part.times]));
  const rests = new Set(demands.map(({ restOf }) => restOf));
  return [
    ...demands.flatMap(({ amountAs, secondsAs, restOf, amount, seconds }, index) => {
      const at = (key: string) => [...path, 'demands', index, key];
      return [
        ...(amountAs === undefined || rests.has(amountAs) || uses(demands, 'amountAs', amountAs) > 1
          ? []
          : [alone(at('amountAs'), amountAs)]),
        ...(secondsAs === undefined || uses(demands, 'secondsAs', secondsAs) > 1 ? [] : [alone(at('secondsAs'), secondsAs)]),
        ...(secondsAs === undefined || seconds !== undefined
          ? []
          : [{ path: at('seconds'), input: undefined, message: 'seconds of the demand, because secondsAs names them' }]),
        ...(amountAs === undefined || restOf === undefined
          ? []
          : [{ path: at('restOf'), input: restOf, message: 'no value, because the amount has a name of its own in amountAs' }]),
        ...restProblems(at('restOf'), restOf, amount, amounts, 'an amount with a name, `amountAs`'),
      ];
    }),
    ...includes.flatMap((part, index) => {
      const others = new Map([...times].filter(([id]) => id !== part.operation));
      return restProblems([...path, 'includes', index, 'restOf'], part.restOf, part.times, others, 'another included operation');
    }),
  ];
}

function uses(demands: WrittenOperation['demands'], key: 'amountAs' | 'secondsAs', name: string): number {
  return demands.filter((demand) => demand[key] === name).length;
}

function alone(path: (string | number)[], input: string): ReferenceProblem {
  return { path, input, message: 'a name that another demand of the operation has too' };
}

function restProblems(
  path: (string | number)[],
  restOf: string | undefined,
  own: Interval,
  named: ReadonlyMap<string, Interval>,
  meant: string,
): ReferenceProblem[] {
  if (restOf === undefined) return [];
  const other = named.get(restOf);
  if (other === undefined) return [unknownWord(path, restOf, [...named.keys()], meant, 'the operation')];
  const sums = [own.low + other.high, own.mid + other.mid, own.high + other.low];
  if (Math.max(...sums) - Math.min(...sums) <= ROUNDING) return [];
  const [low, mid, high] = sums.map((sum) => String(Number(sum.toPrecision(6))));
  return [{ path, input: restOf, message: `ranges with one sum, not ${low} at low, ${mid} at mid and ${high} at high` }];
}
