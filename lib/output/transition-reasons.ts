import type { Impact } from '../transition/property-impacts';
import type { Reason } from '../transition/transition';

const IMPACTS: Readonly<Record<Impact, string>> = {
  updates: 'updated without replacement',
  'may-replace': 'may replace the resource, under conditions that the specification does not contain',
  replaces: 'replaces the resource',
  unknown: 'the specification does not contain the resource type, so the resource may be replaced',
};

/** Why a resource has its class, as a sentence without a full stop. */
export function reasonText({ cause, properties }: Reason): string {
  switch (cause.kind) {
    case 'created':
      return 'not in the first template';
    case 'removed':
      return 'not in the second template';
    case 'property-impact':
      return `${properties.join(', ')}: ${IMPACTS[cause.impact]}`;
    case 'replaced-reference':
      return `refers to ${cause.replaced.join(', ')}, which is replaced`;
    case 'rule':
      return cause.text;
  }
}
