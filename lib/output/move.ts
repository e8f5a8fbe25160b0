import type { MoveAnswer } from '../answers/move-answer';
import { counted } from '../core/number-format';
import type { CopyCounts } from '../transition/capacity-figure';
import { CHANGE_CLASSES, type ChangeClass } from '../transition/change-class';
import { obstaclesOf } from '../transition/outcome';
import type { Interruption, Reason, ResourceTransition, Transition } from '../transition/transition';
import { cents } from './amounts';
import type { Block, Grid, Row, RowStyle, View } from './report';
import { stepEffectText } from './step-effects';
import { reasonText } from './transition-reasons';

/** A move: the effect of each update, from the worst to the harmless, and its cost. */
export function moveView(answer: MoveAnswer): View {
  return {
    blocks: [
      { kind: 'title', text: `${systemText(answer)}${answer.from} → ${answer.to} · ${acceptanceText(answer)}` },
      { kind: 'paragraph', text: `${answer.plan.steps.length > 1 ? 'As one update' : 'Resources'}: ${countsText(answer.transitions)}` },
      ...answer.transitions.flatMap(transitionBlocks),
      ...stackNotes(answer),
      ...capacityBlocks(answer),
      ...stepBlocks(answer),
      { kind: 'heading', text: 'Cost per month' },
      costGrid(answer),
    ],
    records: recordsOf(answer),
  };
}

/** Templates name their stacks, so that no system is named. */
function systemText({ system }: MoveAnswer): string {
  return system === undefined ? '' : `${system} · `;
}

/** `accepted in 2 steps`: whether updates are known that each are accepted and lose nothing. */
function acceptanceText({ decisive, acceptedSteps }: MoveAnswer): string {
  const { rejected, lost, migrated } = obstaclesOf(decisive);
  if (acceptedSteps === undefined) return rejected.length + lost.length === 0 ? 'needs a data migration' : 'not accepted';
  const steps = `accepted in ${counted(acceptedSteps, 'step')}`;
  return rejected.length + lost.length + migrated.length === 0 ? steps : `not accepted as one update, ${steps}`;
}

/** `2 rejected, 3 replaced, 40 unchanged`: resources by class, from the worst to the harmless. */
function countsText(transitions: readonly Transition[]): string {
  const counts = countsByClass(transitions);
  const parts = [...CHANGE_CLASSES].reverse().flatMap((each) => (counts[each] > 0 ? [`${counts[each]} ${each}`] : []));
  return parts.join(', ') || 'no stack is updated';
}

/** Number of resources by class. */
export function countsByClass(transitions: readonly Transition[]): Readonly<Record<ChangeClass, number>> {
  const counts = Object.fromEntries(CHANGE_CLASSES.map((each) => [each, 0])) as Record<ChangeClass, number>;
  for (const { resources } of transitions) for (const resource of resources) counts[resource.class] += 1;
  return counts;
}

function transitionBlocks(transition: Transition): readonly Block[] {
  const changed = transition.resources.filter((resource) => resource.class !== 'unchanged');
  const heading = { kind: 'heading', text: transition.stack } as const;
  if (changed.length === 0)
    return [heading, { kind: 'paragraph', text: `${counted(transition.resources.length, 'resource')}, all unchanged` }];
  return [heading, changesGrid(changed), ...interruptionNotes(changed)];
}

const STYLES: Readonly<Record<ChangeClass, RowStyle>> = {
  unchanged: 'muted',
  created: 'muted',
  'in-place': 'plain',
  'in-place-with-interruption': 'plain',
  removed: 'plain',
  replaced: 'plain',
  'needs-data-migration': 'warning',
  rejected: 'warning',
};

function changesGrid(resources: readonly ResourceTransition[]): Grid {
  return {
    kind: 'grid',
    columns: [
      { heading: ['component'], align: 'left' },
      { heading: ['class'], align: 'left' },
      { heading: ['resource'], align: 'left', wraps: true },
    ],
    rows: bySeverity(resources).map(rowOf),
  };
}

/** Resources that are created have no reasons that a reader needs. */
function rowOf(resource: ResourceTransition): Row {
  const isPlain = resource.class === 'created' && resource.reasons.length === 1;
  return {
    cells: [resource.component, resource.class, `${resource.id} (${resource.type})`],
    ...(!isPlain && { details: [reasonsText(resource)] }),
    style: resource.data === 'lost' ? 'warning' : STYLES[resource.class],
  };
}

/** The worst first; of one class in the order of the template. */
function bySeverity(resources: readonly ResourceTransition[]): readonly ResourceTransition[] {
  return [...resources].sort((a, b) => CHANGE_CLASSES.indexOf(b.class) - CHANGE_CLASSES.indexOf(a.class));
}

/** Why a resource has its class, and the outcome for its data. */
function reasonsText({ reasons, data }: ResourceTransition): string {
  const outcome = data === undefined ? [] : [DATA_TEXTS[data]];
  return [...reasons.map(reasonText), ...outcome].join('; ');
}

const DATA_TEXTS = {
  retained: 'its data is retained outside of the stack',
  snapshot: 'its data is left in a snapshot',
  lost: 'its data is lost',
} as const;

