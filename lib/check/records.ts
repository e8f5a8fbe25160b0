import type { TemplateResource } from '../cloudformation/template-resource';
import type { CheckContext } from './check-context';
import { itemsAt } from './values';

/** A record of a hosted zone, of its own or in a group. */
export interface DnsRecord {
  /** The resource that has the record. */
  readonly resource: TemplateResource;
  /** Its properties. */
  readonly record: unknown;
  /** `Properties.RecordSets[0]` */
  readonly path: string;
}

/** The records of a template. */
export function dnsRecords(context: CheckContext): readonly DnsRecord[] {
  return [
    ...context
      .ofType('AWS::Route53::RecordSet')
      .map((resource) => ({ resource, record: resource.properties as unknown, path: 'Properties' })),
    ...context.ofType('AWS::Route53::RecordSetGroup').flatMap((resource) =>
      itemsAt(resource.properties, 'RecordSets').map((record, index) => ({
        resource,
        record,
        path: `Properties.RecordSets[${index}]`,
      })),
    ),
  ];
}
