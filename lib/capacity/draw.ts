import type { Demand, IncludedOperation } from '../model/operation';

/** How a figure is drawn: figures with the same name have the same position in their ranges in each sample. */
export interface Draw {
  /** Name that `Samples` draws it with. */
  readonly name: string;
  /** Whether it is at the other end: as far from its high value as the figure of that name is from its low one. */
  readonly isRest: boolean;
}

/** How the amount of a demand is drawn, by the id of its operation and the index of the demand. */
export function amountDraw(operation: string, { amountAs, restOf }: Pick<Demand, 'amountAs' | 'restOf'>, index: number): Draw {
  const name = restOf ?? amountAs;
  return { name: name === undefined ? `${operation} ${index} amount` : `${operation} amount of ${name}`, isRest: restOf !== undefined };
}

/** How the seconds of a demand with seconds of its own are drawn. */
export function secondsDraw(operation: string, { secondsAs }: Pick<Demand, 'secondsAs'>, index: number): Draw {
  return { name: secondsAs === undefined ? `${operation} ${index} seconds` : `${operation} seconds of ${secondsAs}`, isRest: false };
}

/** Name that the data is drawn with which the reads of a demand are spread over. */
export function workingSetDraw(operation: string, index: number): string {
  return `${operation} ${index} working set`;
}

/** How the number of times is drawn that an operation causes another one. */
export function timesDraw(operation: string, { operation: caused, restOf }: Pick<IncludedOperation, 'operation' | 'restOf'>): Draw {
  return { name: `${operation} includes ${restOf ?? caused}`, isRest: restOf !== undefined };
}
