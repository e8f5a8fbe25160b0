import { mapInterval } from '../../core/interval';
import type { Pricer } from '../pricer';
import { usageCharge } from './quantities';

const GROUP = 'observability and security';
/** Editors that a workspace without active users is charged for. Source: Amazon Managed Grafana pricing, "at least one Editor license". */
const LEAST_EDITORS = 1;

/** Workspace of Amazon Managed Grafana: a license for each active editor or administrator, at least one, and for each active viewer. */
export const grafanaWorkspace: Pricer = {
  types: ['AWS::Grafana::Workspace'],
  charges: (resource, context) => {
    const editors = usageCharge(resource, context, {
      kind: 'workspace-editors',
      sku: 'grafana/editor',
      group: GROUP,
      key: 'activeEditors',
    });
    return [
      { ...editors, quantity: mapInterval(editors.quantity, (users) => Math.max(users, LEAST_EDITORS)) },
      usageCharge(resource, context, { kind: 'workspace-viewers', sku: 'grafana/viewer', group: GROUP, key: 'activeViewers' }),
    ];
  },
};
