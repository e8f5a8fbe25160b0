import type { Template, TemplateResource } from '../cloudformation/template-resource';
import { type DataKind, dataKindOf } from './data-kind';
import type { DataOutcome } from './data-outcome';
import { dataStoresOf } from './data-stores';

/** Data that must be copied manually, because the update creates the new store without it. */
export interface DataMigration {
  /** Kind of the data, which decides about the procedure. */
  readonly kind: DataKind;
  /** Logical id of the store that gets the data, and for a server in a cluster the name of its StatefulSet; that of the resource itself when it is replaced. */
  readonly into: string;
  /** State of the data of the first store after the move. Absent: it stays on the volume of a container, as far as that is retained. */
  readonly data?: DataOutcome;
}

/** The migration of a resource that is replaced by an empty one. */
export function ownMigration(resource: TemplateResource, before: Template, data: DataOutcome | undefined): DataMigration {
  const kind = dataKindOf(resource);
  const store = kind === 'other' ? dataStoresOf({ ...before, resources: [resource] })[0] : undefined;
  return { kind: store?.kind ?? kind, into: resource.id, ...(data !== undefined && { data }) };
}
