import type { DesignOffer } from '../answers/design-offer';
import type { Agreement } from '../answers/designed-tier';
import { likelihood, percent } from '../core/number-format';
import { figure } from './capacity-amounts';
import { costText, type Fact, usdText } from './recommend-facts';

/** The design that is offered with its saving and its command, or why none is. A design has the storage that a tier lacks. */
export function designOfferFacts(offer: DesignOffer | undefined, command: string | undefined, lacksStorage: boolean): Fact[] {
  if (offer === undefined) return [];
  if (offer.kind === 'saves-little' && offer.savedUsd < 0 && lacksStorage) {
    const text = `a right-sized tier with this storage costs ${usdText(-offer.savedUsd)}/month more`;
    return [['design', text], ...(command === undefined ? [] : [['', command, 'command'] as const])];
  }
  if (offer.kind !== 'offered') return [['design', notOfferedText(offer)]];
  const { base, design, compared } = offer;
  const { assessment, agreements } = design;
  return [
    ['design', `${savingText(compared?.monthlyUsd.mid, design.monthlyUsd.mid)} with a right-sized tier with the structure of ${base}`],
    ['', `${costText(assessment)}; ${likelihood(assessment.confidence)} likely to handle the load`],
    ...agreementFacts(agreements),
    ...(command === undefined ? [] : [['', command, 'command'] as const]),
  ];
}

/** Limits of external services that must be raised for a design. */
export function agreementFacts(agreements: readonly Agreement[]): Fact[] {
  return agreements.map(({ resource, timesPresent }) => [
    'agree',
    timesPresent === undefined
      ? `${resource}: no limit is known that is high enough`
      : `${resource}: the provider must raise the limit to ${figure(timesPresent)} times the present one`,
  ]);
}

function savingText(comparedUsd: number | undefined, monthlyUsd: number): string {
  if (comparedUsd === undefined) return 'within the budget';
  const savedUsd = comparedUsd - monthlyUsd;
  return `${usdText(savedUsd)}/month (${percent(savedUsd / comparedUsd)}) less`;
}

function notOfferedText(offer: Exclude<DesignOffer, { kind: 'offered' }>): string {
  switch (offer.kind) {
    case 'saves-little':
      return offer.savedUsd < 1
        ? 'a right-sized tier costs no less'
        : `a right-sized tier saves only ${usdText(offer.savedUsd)}/month (${percent(offer.savedShare)})`;
    case 'little-to-size':
      return `not searched: components with sizes cost only ${percent(offer.sizedShare)} of the tier`;
    case 'single-host':
      return 'not searched: on a single host the host is the only size';
    case 'no-sizes':
      return `no sizes of ${offer.base} handle the load with its settings`;
    case 'over-budget':
      return `the cheapest sizes of ${offer.base} cost ${usdText(offer.monthlyUsd)}/month, more than the budget`;
  }
}
