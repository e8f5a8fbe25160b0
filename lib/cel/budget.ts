import type { CelFunc } from '@bufbuild/cel';
import { celLibrary } from './library';
import { TICK } from './syntax-tree';
import { requireOrdered } from './unordered-lists';

/** Items of lists and maps that one evaluation of a rule may visit. The most expensive rules of published definitions visit some thousands. */
const MAX_STEPS = 100_000;
/** Length of the strings and lists that a rule may build. A field of an object is at most 1.5 MB in etcd. */
const MAX_SIZE = 2_000_000;

/** The most items that one rule may visit, so that its evaluation takes less than a second. */
export class Budget {
  /** Message of an evaluation that was stopped. */
  readonly message = `stopped after ${MAX_STEPS} steps`;
  #steps = 0;

  /** Begins an evaluation. */
  restart(): void {
    this.#steps = 0;
  }

  /** Whether the evaluation was stopped. */
  get isSpent(): boolean {
    return this.#steps > MAX_STEPS;
  }

  /** The function that a loop calls for each item, and additions that count. */
  functions(): CelFunc[] {
    const { CelScalar, celFunc, celListConcat, listType } = celLibrary();
    const { BOOL, DYN, STRING } = CelScalar;
    const list = listType(DYN);
    return [
      celFunc(TICK, [], BOOL, () => this.#spend(1)),
      celFunc('_+_', [STRING, STRING], STRING, (a, b) => {
        this.#build(a.length + b.length);
        return a + b;
      }),
      celFunc('_+_', [list, list], list, (a, b) => {
        requireOrdered(a, b);
        this.#build(a.size + b.size);
        return celListConcat(a, b);
      }),
    ];
  }

  #spend(steps: number): true {
    this.#steps += steps;
    if (this.isSpent) throw new Error(this.message);
    return true;
  }

  #build(size: number): void {
    if (size > MAX_SIZE) this.#spend(MAX_STEPS + 1);
  }
}
