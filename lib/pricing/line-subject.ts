/** The subject of a line item: a resource, or a charge without one. */
export interface LineSubject {
  /** Logical id; `null` for charges without a resource. */
  readonly id: string | null;
  /** Id of the component. */
  readonly component: string;
  /** CloudFormation type, kind of object, or kind of charge without a resource. */
  readonly type: string;
}