function interruptionNotes(resources: readonly ResourceTransition[]): readonly Block[] {
  // Two reasons of a resource may be one interruption, such as that of a service with the fewest and the most tasks.
  const texts = resources.flatMap(({ id, reasons }) =>
    reasons.flatMap((reason) => (reason.interruption === undefined ? [] : `${id}: ${interruptionText(reason, reason.interruption)}`)),
  );
  const items = [...new Set(texts)].map((text) => ({ mark: '·', text }));
  return items.length === 0
    ? []
    : [
        { kind: 'heading', text: 'Interruptions' },
        { kind: 'notes', items },
      ];
}

function interruptionText({ sources }: Reason, interruption: Interruption): string {
  return `${interruption.of}, ${durationText(interruption)} (${sources[0] ?? ''})`;
}

/** `1–2 minutes`, `at least 3 minutes`. */
export function durationText({ lowMinutes, highMinutes }: Interruption): string {
  if (highMinutes === undefined) return lowMinutes === 0 ? 'for an unknown time' : `at least ${minutes(lowMinutes)}`;
  return lowMinutes === highMinutes ? minutes(lowMinutes) : `${lowMinutes}–${minutes(highMinutes)}`;
}

function minutes(count: number): string {
  return `${count} ${count === 1 ? 'minute' : 'minutes'}`;
}

function stackNotes({ createdStacks, remainingStacks }: MoveAnswer): readonly Block[] {
  const items = [
    ...createdStacks.map((name) => ({ mark: '·', text: `Stack ${name} is created.` })),
    ...remainingStacks.map((name) => ({ mark: '·', text: `Stack ${name} stays as it is, and costs money, until you delete it.` })),
  ];
  return items.length === 0 ? [] : [{ kind: 'notes', items }];
}

function stepBlocks({ plan: { steps, rejected } }: MoveAnswer): readonly Block[] {
  const items = steps.map(({ effects, command, missingImages = [] }, index) => ({
    mark: `${index + 1}.`,
    text: [effects.map(stepEffectText).join('; '), ...missingImagesText(missingImages)].join(' '),
    ...(command !== undefined && { command }),
  }));
  const text = `No sequence of updates is known for ${rejected.join(', ')}.`;
  return [
    { kind: 'heading', text: 'Steps' },
    { kind: 'notes', items },
    ...(rejected.length === 0 ? [] : [{ kind: 'paragraph' as const, text }]),
  ];
}

/** Why a step has no command. */
function missingImagesText(services: readonly string[]): readonly string[] {
  if (services.length === 0) return [];
  return [
    `(no command: no image for ${services.join(', ')}; set imageTag or images in the file of the environment, or imageTag in --from and --to, such as imageTag=1.4.2)`,
  ];
}

/** Resources with the same capacity before, during and after the update are left out. */
function capacityBlocks({ transitions }: MoveAnswer): readonly Block[] {
  const moving = transitions
    .flatMap(({ capacity }) => capacity)
    .filter(({ before, during, after, sizeBefore, sizeAfter }) => {
      return before.min !== after.min || before.max !== after.max || during !== before.min || sizeBefore !== sizeAfter;
    });
  if (moving.length === 0) return [];
  return [
    { kind: 'heading', text: 'Capacity' },
    {
      kind: 'grid',
      columns: [
        { heading: ['component'], align: 'left' },
        { heading: ['unit'], align: 'left' },
        { heading: ['before'], align: 'right' },
        { heading: ['during,', 'at least'], align: 'right' },
        { heading: ['after'], align: 'right' },
      ],
      rows: moving.map(({ component, part, unit, before, during, after, sizeBefore, sizeAfter }) => ({
        cells: [
          `${component}${part === undefined ? '' : ' replica'}`,
          unit,
          copiesText(before, sizeBefore),
          String(during),
          copiesText(after, sizeAfter),
        ],
      })),
    },
  ];
}

function copiesText({ min, max }: CopyCounts, size: string | undefined): string {
  return [min === max ? String(min) : `${min}–${max}`, ...(size === undefined ? [] : [`× ${size}`])].join(' ');
}

function costGrid({ cost }: MoveAnswer): Grid {
  return {
    kind: 'grid',
    columns: [
      { heading: [''], align: 'left' },
      { heading: ['before'], align: 'right' },
      { heading: ['during'], align: 'right' },
      { heading: ['after'], align: 'right' },
    ],
    rows: (['low', 'mid', 'high'] as const).map((point) => ({
      cells: [point, cents(cost.before[point]), cents(cost.during[point]), cents(cost.after[point])],
      style: point === 'mid' ? ('total' as const) : ('muted' as const),
    })),
  };
}

function recordsOf({ transitions }: MoveAnswer): View['records'] {
  return {
    columns: ['stack', 'resource', 'type', 'component', 'class', 'properties', 'data', 'reasons'],
    rows: transitions.flatMap(({ stack, resources }) =>
      resources.map((resource) => [
        stack,
        resource.id,
        resource.type,
        resource.component,
        resource.class,
        resource.properties.join(' '),
        resource.data ?? '',
        resource.reasons.map(reasonText).join('; '),
      ]),
    ),
  };
}
