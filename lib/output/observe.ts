import type { ObserveAnswer } from '../answers/observe';
import type { Interval } from '../core/interval';
import { counted, percent, rounded } from '../core/number-format';
import { RESOURCES } from '../model/resource';
import type { ObservedUse } from '../observation/observed-use';
import { figure, figures } from './capacity-amounts';
import { changedDemandBlocks } from './changed-demands';
import type { Block, Grid, View } from './report';
import { unknownTexts } from './unknown-uses';

/** Use of resources by requests in a production system, with the demands that its metrics leave unknown. */
export function observeView(answer: ObserveAnswer): View {
  const { observation, uses, requestsPerSecond, changes } = answer;
  const { system, tier, from, to, periodSeconds } = observation;
  const windows = Math.max(...uses.map((use) => use.windows));
  return {
    blocks: [
      { kind: 'title', text: `${system} ${tier} · production ${daysText(from, to)} · measured` },
      {
        kind: 'paragraph',
        text: `requests/s: ${figure(requestsPerSecond.low)} in quiet windows, ${figure(requestsPerSecond.mid)} in the median, ${figure(requestsPerSecond.high)} at most; ${counted(windows, 'window')} of ${figure(periodSeconds)} seconds`,
      },
      usesGrid(uses),
      ...changedDemandBlocks(changes, tier),
      ...notesBlocks(answer),
    ],
    records: {
      columns: [
        'component',
        'resource',
        'unit',
        'perRequestLow',
        'perRequest',
        'perRequestHigh',
        'baseLow',
        'base',
        'baseHigh',
        'mostUtilization',
      ],
      rows: uses.map(({ component, resource, perRequest, base, mostUtilization }) => [
        component,
        resource,
        RESOURCES[resource].unit,
        ...pointsOf(perRequest),
        ...pointsOf(base),
        String(mostUtilization),
      ]),
    },
  };
}

/** `of 2026-02-01`, `from 2026-02-01 to 2026-02-07`: times in ISO 8601 begin with the day. */
function daysText(from: string, to: string): string {
  const [first, last] = [from, to].map((time) => time.slice(0, '2026-02-01'.length));
  return first === last ? `of ${first}` : `from ${first} to ${last}`;
}

function pointsOf({ low, mid, high }: Interval): string[] {
  return [low, mid, high].map(String);
}

function usesGrid(uses: readonly ObservedUse[]): Grid {
  return {
    kind: 'grid',
    columns: [
      { heading: ['resource'], align: 'left' },
      { heading: ['for each', 'request/s'], align: 'right' },
      { heading: ['', '95% interval'], align: 'right' },
      { heading: ['without', 'requests'], align: 'right' },
      { heading: ['used', 'at most'], align: 'right' },
      { heading: ['handles', 'requests/s'], align: 'right' },
    ],
    rows: uses.map(({ component, resource, perRequest, base, mostUtilization, handles }) => ({
      cells: [
        resourceText(component, resource),
        figure(perRequest.mid),
        `${figure(perRequest.low)} – ${figure(perRequest.high)}`,
        figure(base.mid),
        percent(mostUtilization),
        figures(handles),
      ],
    })),
  };
}

/** `api processor, cores`, or `api connections`, which are counted in connections. */
function resourceText(component: string, resource: ObservedUse['resource']): string {
  const { unit } = RESOURCES[resource];
  return unit === resource ? `${component} ${resource}` : `${component} ${resource}, ${unit}`;
}

function notesBlocks({ observation, uses, unknown }: ObserveAnswer): Block[] {
  const items = [...assumedText(observation), ...overfullTexts(uses), ...unusedTexts(uses), ...unknownTexts(unknown)].map((text) => ({
    mark: '·',
    text,
  }));
  return items.length === 0 ? [] : [{ kind: 'notes', items }];
}

function assumedText({ instances, assumedInstances }: ObserveAnswer['observation']): string[] {
  if (assumedInstances.length === 0) return [];
  const numbers = assumedInstances.map((service) => `${instances[service]} of ${service}`).join(', ');
  return [
    `The numbers of instances are the minimum of the tier: ${numbers}. Use --instances if others ran, or a series such as ${assumedInstances[0]?.replaceAll('-', '_')}_instances if the number changed.`,
  ];
}

/** Resources of which more was used than the tier has: other sizes ran. */
function overfullTexts(uses: readonly ObservedUse[]): string[] {
  return uses
    .filter(({ mostUtilization }) => mostUtilization > 1)
    .map(
      ({ component, resource, mostUtilization }) =>
        `${component} ${resource}: utilization was up to ${rounded(100 * mostUtilization)}% of the tier. Another size or number of instances ran, or the series has another unit.`,
    );
}

/** Largest utilization of a resource, as a share of the tier, that is more likely that of a series in another unit. */
const LEAST_UTILIZATION = 0.01;

/** Resources of which hardly anything was used: a share from 0 to 1 in a series of percent is a hundredth of the use. */
function unusedTexts(uses: readonly ObservedUse[]): string[] {
  return uses
    .filter(({ mostUtilization }) => mostUtilization <= LEAST_UTILIZATION)
    .map(
      ({ component, resource, mostUtilization }) =>
        `${component} ${resource}: utilization was at most ${figure(100 * mostUtilization)}% of the tier. If that is too low, the series has another unit, such as a share from 0 to 1 instead of percent.`,
    );
}
