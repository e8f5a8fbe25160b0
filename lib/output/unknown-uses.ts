import type { UnknownUse } from '../observation/observed-use';

/** Why demands stay those of the definition: one sentence for all resources without a series, and one for each other. */
export function unknownTexts(unknown: readonly UnknownUse[]): string[] {
  const missing = unknown.filter(({ reason }) => reason === 'no-series').map(({ series }) => series);
  const others = unknown.filter(({ reason }) => reason !== 'no-series').map(unknownUseText);
  if (missing.length === 0) return others;
  return [...others, `Demands of the definition stay for the resources without a series: ${missing.join(', ')}.`];
}

/** Why the demand on a resource stays that of the definition, as a sentence. */
export function unknownUseText(unknown: UnknownUse): string {
  return `${unknown.component} ${unknown.resource}: the demand of the definition stays, because ${reasonText(unknown)}.`;
}

function reasonText({ reason, series }: UnknownUse): string {
  switch (reason) {
    case 'no-series':
      return `there is no series ${series}`;
    case 'too-few-windows':
      return `too few times of ${series} are also times of the requests`;
    case 'no-variation':
      return `requests/s hardly vary at the times of ${series}`;
    case 'no-growth':
      return `${series} does not grow with the requests within the 95% interval`;
    case 'grows-faster':
      return `${series} grows faster than the requests, as the use of a nearly full resource does; a load test shows where it is full`;
    case 'follows-instances':
      return 'the number of instances follows the requests, so that the use of an idle instance and that of a request cannot be told apart';
  }
}
