import { matches } from '../../manifests/selector';
import type { Neighbors, PodGroup } from './pod-group';

/** Finds the groups that a rule about neighbors selects, by one of its labels where it has any. */
export class GroupIndex {
  readonly #byLabel = new Map<string, PodGroup[]>();

  constructor(private readonly groups: readonly PodGroup[]) {
    for (const group of groups) {
      for (const [key, value] of Object.entries(group.labels)) {
        const name = labelName(key, value);
        const list = this.#byLabel.get(name);
        if (list === undefined) this.#byLabel.set(name, [group]);
        else list.push(group);
      }
    }
  }

  /** Groups whose pods a rule selects. */
  about({ namespaces, selector }: Neighbors): readonly PodGroup[] {
    const lists = Object.entries(selector.labels).map(([key, value]) => this.#byLabel.get(labelName(key, value)) ?? []);
    const fewest = lists.reduce<readonly PodGroup[]>((least, list) => (list.length < least.length ? list : least), this.groups);
    return fewest.filter((group) => (namespaces === undefined || namespaces.includes(group.namespace)) && matches(selector, group.labels));
  }
}

function labelName(key: string, value: string): string {
  return `${key}\0${value}`;
}
