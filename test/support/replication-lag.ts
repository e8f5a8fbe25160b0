import type { Changes } from '../../lib/capacity/latency/in-order';

const COUNT = 100_000;

/** The p95 of the seconds from the commit of a change until a replica has applied it and all before it, by a simulation of each change. */
export function simulatedLag(appliers: number, changes: readonly Changes[]): number {
  const rate = changes.reduce((sum, one) => sum + one.rate, 0);
  const random = uniform();
  const exponential = () => -Math.log(1 - random());
  const seconds = () => {
    let left = random() * rate;
    const change = changes.find((one) => {
      left -= one.rate;
      return left < 0;
    });
    return (change ?? changes[0])?.seconds ?? Number.NaN;
  };
  const applied = new Float64Array(COUNT);
  const lags = new Float64Array(COUNT);
  let committed = 0;
  for (let index = 0; index < COUNT; index++) {
    committed += exponential() / rate;
    // An applier is free when the change that it applied before is visible.
    const start = Math.max(committed, index < appliers ? 0 : (applied[index - appliers] as number));
    applied[index] = Math.max(index === 0 ? 0 : (applied[index - 1] as number), start + exponential() * seconds());
    lags[index] = (applied[index] as number) - committed;
  }
  return lags.sort()[Math.floor(COUNT * 0.95)] as number;
}

/** Numbers of the generator of Park and Miller, always the same. */
function uniform(): () => number {
  let state = 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
