import type { CheckedRequirement, ClusterCheck, ClusterState } from '../answers/check-cluster';
import { counted } from '../core/number-format';
import { requirementDetail, requirementText } from './cluster-objects';
import type { Row, View } from './report';

/** The requirements of manifests with their state in a cluster. */
export function clusterCheckView({ system, tier, file, requirements }: ClusterCheck): View {
  const met = requirements.filter(({ state }) => state.kind === 'present').length;
  return {
    blocks: [
      { kind: 'title', text: `${system} · ${tier} · cluster of ${file}` },
      {
        kind: 'grid',
        columns: [
          { heading: ['requirement'], align: 'left' },
          { heading: ['state'], align: 'left', wraps: true },
        ],
        rows: requirements.map(rowOf),
      },
      { kind: 'paragraph', text: `${met} of ${counted(requirements.length, 'requirement')} met. No manifests were written.` },
    ],
    records: {
      columns: ['requirement', 'state', 'detail'],
      rows: requirements.map(({ requirement, state }) => [requirementText(requirement), state.kind, stateText(state)]),
    },
  };
}

function rowOf({ requirement, state }: CheckedRequirement): Row {
  const detail = requirementDetail(requirement);
  return { cells: [requirementText(requirement), stateText(state)], ...(detail !== undefined && { details: [detail] }) };
}

/** A state in words. */
export function stateText(state: ClusterState): string {
  switch (state.kind) {
    case 'present':
      return 'present';
    case 'missing':
      return 'missing';
    case 'unsuitable':
      return `${state.property}: ${state.found === '' ? 'none' : state.found}; required: ${state.required}`;
    case 'not-in-file':
      return `unknown: the file contains no ${state.objectKind}`;
    case 'outside':
      return 'not checked: part of the AWS account';
  }
}
