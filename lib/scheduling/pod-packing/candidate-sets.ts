import { type Choice, mayRunOn, withoutBeaten } from './choices';
import type { Requirement } from './node';
import type { PodGroup } from './pod-group';
import { satisfies } from './requirements';
import { fits, NOTHING } from './resources';

/** Sets of choices by number, so that what several pods may run on together is looked up instead of computed. */
export class CandidateSets {
  readonly #numbers = new Map<string, number>();
  readonly #members: (readonly number[])[] = [];
  readonly #lists: (readonly number[])[] = [];
  readonly #together = new Map<number, number>();
  readonly #byDemand = new Map<string, readonly number[]>();
  readonly #empty: number;

  constructor(private readonly choices: readonly Choice[]) {
    this.#empty = this.#numberOf([]);
  }

  /**
   * What a group may run on: choices of the first pool that has one with room for a pod. Of them those that it prefers,
   * where one of these has. Which pods are alike in this depends on what they demand, not on how large they are.
   */
  ofGroup(group: PodGroup): number {
    const options = this.#optionsOf(group);
    return options.find((set) => this.list(set).some((index) => fits(group.requests, this.choices[index]?.room ?? NOTHING))) ?? this.#empty;
  }

  /** The sets that a group may have, the best first. */
  #optionsOf({ nodeTerms, preferredNode, tolerations }: PodGroup): readonly number[] {
    const demand = JSON.stringify([nodeTerms, preferredNode, tolerations]);
    const known = this.#byDemand.get(demand);
    if (known !== undefined) return known;
    const possible = this.choices.flatMap((choice, index) =>
      mayRunOn({ nodeTerms, preferredNode, tolerations }, choice.pool, choice.labelOf) ? [index] : [],
    );
    const options = [...new Set(possible.map((index) => this.choices[index]?.pool))].flatMap((pool) => {
      const inPool = possible.filter((index) => this.choices[index]?.pool === pool);
      const preferred = inPool.filter((index) => this.#isPreferred(preferredNode, index));
      return [preferred, inPool].map((members) => this.#numberOf(members));
    });
    this.#byDemand.set(demand, options);
    return options;
  }

  #isPreferred(preferred: readonly Requirement[], index: number): boolean {
    const choice = this.choices[index];
    return choice !== undefined && satisfies(preferred, choice.labelOf, { hasAnyLabel: false });
  }

  /** The set of what is in both. */
  both(left: number, right: number): number {
    if (left === right) return left;
    const key = Math.min(left, right) * MOST_SETS + Math.max(left, right);
    const known = this.#together.get(key);
    if (known !== undefined) return known;
    const others = new Set(this.#members[right]);
    const both = this.#numberOf((this.#members[left] ?? []).filter((index) => others.has(index)));
    this.#together.set(key, both);
    return both;
  }

  /** Its choices by price, without those that another beats. */
  list(set: number): readonly number[] {
    this.#lists[set] ??= withoutBeaten(this.#members[set] ?? [], this.choices);
    return this.#lists[set];
  }

  #numberOf(members: readonly number[]): number {
    const text = members.join();
    const number = this.#numbers.get(text) ?? this.#members.push(members) - 1;
    this.#numbers.set(text, number);
    return number;
  }
}

/** More than there can be: sets come from the demands of workloads. */
const MOST_SETS = 2 ** 26;
