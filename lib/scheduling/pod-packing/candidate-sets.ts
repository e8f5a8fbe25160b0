import { type Choice, mayRunOn, withoutDominated } from './choices';
import type { Requirement } from './node';
import type { PodGroup } from './pod-group';
import { satisfies } from './requirements';
import { fits, NOTHING } from './resources';

/** Numbered sets of choices, so that the choices that several pods may share are looked up instead of computed. */
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
   * The choices that a group may run on: those of the first pool with a choice that has room for a pod. If a preferred choice
   * of that pool has room, only the preferred ones. The candidate sets depend on the node requirements of pods, not on their size.
   */
  ofGroup(group: PodGroup): number {
    const options = this.#optionsOf(group);
    return options.find((set) => this.list(set).some((index) => fits(group.requests, this.choices[index]?.room ?? NOTHING))) ?? this.#empty;
  }

  /** The candidate sets of a group, in order of preference. */
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

  /** The intersection of two sets. */
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

  /** The choices of a set by price, without those that another choice dominates. */
  list(set: number): readonly number[] {
    this.#lists[set] ??= withoutDominated(this.#members[set] ?? [], this.choices);
    return this.#lists[set];
  }

  #numberOf(members: readonly number[]): number {
    const text = members.join();
    const number = this.#numbers.get(text) ?? this.#members.push(members) - 1;
    this.#numbers.set(text, number);
    return number;
  }
}

/** Larger than any number of sets: there are at most a few for each workload. */
const MOST_SETS = 2 ** 26;
