import type { ApplyStep, ManifestMoveAnswer } from '../answers/manifest-move';
import { APPLY_CLASSES, type ApplyClass } from '../apply/apply-class';
import type { ObjectChange, ObjectName } from '../apply/object-change';
import { counted } from '../core/number-format';
import { cents } from './amounts';
import type { Block, Grid, RowStyle, View } from './report';

/** The effect of an apply on each object, from the worst to the harmless, the steps, and the cost. */
export function manifestMoveView(answer: ManifestMoveAnswer): View {
  const { system, from, to, changes } = answer;
  const changed = changes.filter((change) => change.class !== 'unchanged');
  return {
    blocks: [
      { kind: 'title', text: `${system === undefined ? '' : `${system} · `}${from} → ${to} · ${acceptanceText(answer)}` },
      { kind: 'paragraph', text: `As one apply: ${applyCountsText(changes)}` },
      ...(changed.length === 0 ? [] : [changesGrid(changed)]),
      ...sourceBlocks(changes),
      ...stepBlocks(answer),
      { kind: 'heading', text: 'Cost per month' },
      costGrid(answer),
    ],
    records: {
      columns: ['namespace', 'kind', 'name', 'class', 'fields', 'reason'],
      rows: changes.map((change) => [
        change.namespace ?? '',
        change.kind,
        change.name,
        change.class,
        change.fields.join(' '),
        changeText(change),
      ]),
    },
  };
}

function acceptanceText({ changes, rejected }: ManifestMoveAnswer): string {
  if (rejected.length > 0) return 'not accepted';
  return changes.some((change) => change.class === 'rejected') ? 'not accepted as one apply, accepted in steps' : 'accepted';
}

/** `2 rejected, 3 rolling-update, 40 unchanged`: objects by class, from the worst to the harmless. */
function applyCountsText(changes: readonly ObjectChange[]): string {
  const parts = [...APPLY_CLASSES].reverse().flatMap((each) => {
    const count = changes.filter((change) => change.class === each).length;
    return count === 0 ? [] : [`${count} ${each}`];
  });
  return parts.join(', ');
}

function sourceBlocks(changes: readonly ObjectChange[]): readonly Block[] {
  const sources = [...new Set(changes.flatMap(({ source }) => source ?? []))];
  if (sources.length === 0) return [];
  return [
    { kind: 'heading', text: 'Sources of rejected changes' },
    { kind: 'notes', items: sources.map((source) => ({ mark: '·', text: source })) },
  ];
}

const STYLES: Readonly<Record<ApplyClass, RowStyle>> = {
  unchanged: 'muted',
  created: 'muted',
  'in-place': 'plain',
  'by-controller': 'plain',
  'rolling-update': 'plain',
  restart: 'plain',
  remaining: 'plain',
  rejected: 'warning',
};

function changesGrid(changes: readonly ObjectChange[]): Grid {
  const ordered = [...changes].sort((a, b) => APPLY_CLASSES.indexOf(b.class) - APPLY_CLASSES.indexOf(a.class));
  return {
    kind: 'grid',
    columns: [
      { heading: ['class'], align: 'left' },
      { heading: ['object'], align: 'left', wraps: true },
    ],
    rows: ordered.map((change) => {
      const text = changeText(change);
      return { cells: [change.class, objectText(change)], ...(text !== '' && { details: [text] }), style: STYLES[change.class] };
    }),
  };
}

/** `StatefulSet cache in aiva-dev`. */
function objectText({ kind, name, namespace }: ObjectName): string {
  return `${kind} ${name}${namespace === undefined ? '' : ` in ${namespace}`}`;
}

/** Why an object has its class; empty where the class states all. */
export function changeText({ class: applyClass, fields, immutable, sizes }: ObjectChange): string {
  switch (applyClass) {
    case 'unchanged':
    case 'created':
      return '';
    case 'remaining':
      return 'kubectl apply deletes no objects that the manifests no longer contain';
    case 'rejected': {
      const sizeTexts = sizes.map(({ template, from, to }) => `volume claim template "${template}" from ${from} to ${to}`);
      const what = sizeTexts.length > 0 ? sizeTexts.join(', ') : immutable.join(', ');
      return `the API server rejects a change of ${what}`;
    }
    case 'by-controller':
      return `${fields.join(', ')}; its controller applies the change`;
    case 'restart':
      return `${fields.join(', ')}; none of its pods runs until the new one is ready`;
    default:
      return fields.join(', ');
  }
}

/** An effect of a step, as a sentence without a full stop. */
export function applyStepText(step: ApplyStep): string {
  switch (step.kind) {
    case 'grow-claim':
      return `Resize the claim ${step.claim} to ${step.size}; its StorageClass must have allowVolumeExpansion`;
    case 'delete':
      return step.keepsPods
        ? `Delete ${objectText(step.object)}; its pods keep running`
        : `Delete ${objectText(step.object)}, which the manifests create again`;
    case 'render':
      return step.missingImages === undefined
        ? 'Write the manifests'
        : `Write the manifests (no command: no image for ${step.missingImages.join(', ')}; set images in the file of the environment)`;
    case 'apply':
      return 'Apply the manifests';
    case 'clean-up':
      return `Delete ${objectText(step.object)}, which the manifests no longer contain`;
  }
}

function stepBlocks({ steps, rejected }: ManifestMoveAnswer): readonly Block[] {
  if (rejected.length > 0) {
    return [{ kind: 'paragraph', text: `No steps are known for ${rejected.map(objectText).join(', ')}.` }];
  }
  const items = steps.map((step, index) => ({
    mark: `${index + 1}.`,
    text: applyStepText(step),
    ...(step.command !== undefined && { command: step.command }),
  }));
  return [
    { kind: 'heading', text: counted(steps.length, 'step') },
    { kind: 'notes', items },
  ];
}

function costGrid({ estimates: [before, after] }: ManifestMoveAnswer): Grid {
  return {
    kind: 'grid',
    columns: [
      { heading: [''], align: 'left' },
      { heading: ['before'], align: 'right' },
      { heading: ['after'], align: 'right' },
    ],
    rows: (['low', 'mid', 'high'] as const).map((point) => ({
      cells: [point, cents(before.monthlyUsd[point]), cents(after.monthlyUsd[point])],
      style: point === 'mid' ? ('total' as const) : ('muted' as const),
    })),
  };
}
