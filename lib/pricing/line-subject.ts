/** What a line of the bill stands for: a resource, or a charge without one. */
export interface LineSubject {
  /** Logical id; `null` for charges without a resource. */
  readonly id: string | null;
  readonly component: string;
  readonly type: string;
}
